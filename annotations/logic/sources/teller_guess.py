"""Guess the tellers of a passage from its sentences and from the credits of its article."""

from annotations.logic.sources.article_credits import article_credits
from annotations.logic.sources.outlet_names import OutletNames, outlet_key
from annotations.logic.sources.tellers import reports_itself, tellers_of
from newsroom.text.model import Document, Span

#: The separator between the names of several tellers.
SEPARATOR = ";"
#: A placeholder for a teller that the text does not name, as in “media reports say”.
UNNAMED = "?"
#: Longest guess in code points, which is the size of the field.
LONGEST = 200


def guess_teller(
    document: Document,
    passage: Span,
    names: OutletNames,
    *,
    own: str = "",
    byline: str = "",
    credit: str = "",
) -> str:
    """Return the names of the tellers of a passage, separated by `SEPARATOR`.

    `own` is the outlet of the article. Returns an empty string if the article seems to report the passage
    itself. The sentences of the passage are read first. The datelines, sign-offs and credits of the article
    follow, unless the sentences say that the outlet was there.
    """
    tellers = tellers_of(document, passage, names, own=own)
    guessed = [teller.name or UNNAMED for teller in tellers]
    by_itself = reports_itself(document, passage, names, own=own)
    for article_credit in article_credits(document, names, own=own, byline=byline, credit=credit):
        if article_credit.sure or not by_itself:
            guessed.append(article_credit.name)
    return _joined(guessed)


def teller_names(teller: str) -> list[str]:
    """Return the names in the field `teller`, in order and each once."""
    names: dict[str, str] = {}
    for part in teller.split(SEPARATOR):
        name = " ".join(part.split())
        if name:
            names.setdefault(outlet_key(name), name)
    return list(names.values())


def _joined(names: list[str]) -> str:
    """Join the names. Names for which the field has no room are left out."""
    joined = ""
    for name in teller_names(SEPARATOR.join(names)):
        longer = f"{joined}{SEPARATOR} {name}" if joined else name
        if len(longer) <= LONGEST:
            joined = longer
    return joined
