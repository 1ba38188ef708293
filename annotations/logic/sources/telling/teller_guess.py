"""Guess the tellers of a passage from the sentences of the passage and the credits of its article."""

from collections.abc import Iterable

from annotations.logic.sources.crediting.article_credits import article_credits, credits_of_passage
from annotations.logic.sources.crediting.credit_phrases import ArticleCredit
from annotations.logic.sources.outlet_names import OutletNames, outlet_key
from annotations.logic.sources.telling.tellers import names_teller, reports_itself, tellers_of
from newsroom.text.model import Document, Span

#: The separator between the names of several tellers.
SEPARATOR = ";"
#: A placeholder for a teller that the text does not name, as in “media reports say”.
UNNAMED = "?"
#: Most code points of the names of all tellers, which is the size of the field.
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
    """Return the names of the tellers of a passage, with `SEPARATOR` between them.

    The string has at most `LONGEST` code points. `UNNAMED` represents a teller without a name. The string is
    empty if the article seems to report the passage itself. `own` is the outlet of the article, which is
    never returned. `byline` and `credit` are lines next to the text. Names in the sentences of the passage
    come first, then the names that the article credits. A credit that is not about every word is left out if
    the sentences say that the outlet's own reporters were there.
    """
    credited = article_credits(document, names, own=own, byline=byline, credit=credit)
    return guess_among_credits(document, passage, names, credited, own=own)


def guess_among_credits(
    document: Document,
    passage: Span,
    names: OutletNames,
    credited: Iterable[ArticleCredit],
    *,
    own: str = "",
) -> str:
    """Return the names of the tellers of a passage, as `guess_teller` does.

    `credited` are the credits of the article that can be about the passage.
    """
    tellers = tellers_of(document, passage, names, own=own)
    guessed = [teller.name or UNNAMED for teller in tellers]
    by_itself = reports_itself(document, passage, names, own=own)
    told = names_teller(tellers)
    about_passage = credits_of_passage(credited, passage, by_itself=by_itself, told=told)
    guessed += [entry.name or UNNAMED for entry in about_passage]
    return joined_tellers(guessed)


def teller_names(teller: str) -> list[str]:
    """Return the names in `teller`, a string of names separated by `SEPARATOR`, in order and each once."""
    names: dict[str, str] = {}
    for part in teller.split(SEPARATOR):
        name = " ".join(part.split())
        if name:
            names.setdefault(outlet_key(name), name)
    return list(names.values())


def joined_tellers(names: Iterable[str]) -> str:
    """Return the names, each once, with `SEPARATOR` between them.

    Names with which the string would be longer than `LONGEST` are left out.
    """
    joined = ""
    for name in teller_names(SEPARATOR.join(names)):
        longer = f"{joined}{SEPARATOR} {name}" if joined else name
        if len(longer) <= LONGEST:
            joined = longer
    return joined
