"""Test that each act has an act that reverses it, or a reason in the table why undo leaves it out."""

from copy import deepcopy

import pytest
from django.db import transaction

from annotations.actions.judgements.decisions import DECIDED
from annotations.actions.undo.reversals import NEVER_UNDONE, NOT_UNDONE, REVERSALS
from annotations.actions.undo.undoing import redo, undo
from annotations.models import Claim, Comment, Dismissal, Evidence, Highlight, Independence, Link, Silence
from annotations.queries.standing import counted_claims
from newsroom.actions.history import collect_lines
from newsroom.models import Activity, Subject, User, Verb
from tests.act_calls import CALLS
from tests.act_scenes import ActScene
from tests.acts import OWN
from tests.annotations.actions.undo.claim_cases import CLAIM_CASES
from tests.annotations.actions.undo.reversal_cases import CASES, Desk, ReversalCase

pytestmark = pytest.mark.django_db

#: Lines that the acts of the scene do not write, with the act that writes each.
WRITTEN_ELSEWHERE = {
    (Subject.ARTICLE, Verb.REANCHORED): "an import that revises an article with highlights",
    (Subject.CLAIM, Verb.COMMENTED): "a remark on a claim",
    (Subject.HIGHLIGHT, Verb.RETAGGED): "merging a tag that highlights bear",
    (Subject.IMPORT_BATCH, Verb.IMPORTED): "the end of an import",
    (Subject.OUTLET, Verb.MADE): "an import that names a new outlet",
    (Subject.ORIGIN, Verb.REJECTED): "splitting or rejecting an origin",
    (Subject.USER, Verb.PASSWORD_SET): "a curator who sets a password",
    (Subject.USER, Verb.SIGNED_OUT): "a person who ends their own sessions",
}


@pytest.fixture(scope="module")
def recorded(_standing: None) -> set[tuple[str, str]]:
    """Return the subject and the verb of each line that the acts of the table write."""
    scene = ActScene(OWN)
    lines: list[Activity] = []
    for call in CALLS.values():
        copy = deepcopy(scene)
        with transaction.atomic(), collect_lines() as written:
            call(copy, copy.person)
            lines += written
            transaction.set_rollback(True)
    return {(line.object_type, line.verb) for line in lines}


def test_every_recorded_verb_has_a_reversal_or_a_reason_for_none(recorded: set[tuple[str, str]]) -> None:
    never = {(subject, verb) for subject, verb in recorded if verb in NEVER_UNDONE}
    assert recorded - never <= set(REVERSALS) | set(NOT_UNDONE)


def test_a_verb_is_taken_back_or_passed_over_and_never_both() -> None:
    assert not set(REVERSALS) & set(NOT_UNDONE)
    assert not {verb for _, verb in {*REVERSALS, *NOT_UNDONE}} & set(NEVER_UNDONE)


def test_the_tables_name_no_verb_that_no_act_writes(recorded: set[tuple[str, str]]) -> None:
    assert set(REVERSALS) | set(NOT_UNDONE) <= recorded | set(WRITTEN_ELSEWHERE)
    assert {verb for _, verb in {*REVERSALS, *NOT_UNDONE}} | set(NEVER_UNDONE) == set(Verb)


def standing_things() -> dict[str, list[tuple[object, ...]]]:
    """Return everything that an act can change on the desk, without withdrawn rows."""
    standing = {"withdrawn_at": None}
    passages = Highlight.objects.filter(**standing).order_by("pk")
    place = ("anchor__start", "anchor__end", "anchor__quote")
    dismissed = Dismissal.objects.filter(**standing)
    return {
        "places": list(passages.values_list("pk", *place)),
        "descriptions": list(passages.values_list("pk", "note", "attribution", "attribution_guessed")),
        "tellers": list(passages.values_list("pk", "teller", "teller_guessed")),
        "tags": list(passages.order_by("pk", "tags").values_list("pk", "tags")),
        "evidence": list(
            Evidence.objects.filter(**standing).order_by("pk").values_list("pk", "relation", "note")
        ),
        "links": list(
            Link.objects.filter(**standing).order_by("pk").values_list("pk", "relation", "aspect", "note")
        ),
        "claims": list(Claim.objects.filter(**standing).order_by("pk").values_list("pk", *DECIDED)),
        "comments": list(Comment.objects.filter(**standing).order_by("pk").values_list("pk", "body")),
        "silences": list(Silence.objects.filter(**standing).order_by("pk").values_list("pk")),
        "independences": list(Independence.objects.filter(**standing).order_by("pk").values_list("pk")),
        # What a verdict is based on shows in what has changed since.
        "verdicts": [
            (counted.claim.pk, counted.verdict_changes.sentence)
            for counted in counted_claims(Claim.objects.filter(**standing).order_by("pk"))
        ],
        # Dismissing again makes a new row for the same pair.
        "dismissals": list(dismissed.order_by("pair").values_list("pair")),
    }


@pytest.fixture
def desk() -> Desk:
    return Desk()


def last_line(person: User) -> Activity:
    return Activity.objects.filter(actor=person).latest("pk")


@pytest.mark.parametrize(
    "case", [*CASES, *CLAIM_CASES], ids=lambda case: f"{case.subject} {case.verb} {' '.join(case.fields)}"
)
def test_an_act_is_undone_to_the_state_before_and_redone_to_the_state_after(
    desk: Desk, case: ReversalCase
) -> None:
    case.act(desk)
    line = last_line(desk.by)
    assert (line.object_type, line.verb, set(line.changes)) == (case.subject, case.verb, set(case.fields))

    after = standing_things()
    undo(desk.story, by=desk.by)
    before = standing_things()
    assert before != after

    redo(desk.story, by=desk.by)
    assert standing_things() == after
    undo(desk.story, by=desk.by)
    assert standing_things() == before


def test_every_reversal_and_each_field_it_can_meet_is_tried() -> None:
    cases = [*CASES, *CLAIM_CASES]
    assert {(case.subject, case.verb) for case in cases} == set(REVERSALS)
    tried = {(case.subject, case.verb, field) for case in cases for field in case.fields}
    fields = {
        (Subject.HIGHLIGHT, Verb.MOVED): ("quote", "start", "end"),
        (Subject.HIGHLIGHT, Verb.DESCRIBED): ("note", "attribution", "attribution_guessed"),
        (Subject.HIGHLIGHT, Verb.CREDITED): ("teller", "teller_guessed"),
        (Subject.EVIDENCE, Verb.CHANGED): ("relation", "note"),
        (Subject.LINK, Verb.CHANGED): ("relation", "aspect", "note"),
    }
    assert {(*key, field) for key, names in fields.items() for field in names} <= tried


def test_undoing_an_act_gives_back_exactly_what_stood_before_it(desk: Desk) -> None:
    before = standing_things()
    for case in CASES:
        if case.verb in (Verb.DESCRIBED, Verb.MOVED, Verb.TAGGED, Verb.UNTAGGED, Verb.CHANGED):
            case.act(desk)
            undo(desk.story, by=desk.by)
            desk.evidence.refresh_from_db()
            desk.link.refresh_from_db()
            assert standing_things() == before
