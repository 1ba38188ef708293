"""Set the teller of a passage: the outlet or agency that reports the passage, as the article says."""

from collections.abc import Iterable

from django.db import transaction

from annotations.actions.locking import lock_highlights, must_stand, take_version
from annotations.logic.sources.attribution import guess_speaker
from annotations.logic.sources.crediting.article_credits import article_credits
from annotations.logic.sources.documents.kinds import document_names
from annotations.logic.sources.outlet_names import outlet_key
from annotations.logic.sources.telling.teller_guess import (
    LONGEST,
    SEPARATOR,
    guess_among_credits,
    joined_tellers,
    teller_names,
)
from annotations.logic.sources.telling.tellers import sentences_of
from annotations.models import Highlight
from annotations.queries.counting.nearby_outlets import outlets_near
from newsroom.actions.history import HistoryLine, differences, quoted, record
from newsroom.errors import Invalid
from newsroom.models import Article, Revision, User, Verb
from newsroom.roles import UserRole, require
from newsroom.text.model import Span

CHANGED_MEANWHILE = (
    "Someone else changed this highlight meanwhile, so the teller stays as it is. "
    "Look at the highlight again, then save again."
)
TOO_LONG = (
    f"The names of the tellers have room for {LONGEST} characters. "
    "Use short names, such as “AP”, or leave out those from which this passage does not come."
)


@transaction.atomic
def name_teller(
    highlight: Highlight,
    teller: str,
    *,
    version: int,
    by: User,
    guessed: bool = False,
) -> None:
    """Set the tellers of a highlight. Nothing is recorded if they do not differ.

    `teller` holds names separated by “;”. It is empty if the article's own outlet reports the passage. A
    teller that a person saves is not a guess any more; undo passes `guessed` to mark it as a guess again.
    `version` is the version of the highlight that the person saw. Requires the reporter role. Raises
    `Conflict` if someone changed the highlight after this version, and `Invalid` if the highlight is
    withdrawn or the names are longer than `LONGEST` code points.
    """
    require(by, UserRole.REPORTER)
    lock_highlights(highlight)
    must_stand(highlight)
    names = f"{SEPARATOR} ".join(teller_names(teller))
    if len(names) > LONGEST:
        raise Invalid(TOO_LONG)
    values = {"teller": names, "teller_guessed": guessed}
    changes = differences(highlight, values)
    if not changes:
        return
    take_version(highlight, version, CHANGED_MEANWHILE)
    highlight.teller = names
    highlight.teller_guessed = guessed
    highlight.save(update_fields=["teller", "teller_guessed", "updated_at"])

    summary = f"said that {quoted(highlight.anchor.quote)} is told by {names}"
    if not names:
        summary = f"said that the article itself tells {quoted(highlight.anchor.quote)}"
    line = HistoryLine(
        Verb.CREDITED, highlight, summary, article=highlight.article, changes=changes
    )
    record(line, by=by)


def guessed_teller(revision: Revision, span: Span) -> str:
    """Return the probable tellers of the passage at `span`: names separated by “;”.

    The string is empty if the article's own outlet seems to report the passage. A credited source that an
    editor rejected as an origin of the article is left out, unless the sentences of the passage name it. The
    document that these sentences quote is named by its kind. The function needs one query.
    """
    article = revision.article
    nearby = outlets_near(article)
    own = article.outlet.name if article.outlet else ""
    credited = article_credits(
        revision.document, nearby.names, own=own, byline=revision.byline, credit=revision.credit
    )
    drawn_on = [entry for entry in credited if outlet_key(entry.name) not in nearby.dismissed]
    tellers = guess_among_credits(revision.document, span, nearby.names, drawn_on, own=own)
    sentences = sentences_of(revision.document, span)
    speaker = guess_speaker(revision.document, span)
    return joined_tellers([tellers, *document_names(revision.document, sentences, speaker)])


def guess_tellers_again(articles: Iterable[Article]) -> None:
    """Guess the tellers of the highlights in these articles again, except those that a person has saved.

    Call this function only from an act that changes what the guesses are made from. Guesses are no acts of
    people, so they get no line in the history.
    """
    guessed = Highlight.objects.filter(
        article__in=articles, withdrawn_at=None, teller_guessed=True, anchor__start__isnull=False
    )
    for highlight in guessed.select_related("anchor__revision__article__outlet"):
        teller = guessed_teller(highlight.anchor.revision, highlight.anchor.span)
        # A person can save a teller, or move the edges, while the guess is made. Then the guess is void.
        unchanged = guessed.filter(pk=highlight.pk, version=highlight.version)
        unchanged.update(teller=teller)
