"""Make, change, withdraw and restore links between passages of different articles."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from annotations.actions.judgements.checks import (
    must_be_as_seen,
    must_be_one_event,
    must_stand,
    quoted_passage,
    relation_in_words,
)
from annotations.actions.locking import lock_highlights
from annotations.actions.withdrawing import restore, withdraw
from annotations.models import Highlight, Link
from annotations.queries.same_event import doubts_about_link
from newsroom.actions.history import Changes, HistoryLine, change, record
from newsroom.actions.locking import lock
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import User, Verb
from newsroom.roles import UserRole, require


@dataclass(frozen=True, slots=True)
class LinkJudgement:
    """A person's judgement on two passages: how one relates to the other, and an optional `note`.

    `relation` is a value of `Relation`. `aspect` is a value of `Aspect` that says in what the passages
    contradict each other; it is empty for every other relation.
    """

    relation: str
    aspect: str = ""
    note: str = ""


@transaction.atomic
def link_passages(
    source: Highlight,
    target: Highlight,
    judgement: LinkJudgement,
    *,
    by: User,
    same_event: bool = False,
) -> Link:
    """Link two passages of different articles, and return the new link.

    Requires the reporter role. Raises `Invalid` if both passages are in one article or one is withdrawn, and
    `Conflict` if they are linked already, in either direction. Raises `EventDoubt` if the link would be a
    corroboration but the articles seem to report different events; an editor can overrule this with
    `same_event`.
    """
    require(by, UserRole.REPORTER)
    # Both highlights are locked, so that neither is withdrawn while the link is made.
    lock_highlights(source, target)
    must_stand(source)
    must_stand(target)
    if source.article_id == target.article_id:
        raise Invalid(
            "A link joins passages of two different articles: choose the other end in another article."
        )
    if _are_linked(source, target):
        raise Conflict("These two passages are linked already. Change that link instead.")
    must_be_one_event(
        judgement.relation,
        lambda: doubts_about_link(source, target),
        same_event,
        by,
    )

    link = Link(
        source=source,
        target=target,
        relation=judgement.relation,
        aspect=judgement.aspect,
        note=judgement.note.strip(),
        created_by=by,
    )
    store(link)
    _record(Verb.LINKED, link, by, f"linked: {_sentence(link)}")
    return link


@transaction.atomic
def change_link(
    link: Link,
    judgement: LinkJudgement,
    *,
    by: User,
    same_event: bool = False,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Change the relation, the aspect or the note of a link. Nothing is recorded if none of them differs.

    `seen` maps fields to the values that the page showed to the person. Requires the reporter role. Raises
    `EventDoubt` like `link_passages`, and `Conflict` if the link was withdrawn or its values differ from
    `seen`.
    """
    require(by, UserRole.REPORTER)
    typed = {
        "relation": judgement.relation,
        "aspect": judgement.aspect,
        "note": judgement.note,
    }
    must_be_as_seen(link, seen, typed)
    # Only a new relation can turn the link into a corroboration of two events.
    if judgement.relation != link.relation:
        must_be_one_event(
            judgement.relation, lambda: doubts_about_link(link.source, link.target), same_event, by
        )

    values = {
        "relation": judgement.relation,
        "aspect": judgement.aspect,
        "note": judgement.note.strip(),
    }
    changes = change(link, values)
    if changes:
        _record(
            Verb.CHANGED,
            link,
            by,
            f"changed the link: {_sentence(link)}",
            changes,
        )


@transaction.atomic
def withdraw_link(link: Link, *, by: User) -> None:
    """Withdraw a link. Nothing happens if the link is withdrawn already. Requires the reporter role."""
    require(by, UserRole.REPORTER)
    if withdraw(link, by):
        _record(Verb.WITHDRAWN, link, by, f"unlinked: {_sentence(link)}")


@transaction.atomic
def restore_link(link: Link, *, by: User) -> None:
    """Restore a withdrawn link. Nothing happens if the link is not withdrawn.

    Requires the reporter role. Raises `Conflict` if the two passages have a new link, and `Invalid` if one of
    the passages is withdrawn.
    """
    require(by, UserRole.REPORTER)
    lock_highlights(link.source, link.target)
    lock(link)
    if link.withdrawn_at is None:
        return
    must_stand(link.source)
    must_stand(link.target)
    if _are_linked(link.source, link.target):
        raise Conflict("These two passages are linked again already. Change that link instead.")

    restore(link)
    _record(Verb.RESTORED, link, by, f"linked again: {_sentence(link)}")


def _are_linked(source: Highlight, target: Highlight) -> bool:
    """Return whether the two passages have a link that is not withdrawn, in either direction."""
    # A link has a direction, but two passages have only one link.
    pair = Q(source=source, target=target) | Q(source=target, target=source)
    return Link.objects.filter(pair, withdrawn_at=None).exists()


def _sentence(link: Link) -> str:
    return f"{quoted_passage(link.source)} {relation_in_words(link)} {quoted_passage(link.target)}"


def _record(
    verb: Verb,
    link: Link,
    by: User,
    summary: str,
    changes: Changes | None = None,
) -> None:
    line = HistoryLine(
        verb,
        link,
        summary,
        article=link.source.article,
        changes=changes or {},
    )
    record(line, by=by)
