"""Evidence for claims, and links between passages."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q

from annotations.actions.claims import locked, make_claim
from annotations.actions.silences import be_silent_again, end_silence
from annotations.actions.withdrawing import restore, withdraw
from annotations.logic.finding.same_event import EventDoubt
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Evidence, Highlight, Link
from annotations.queries.same_event import doubts_about_evidence, doubts_about_link
from annotations.roles import role_to_change
from newsroom.actions.history import Changes, HistoryLine, change, quoted, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Story, User, Verb
from newsroom.roles import UserRole, reaches, require

#: What a person says of a judgement, as its form shows it.
JUDGED = ("relation", "aspect", "note")


@transaction.atomic
def add_evidence(
    claim: Claim, highlight: Highlight, relation: str, *, by: User, note: str = "", same_event: bool = False
) -> Evidence:
    """Say how a passage bears on a claim. Takes a reporter; an editor once the claim is settled, whose
    verdict rests on what it had. An article known not to mention the claim now does.

    Raises `Conflict` where the passage is evidence for the claim already, `Invalid` where it was withdrawn,
    `EventDoubt` where it would corroborate although its article seems to report another event: an editor goes
    on with `same_event`.
    """
    _require_for(claim, by)
    _must_stand(highlight)
    _must_not_count_twice(highlight, relation)
    _must_be_one_event(relation, lambda: doubts_about_evidence(claim, highlight), same_event, by)
    if Evidence.objects.filter(claim=claim, highlight=highlight, withdrawn_at=None).exists():
        raise Conflict("This passage is evidence for the claim already. Change its relation there.")
    evidence = Evidence(claim=claim, highlight=highlight, relation=relation, note=note.strip(), created_by=by)
    store(evidence)
    end_silence(evidence, by)
    _record(Verb.ATTACHED, evidence, by, f"attached {_quoted(highlight)} to “{claim}”: it {_lower(evidence)}")
    return evidence


@transaction.atomic
def claim_from(
    highlight: Highlight, story: Story, statement: str, relation: str, *, by: User, **judged: Any
) -> Claim:
    """State a claim with the passage that prompted it: neither is stored without the other. Takes a reporter."""
    claim = make_claim(story, statement, by=by)
    add_evidence(claim, highlight, relation, by=by, **judged)
    return claim


@transaction.atomic
def change_evidence(
    evidence: Evidence,
    *,
    relation: str,
    note: str,
    by: User,
    same_event: bool = False,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Correct relation or note. Takes whom `add_evidence` takes, and raises `EventDoubt` as it does.

    Raises `Conflict` where it was removed, or is not as the person saw it (`seen`: its values then) any more.
    """
    _require_for(evidence.claim, by)
    _must_be_as_seen(evidence, seen)
    if relation != evidence.relation:
        _must_not_count_twice(evidence.highlight, relation)
        _must_be_one_event(
            relation, lambda: doubts_about_evidence(evidence.claim, evidence.highlight), same_event, by
        )
    if changes := change(evidence, {"relation": relation, "note": note.strip()}):
        _record(
            Verb.CHANGED, evidence, by, f"judged anew for “{evidence.claim}”: it {_lower(evidence)}", changes
        )


@transaction.atomic
def withdraw_evidence(evidence: Evidence, *, by: User, taken_back: bool = False) -> None:
    """Take the passage off the claim. Takes a reporter; an editor once the claim is settled.

    `taken_back`: as if it had never been attached, so that a silence which that ended holds again.
    """
    _require_for(evidence.claim, by)
    if withdraw(evidence, by):
        if taken_back:
            be_silent_again(evidence)
        _record(Verb.WITHDRAWN, evidence, by, f"took {_quoted(evidence.highlight)} off “{evidence.claim}”")


@transaction.atomic
def restore_evidence(evidence: Evidence, *, by: User) -> None:
    """Put withdrawn evidence back as it was. Takes a reporter; an editor once the claim is settled.

    Raises `Conflict` where the passage is evidence for the claim again, `Invalid` where it was withdrawn
    itself.
    """
    _require_for(evidence.claim, by)
    if evidence.withdrawn_at is None:
        return
    _must_stand(evidence.highlight)
    if Evidence.objects.filter(
        claim=evidence.claim_id, highlight=evidence.highlight_id, withdrawn_at=None
    ).exists():
        raise Conflict("This passage is evidence for the claim again already. Change its relation there.")
    restore(evidence)
    end_silence(evidence, by)
    _record(Verb.RESTORED, evidence, by, f"put {_quoted(evidence.highlight)} back to “{evidence.claim}”")


@transaction.atomic
def link_passages(
    source: Highlight,
    target: Highlight,
    relation: str,
    *,
    by: User,
    aspect: str = "",
    note: str = "",
    same_event: bool = False,
) -> Link:
    """Relate two passages of different articles; a contradiction says in what (`aspect`). Takes a reporter.

    Raises `Invalid` for one article or a withdrawn passage, `Conflict` where the pair is linked already,
    `EventDoubt` where it would corroborate although the articles seem to report two events: an editor goes on
    with `same_event`.
    """
    require(by, UserRole.REPORTER)
    _must_stand(source)
    _must_stand(target)
    if source.article_id == target.article_id:
        raise Invalid(
            "A link joins passages of two different articles: choose the other end in another article."
        )
    if _linked(source, target):
        raise Conflict("These two passages are linked already. Change that link instead.")
    _must_be_one_event(relation, lambda: doubts_about_link(source, target), same_event, by)
    link = Link(
        source=source, target=target, relation=relation, aspect=aspect, note=note.strip(), created_by=by
    )
    store(link)
    _record(Verb.LINKED, link, by, f"linked: {_sentence(link)}")
    return link


@transaction.atomic
def change_link(
    link: Link,
    *,
    relation: str,
    aspect: str,
    note: str,
    by: User,
    same_event: bool = False,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Correct relation, aspect or note. Takes a reporter. Raises `EventDoubt` as `link_passages` does.

    Raises `Conflict` as `change_evidence` does.
    """
    require(by, UserRole.REPORTER)
    _must_be_as_seen(link, seen)
    if relation != link.relation:
        _must_be_one_event(relation, lambda: doubts_about_link(link.source, link.target), same_event, by)
    if changes := change(link, {"relation": relation, "aspect": aspect, "note": note.strip()}):
        _record(Verb.CHANGED, link, by, f"changed the link: {_sentence(link)}", changes)


@transaction.atomic
def withdraw_link(link: Link, *, by: User) -> None:
    """Undo a link; it stays in the history. Takes a reporter."""
    require(by, UserRole.REPORTER)
    if withdraw(link, by):
        _record(Verb.WITHDRAWN, link, by, f"unlinked: {_sentence(link)}")


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
    restore(link)
    _record(Verb.RESTORED, link, by, f"linked again: {_sentence(link)}")


def _linked(source: Highlight, target: Highlight) -> bool:
    pair = Q(source=source, target=target) | Q(source=target, target=source)
    return Link.objects.filter(pair, withdrawn_at=None).exists()


def _must_be_as_seen(judgement: Evidence | Link, seen: Mapping[str, str] | None) -> None:
    """Lock it, and take over how it stands now."""
    now = type(judgement)._default_manager.select_for_update().get(pk=judgement.pk)
    if now.withdrawn_at is not None:
        raise Conflict(
            "Someone removed this meanwhile, so there is nothing to change. Look at the page anew."
        )
    if any(getattr(now, field) != value for field, value in (seen or {}).items()):
        raise Conflict(
            f"Someone judged this anew meanwhile: it {_lower(now)}. Look at the page anew, then decide. "
            "Nothing was changed."
        )
    for field in JUDGED:
        if hasattr(now, field):
            setattr(judgement, field, getattr(now, field))


def _require_for(claim: Claim, by: User) -> None:
    """What a settled claim rests on is an editor's to change."""
    require(by, role_to_change(locked(claim).status))


def _must_be_one_event(
    relation: str, doubts: Callable[[], tuple[str, ...]], same_event: bool, by: User
) -> None:
    """Corroboration is of one event. Where that is in doubt, an editor may vouch for it."""
    editor = reaches(by, UserRole.EDITOR)
    if relation != Relation.CORROBORATES or (same_event and editor):
        return
    if found := doubts():
        raise EventDoubt(found, editor=editor)


def _must_not_count_twice(highlight: Highlight, relation: str) -> None:
    """A projection repeats: what it says counts where it was projected from."""
    if highlight.projected_from_id and relation in (Relation.CORROBORATES, Relation.CONTRADICTS):
        raise Invalid(
            "This marks the same words in a copy of the text, so it cannot count once more. "
            "Attach the passage it was made from, or attach this one as a repetition."
        )


def _must_stand(highlight: Highlight) -> None:
    if highlight.withdrawn_at is not None:
        raise Invalid("This passage's highlight was withdrawn. Restore it first, or choose another.")


def _quoted(highlight: Highlight) -> str:
    return quoted(highlight.anchor.quote)


def _sentence(link: Link) -> str:
    return f"{_quoted(link.source)} {_lower(link)} {_quoted(link.target)}"


def _lower(judgement: Evidence | Link) -> str:
    return judgement.get_relation_display().lower()


def _record(
    verb: Verb, judgement: Evidence | Link, by: User, summary: str, changes: Changes | None = None
) -> None:
    story: Story | None = judgement.claim.story if isinstance(judgement, Evidence) else None
    passage = judgement.highlight if isinstance(judgement, Evidence) else judgement.source
    line = HistoryLine(verb, judgement, summary, story=story, article=passage.article, changes=changes or {})
    record(line, by=by)
