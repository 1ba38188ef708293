"""A passage that was found for another is linked with it, or set aside."""

from dataclasses import dataclass

from django.db import transaction

from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.passages.highlights import draw_highlight
from annotations.actions.withdrawing import withdraw
from annotations.logic.finding.dismissals import PassageKey, hash_of_pair
from annotations.models import Dismissal, Highlight, Link
from annotations.queries.desk.panes import standing_at
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.locking import lock
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, Revision, User, Verb
from newsroom.roles import UserRole, require


@dataclass(frozen=True, slots=True)
class PassageLocation:
    """`start..end` (code points) of a revision, which reads `quote` there."""

    revision: Revision
    start: int
    end: int
    quote: str


@transaction.atomic
def accept_candidate(
    source: Highlight | PassageLocation,
    target: PassageLocation,
    relation: str,
    *,
    by: User,
    aspect: str = "",
    note: str = "",
) -> Link:
    """Link the passage that was looked for with the one that was found, and draw those not marked yet.

    Requires the reporter role. Raises what drawing and linking raise, and then stores nothing.
    """
    require(by, UserRole.REPORTER)
    # Locked, so that of two people who accept the same passage one draws it and the other finds it drawn.
    lock(*_articles_of(source, target))
    if isinstance(source, PassageLocation):
        source = _highlight_at(source, by)
    target_highlight = _highlight_at(target, by)
    return link_passages(source, target_highlight, LinkJudgement(relation, aspect, note), by=by)


@transaction.atomic
def dismiss_candidate(sought: PassageKey, offered: PassageKey, *, by: User) -> Dismissal:
    """Set a passage aside: neither of the two is offered for the other again. Requires the reporter role.

    Raises `Invalid` for passages of one article, `Conflict` if the pair was set aside already.
    """
    require(by, UserRole.REPORTER)
    if sought.article == offered.article:
        raise Invalid("Both passages stand in one article: choose one of another article.")
    pair = hash_of_pair(sought, offered)
    if Dismissal.objects.filter(pair=pair, withdrawn_at=None).exists():
        raise Conflict("Someone set this passage aside already. Look again to see what is left.")
    dismissal = Dismissal(
        article_id=sought.article,
        quote=sought.quote,
        other_id=offered.article,
        other_quote=offered.quote,
        pair=pair,
        created_by=by,
    )
    store(dismissal)
    _record(Verb.DISMISSED, dismissal, by, f"set aside {dismissal}")
    return dismissal


@transaction.atomic
def offer_again(dismissal: Dismissal, *, by: User) -> None:
    """Withdraw a dismissal, so that the passage is suggested again. Requires the reporter role."""
    require(by, UserRole.REPORTER)
    if withdraw(dismissal, by):
        _record(Verb.OFFERED, dismissal, by, f"offers again {dismissal}")


def _articles_of(source: Highlight | PassageLocation, target: PassageLocation) -> list[Article]:
    if isinstance(source, Highlight):
        return [source.article, target.revision.article]
    return [source.revision.article, target.revision.article]


def _highlight_at(passage: PassageLocation, by: User) -> Highlight:
    """Return the highlight that stands exactly there, or draw one."""
    highlight = standing_at(passage.revision, passage.start, passage.end)
    if highlight:
        return highlight
    return draw_highlight(passage.revision, passage.start, passage.end, passage.quote, by=by)


def _record(verb: Verb, dismissal: Dismissal, by: User, summary: str) -> None:
    record(HistoryLine(verb, dismissal, summary, article=dismissal.article), by=by)
