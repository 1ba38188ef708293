"""Add, change, withdraw and restore evidence: judgements on how a passage relates to a claim."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from annotations.actions.claims import lock_claim, make_claim
from annotations.actions.judgements.checks import (
    must_be_as_seen,
    must_be_one_event,
    must_stand,
    quoted_passage,
    relation_in_words,
)
from annotations.actions.judgements.silences import end_silence, restore_ended_silence
from annotations.actions.locking import lock_highlights
from annotations.actions.withdrawing import restore, withdraw
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Evidence, Highlight
from annotations.queries.same_event import doubts_about_evidence
from annotations.roles import role_to_change
from newsroom.actions.history import Changes, HistoryLine, change, record
from newsroom.actions.locking import lock
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Story, User, Verb
from newsroom.roles import require


@transaction.atomic
def add_evidence(
    claim: Claim,
    highlight: Highlight,
    relation: str,
    *,
    by: User,
    note: str = "",
    same_event: bool = False,
) -> Evidence:
    """Add a passage as evidence for or against a claim, and return the evidence.

    If somebody stated that the article does not mention the claim, this silence is withdrawn. Requires the
    reporter role, or the editor role if the claim is settled, because the verdict depends on the evidence.
    Raises `Conflict` if the claim is withdrawn or has the passage as evidence already. Raises `Invalid` if
    the highlight is withdrawn, or if it is a projection and the relation would count it. Raises `EventDoubt`
    if the passage would corroborate the claim but its article seems to report another event; an editor can
    overrule this with `same_event`.
    """
    _require_for(claim, by)
    lock_highlights(highlight)
    must_stand(highlight)
    _must_not_count_twice(highlight, relation)
    must_be_one_event(
        relation,
        lambda: doubts_about_evidence(claim, highlight),
        same_event,
        by,
    )
    if _is_evidence(claim, highlight):
        raise Conflict("This passage is evidence for the claim already. Change its relation there.")

    evidence = Evidence(
        claim=claim, highlight=highlight, relation=relation, note=note.strip(), created_by=by
    )
    store(evidence)
    # The evidence shows that the article mentions the claim, so the silence was wrong.
    end_silence(evidence, by)
    _record(
        Verb.ATTACHED,
        evidence,
        by,
        f"attached {quoted_passage(highlight)} to “{claim}”: it {relation_in_words(evidence)}",
    )
    return evidence


@transaction.atomic
def make_claim_with_evidence(
    highlight: Highlight,
    story: Story,
    statement: str,
    relation: str,
    *,
    by: User,
    **judged: Any,
) -> Claim:
    """Make a claim in `story`, add the passage as its first evidence, and return the claim.

    Either both rows are stored or none. `judged` are further arguments of `add_evidence`. Requires the
    reporter role. Raises the errors of `add_evidence`.
    """
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
    """Change the relation or the note of evidence. Nothing is recorded if neither differs.

    `seen` maps fields to the values that the page showed to the person. Requires the same role as
    `add_evidence`. Raises `EventDoubt` or `Invalid` if the new relation is not possible, as in
    `add_evidence`. Raises `Conflict` if the claim or the evidence is withdrawn, or if the values of the
    evidence differ from `seen`.
    """
    _require_for(evidence.claim, by)
    must_be_as_seen(evidence, seen, {"relation": relation, "note": note})
    # Only a new relation can make the passage count twice or corroborate another event.
    if relation != evidence.relation:
        _must_not_count_twice(evidence.highlight, relation)
        must_be_one_event(
            relation,
            lambda: doubts_about_evidence(evidence.claim, evidence.highlight),
            same_event,
            by,
        )

    # Nothing is recorded if the person saved the same values again.
    changes = change(evidence, {"relation": relation, "note": note.strip()})
    if changes:
        summary = f"judged again for “{evidence.claim}”: it {relation_in_words(evidence)}"
        _record(Verb.CHANGED, evidence, by, summary, changes)


@transaction.atomic
def withdraw_evidence(
    evidence: Evidence,
    *,
    by: User,
    taken_back: bool = False,
) -> None:
    """Withdraw evidence. Nothing happens if the evidence is withdrawn already.

    Requires the reporter role, or the editor role if the claim is settled. Undo passes `taken_back`: then the
    silence that ended when the evidence was added is restored too. Raises `Conflict` if the claim is
    withdrawn.
    """
    _require_for(evidence.claim, by)
    if not withdraw(evidence, by):
        return
    # Only undo restores the silence. If a person removes evidence, the question is open again.
    if taken_back:
        restore_ended_silence(evidence)
    _record(
        Verb.WITHDRAWN,
        evidence,
        by,
        f"took {quoted_passage(evidence.highlight)} off “{evidence.claim}”",
    )


@transaction.atomic
def restore_evidence(evidence: Evidence, *, by: User) -> None:
    """Restore withdrawn evidence. Nothing happens if the evidence is not withdrawn.

    Requires the reporter role, or the editor role if the claim is settled. Raises `Conflict` if the claim is
    withdrawn or has the passage as other evidence, and `Invalid` if the highlight of the passage is
    withdrawn.
    """
    _require_for(evidence.claim, by)
    # The highlight is locked before its evidence, as in every act, to avoid deadlocks.
    lock_highlights(evidence.highlight)
    lock(evidence)
    if evidence.withdrawn_at is None:
        return
    must_stand(evidence.highlight)
    if _is_evidence(evidence.claim, evidence.highlight):
        raise Conflict(
            "This passage is evidence for the claim again already. Change its relation there."
        )

    restore(evidence)
    end_silence(evidence, by)
    _record(
        Verb.RESTORED,
        evidence,
        by,
        f"put {quoted_passage(evidence.highlight)} back to “{evidence.claim}”",
    )


def _is_evidence(claim: Claim, highlight: Highlight) -> bool:
    return Evidence.objects.filter(
        claim=claim,
        highlight=highlight,
        withdrawn_at=None,
    ).exists()


def _require_for(claim: Claim, by: User) -> None:
    """Lock the claim, and require the role that a person needs to change the evidence of the claim.

    It is the reporter role, or the editor role for a settled claim, because the verdict depends on the
    evidence.
    """
    require(by, role_to_change(lock_claim(claim).status))


def _must_not_count_twice(highlight: Highlight, relation: str) -> None:
    """Raise `Invalid` if the highlight is a projection and `relation` is one that is counted.

    Corroborations and contradictions are counted. The words of a projection are counted already at the
    highlight from which it was projected.
    """
    counts = relation in (Relation.CORROBORATES, Relation.CONTRADICTS)
    if counts and highlight.projected_from_id:
        raise Invalid(
            "This marks the same words in a copy of the text, so it cannot count once more. "
            "Attach the passage it was made from, or attach this one as a repetition."
        )


def _record(
    verb: Verb,
    evidence: Evidence,
    by: User,
    summary: str,
    changes: Changes | None = None,
) -> None:
    line = HistoryLine(
        verb,
        evidence,
        summary,
        story=evidence.claim.story,
        article=evidence.highlight.article,
        changes=changes or {},
    )
    record(line, by=by)
