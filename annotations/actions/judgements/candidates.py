"""Decide on a candidate: link it with the passage for which it was found, or dismiss it."""

from django.db import transaction

from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.passages.drawing import PassageLocation, draw_highlight
from annotations.actions.withdrawing import withdraw
from annotations.logic.finding.dismissals import PassageKey, hash_of_pair
from annotations.models import Dismissal, Highlight, Link
from annotations.queries.desk.panes import standing_at
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.locking import lock
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require


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
    """Link `source`, the passage that was searched for, with the candidate `target`, and return the new link.

    A passage that has no highlight yet is highlighted first. Requires the reporter role. Raises the errors of
    `draw_highlight` and `link_passages`; nothing is stored then.
    """
    require(by, UserRole.REPORTER)
    # If two people accept the same candidate, the lock makes the second one wait and find the highlight of
    # the first.
    lock(*_articles_of(source, target))
    if isinstance(source, PassageLocation):
        source = _highlight_at(source, by)
    target_highlight = _highlight_at(target, by)
    return link_passages(
        source,
        target_highlight,
        LinkJudgement(relation, aspect, note),
        by=by,
    )


@transaction.atomic
def dismiss_candidate(
    sought: PassageKey,
    offered: PassageKey,
    *,
    by: User,
) -> Dismissal:
    """Dismiss the candidate `offered` for the passage `sought`. Neither is offered for the other again.

    Returns the new dismissal. Requires the reporter role. Raises `Invalid` if both passages are in one
    article, and `Conflict` if the pair is dismissed already.
    """
    require(by, UserRole.REPORTER)
    if sought.article == offered.article:
        raise Invalid("Both passages stand in one article: choose one of another article.")
    # The hash does not depend on the direction of the search, so a pair is dismissed only once.
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
    """Withdraw a dismissal, so that the candidate is offered again. Requires the reporter role.

    Nothing happens if the dismissal is withdrawn already.
    """
    require(by, UserRole.REPORTER)
    if withdraw(dismissal, by):
        _record(Verb.OFFERED, dismissal, by, f"offers again {dismissal}")


def _articles_of(source: Highlight | PassageLocation, target: PassageLocation) -> list[Article]:
    if isinstance(source, Highlight):
        return [source.article, target.revision.article]
    return [source.revision.article, target.revision.article]


def _highlight_at(passage: PassageLocation, by: User) -> Highlight:
    """Return a highlight with exactly this place that is not withdrawn. If there is none, draw one."""
    highlight = standing_at(passage.revision, passage.start, passage.end)
    if highlight:
        return highlight
    return draw_highlight(
        passage.revision,
        passage.start,
        passage.end,
        passage.quote,
        by=by,
    )


def _record(
    verb: Verb,
    dismissal: Dismissal,
    by: User,
    summary: str,
) -> None:
    record(
        HistoryLine(
            verb,
            dismissal,
            summary,
            article=dismissal.article,
        ),
        by=by,
    )
