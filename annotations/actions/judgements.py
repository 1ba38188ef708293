"""Evidence for claims, and links between passages."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from annotations.models import Claim, Evidence, Highlight, Link
from newsroom.actions.history import change, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Story, User
from newsroom.roles import UserRole, require


@transaction.atomic
def add_evidence(claim: Claim, highlight: Highlight, relation: str, *, by: User, note: str = "") -> Evidence:
    """Say how a passage bears on a claim. Takes a reporter.

    Raises `Conflict` where the passage is evidence for the claim already, `Invalid` where it was withdrawn.
    """
    require(by, UserRole.REPORTER)
    _must_stand(highlight)
    if Evidence.objects.filter(claim=claim, highlight=highlight, withdrawn_at=None).exists():
        raise Conflict("This passage is evidence for the claim already. Change its relation there.")
    evidence = Evidence(claim=claim, highlight=highlight, relation=relation, note=note.strip(), created_by=by)
    store(evidence)
    _record("attached", evidence, by, f"{evidence.get_relation_display().lower()}: {_quoted(highlight)} for “{claim}”")
    return evidence


@transaction.atomic
def change_evidence(evidence: Evidence, *, relation: str, note: str, by: User) -> None:
    """Correct relation or note. Takes a reporter."""
    require(by, UserRole.REPORTER)
    if changes := change(evidence, {"relation": relation, "note": note.strip()}):
        _record("changed", evidence, by, f"now {evidence.get_relation_display().lower()}: “{evidence.claim}”", changes)


@transaction.atomic
def withdraw_evidence(evidence: Evidence, *, by: User) -> None:
    """Take the passage off the claim. Takes a reporter; an editor once the claim is settled."""
    require(by, UserRole.EDITOR if evidence.claim.status == "settled" else UserRole.REPORTER)
    if _withdraw(evidence, by):
        _record("withdrawn", evidence, by, f"took {_quoted(evidence.highlight)} off “{evidence.claim}”")


@transaction.atomic
def restore_evidence(evidence: Evidence, *, by: User) -> None:
    """Put withdrawn evidence back as it was. Takes a reporter; an editor once the claim is settled.

    Raises `Conflict` where the passage is evidence for the claim again, `Invalid` where it was withdrawn itself.
    """
    require(by, UserRole.EDITOR if evidence.claim.status == "settled" else UserRole.REPORTER)
    if evidence.withdrawn_at is None:
        return
    _must_stand(evidence.highlight)
    if Evidence.objects.filter(claim=evidence.claim_id, highlight=evidence.highlight_id, withdrawn_at=None).exists():
        raise Conflict("This passage is evidence for the claim again already. Change its relation there.")
    _restore(evidence)
    _record("restored", evidence, by, f"put {_quoted(evidence.highlight)} back to “{evidence.claim}”")


@transaction.atomic
def link_passages(
    source: Highlight, target: Highlight, relation: str, *, by: User, aspect: str = "", note: str = ""
) -> Link:
    """Relate two passages of different articles; a contradiction says in what (`aspect`). Takes a reporter.

    Raises `Invalid` for one article or a withdrawn passage, `Conflict` where the pair is linked already.
    """
    require(by, UserRole.REPORTER)
    _must_stand(source)
    _must_stand(target)
    if source.article_id == target.article_id:
        raise Invalid("A link joins passages of two different articles: choose the other end in another article.")
    if _linked(source, target):
        raise Conflict("These two passages are linked already. Change that link instead.")
    link = Link(source=source, target=target, relation=relation, aspect=aspect, note=note.strip(), created_by=by)
    store(link)
    _record("linked", link, by, _sentence(link))
    return link


@transaction.atomic
def change_link(link: Link, *, relation: str, aspect: str, note: str, by: User) -> None:
    """Correct relation, aspect or note. Takes a reporter."""
    require(by, UserRole.REPORTER)
    if changes := change(link, {"relation": relation, "aspect": aspect, "note": note.strip()}):
        _record("changed", link, by, f"now {_sentence(link)}", changes)


@transaction.atomic
def withdraw_link(link: Link, *, by: User) -> None:
    """Undo a link; it stays in the history. Takes a reporter."""
    require(by, UserRole.REPORTER)
    if _withdraw(link, by):
        _record("withdrawn", link, by, f"unlinked: {_sentence(link)}")


@transaction.atomic
def restore_link(link: Link, *, by: User) -> None:
    """Put a withdrawn link back as it was. Takes a reporter.

    Raises `Conflict` where the two are linked again, `Invalid` where one of them was withdrawn itself.
    """
    require(by, UserRole.REPORTER)
    if link.withdrawn_at is None:
        return
    _must_stand(link.source)
    _must_stand(link.target)
    if _linked(link.source, link.target):
        raise Conflict("These two passages are linked again already. Change that link instead.")
    _restore(link)
    _record("restored", link, by, f"linked again: {_sentence(link)}")


def _linked(source: Highlight, target: Highlight) -> bool:
    pair = Q(source=source, target=target) | Q(source=target, target=source)
    return Link.objects.filter(pair, withdrawn_at=None).exists()


def _withdraw(judgement: Evidence | Link, by: User) -> bool:
    if judgement.withdrawn_at is not None:
        return False
    judgement.withdrawn_at, judgement.withdrawn_by = timezone.now(), by
    judgement.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return True


def _restore(judgement: Evidence | Link) -> None:
    judgement.withdrawn_at = judgement.withdrawn_by = None
    judgement.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _must_stand(highlight: Highlight) -> None:
    if highlight.withdrawn_at is not None:
        raise Invalid("This passage's highlight was withdrawn. Restore it first, or choose another.")


def _quoted(highlight: Highlight) -> str:
    return f"“{highlight.anchor.quote[:100]}”"


def _sentence(link: Link) -> str:
    return f"{_quoted(link.source)} {link.get_relation_display().lower()} {_quoted(link.target)}"


def _record(
    verb: str, judgement: Evidence | Link, by: User, summary: str, changes: dict[str, Any] | None = None
) -> None:
    passage = judgement.highlight if isinstance(judgement, Evidence) else judgement.source
    story: Story | None = judgement.claim.story if isinstance(judgement, Evidence) else None
    record(verb, judgement, by=by, story=story, article=passage.article, summary=summary, changes=changes)
