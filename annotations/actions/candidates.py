"""Deciding on what was found: linking it, or setting it aside."""

from dataclasses import dataclass

from django.db import transaction

from annotations.actions.highlights import draw_highlight
from annotations.actions.links import LinkJudgement, link_passages
from annotations.actions.withdrawing import withdraw
from annotations.logic.finding.dismissals import PassageKey, hash_of_pair
from annotations.models import Dismissal, Highlight, Link
from annotations.queries.panes import standing_at
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Revision, User, Verb
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
    """Link what was sought with what was found, drawing what is not marked yet: all of it or nothing.

    Takes a reporter. Raises the errors of drawing and linking; nothing is stored then.
    """
    require(by, UserRole.REPORTER)
    here = source if isinstance(source, Highlight) else _marked(source, by)
    return link_passages(here, _marked(target, by), LinkJudgement(relation, aspect, note), by=by)


@transaction.atomic
def dismiss_candidate(one: PassageKey, other: PassageKey, *, by: User) -> Dismissal:
    """Set a passage aside: it is not offered for this one again, nor this one for it. Takes a reporter."""
    require(by, UserRole.REPORTER)
    if one.article == other.article:
        raise Invalid("Both passages stand in one article: choose one of another article.")
    pair = hash_of_pair(one, other)
    if Dismissal.objects.filter(pair=pair, withdrawn_at=None).exists():
        raise Conflict("Someone set this passage aside already. Look again to see what is left.")
    dismissal = Dismissal(
        article_id=one.article,
        quote=one.quote,
        other_id=other.article,
        other_quote=other.quote,
        pair=pair,
        created_by=by,
    )
    store(dismissal)
    _record(Verb.DISMISSED, dismissal, by, f"set aside {dismissal}")
    return dismissal


@transaction.atomic
def offer_again(dismissal: Dismissal, *, by: User) -> None:
    """Take a dismissal back. Takes a reporter."""
    require(by, UserRole.REPORTER)
    if withdraw(dismissal, by):
        _record(Verb.OFFERED, dismissal, by, f"offers again {dismissal}")


def _marked(place: PassageLocation, by: User) -> Highlight:
    """The highlight that stands exactly there, or a new one."""
    standing = standing_at(place.revision, place.start, place.end)
    return standing or draw_highlight(place.revision, place.start, place.end, place.quote, by=by)


def _record(verb: Verb, dismissal: Dismissal, by: User, summary: str) -> None:
    record(HistoryLine(verb, dismissal, summary, article=dismissal.article), by=by)
