"""Every act is taken back by another, or the table says why undo passes it over."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

import pytest
from django.db import transaction

from annotations.actions.candidates import offer_again
from annotations.actions.claims import restore_claim, withdraw_claim
from annotations.actions.evidence import change_evidence, restore_evidence, withdraw_evidence
from annotations.actions.highlights import (
    describe_highlight,
    move_edges,
    restore_highlight,
    tag_highlight,
    untag_highlight,
    withdraw_highlight,
)
from annotations.actions.links import LinkJudgement, change_link, restore_link, withdraw_link
from annotations.actions.projecting import project_highlight
from annotations.actions.reversals import NEVER_UNDONE, NOT_UNDONE, REVERSALS
from annotations.actions.undoing import redo, undo
from annotations.models import Claim, Dismissal, Evidence, Highlight, Link
from newsroom.actions.history import witnessed
from newsroom.models import Activity, Subject, User, Verb
from newsroom.roles import UserRole
from tests import make
from tests.act_scenes import CALLS, ActScene
from tests.acts import OWN

pytestmark = pytest.mark.django_db

TEXT = "“The minister left,” Lavrov said. “They stayed,” Kuleba said."

#: Lines that the scene does not come to, with what writes them.
WRITTEN_ELSEWHERE = {
    (Subject.ARTICLE, Verb.REANCHORED): "an import that revises an article with highlights",
    (Subject.CLAIM, Verb.COMMENTED): "a remark on a claim",
    (Subject.HIGHLIGHT, Verb.RETAGGED): "merging a tag that highlights bear",
    (Subject.IMPORT_BATCH, Verb.IMPORTED): "the end of an import",
    (Subject.OUTLET, Verb.MADE): "an import that names a new outlet",
    (Subject.ORIGIN, Verb.REJECTED): "splitting or rejecting an origin",
    (Subject.USER, Verb.PASSWORD_SET): "a curator who sets a password",
}


@pytest.fixture(scope="module")
def recorded(_standing: None) -> set[tuple[str, str]]:
    """Subject and verb of each line that the acts of the table write."""
    scene = ActScene(OWN)
    lines: list[Activity] = []
    for call in CALLS.values():
        copy = deepcopy(scene)
        with transaction.atomic(), witnessed() as written:
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


class Desk:
    """A person at work in a story: two articles, passages on them and what rests on those."""

    def __init__(self) -> None:
        self.by = make.user(UserRole.REPORTER)
        self.story = make.story(by=self.by)
        self.article = make.article(TEXT, story=self.story, by=self.by)
        self.second = make.article(TEXT + " So they say.", story=self.story, by=self.by)
        self.tag, self.worn = make.tag(by=self.by), make.tag(by=self.by)
        self.passage = make.highlight(self.article, "The minister left", by=self.by, tags=[self.worn])
        self.elsewhere = make.highlight(self.second, "They stayed", by=self.by)
        self.claim = make.claim(self.story, by=self.by)
        self.evidence = make.evidence(self.claim, self.passage, "context", by=self.by)
        self.link = make.link(self.passage, self.elsewhere, "repeats", by=self.by)

    def fresh(self) -> Highlight:
        return Highlight.objects.select_related("anchor", "article__current").get(pk=self.passage.pk)


def describe(desk: Desk, note: str, attribution: str) -> None:
    passage = desk.fresh()
    describe_highlight(passage, note=note, attribution=attribution, version=passage.version, by=desk.by)


def move(desk: Desk, words: str) -> None:
    start = TEXT.index(words)
    passage = desk.fresh()
    move_edges(passage, start, start + len(words), words, version=passage.version, by=desk.by)


def judge(desk: Desk, relation: str = "context", note: str = "") -> None:
    change_evidence(desk.evidence, relation=relation, note=note, by=desk.by)


def relate(desk: Desk, relation: str = "repeats", aspect: str = "", note: str = "") -> None:
    change_link(desk.link, LinkJudgement(relation, aspect, note), by=desk.by)


def free_passage(desk: Desk) -> Highlight:
    return make.highlight(desk.article, "They stayed", by=desk.by)


def project(desk: Desk) -> None:
    make.origin(desk.article, desk.second, by=desk.by)
    project_highlight(desk.passage, desk.second, by=desk.by)


def withdraw_a_highlight(desk: Desk) -> None:
    withdraw_highlight(free_passage(desk), by=desk.by)


def restore_a_highlight(desk: Desk) -> None:
    passage = free_passage(desk)
    withdraw_highlight(passage, by=desk.by)
    restore_highlight(passage, by=desk.by)


def restore_the_evidence(desk: Desk) -> None:
    withdraw_evidence(desk.evidence, by=desk.by)
    restore_evidence(desk.evidence, by=desk.by)


def restore_the_link(desk: Desk) -> None:
    withdraw_link(desk.link, by=desk.by)
    restore_link(desk.link, by=desk.by)


def withdraw_a_claim(desk: Desk) -> None:
    withdraw_claim(make.claim(desk.story, by=desk.by), version=1, by=desk.by)


def restore_a_claim(desk: Desk) -> None:
    claim = make.claim(desk.story, by=desk.by)
    withdraw_claim(claim, version=1, by=desk.by)
    restore_claim(claim, version=2, by=desk.by)


def offer_the_dismissed(desk: Desk) -> None:
    offer_again(make.dismissal(desk.passage, desk.elsewhere, by=desk.by), by=desk.by)


@dataclass(frozen=True, slots=True)
class ReversalCase:
    """An act, the subject and the verb of the line it writes last, and the fields which that line holds."""

    subject: Subject
    verb: Verb
    fields: tuple[str, ...]
    act: Callable[[Desk], object]


CASES = [
    ReversalCase(Subject.HIGHLIGHT, Verb.DRAWN, (), free_passage),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.DRAWN,
        ("tags",),
        lambda desk: make.highlight(desk.article, "They", by=desk.by, tags=[desk.tag]),
    ),
    ReversalCase(Subject.HIGHLIGHT, Verb.PROJECTED, ("from",), project),
    ReversalCase(Subject.HIGHLIGHT, Verb.WITHDRAWN, (), withdraw_a_highlight),
    ReversalCase(Subject.HIGHLIGHT, Verb.RESTORED, (), restore_a_highlight),
    ReversalCase(
        Subject.HIGHLIGHT, Verb.MOVED, ("quote", "start", "end"), lambda desk: move(desk, "They stayed")
    ),
    ReversalCase(Subject.HIGHLIGHT, Verb.MOVED, ("quote", "end"), lambda desk: move(desk, "The minister")),
    ReversalCase(Subject.HIGHLIGHT, Verb.MOVED, ("quote", "start"), lambda desk: move(desk, "minister left")),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.DESCRIBED,
        ("note", "attribution_guessed"),
        lambda desk: describe(desk, "Seen.", "Lavrov"),
    ),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.DESCRIBED,
        ("attribution", "attribution_guessed"),
        lambda desk: describe(desk, "", "an aide"),
    ),
    ReversalCase(
        Subject.HIGHLIGHT, Verb.DESCRIBED, ("attribution_guessed",), lambda desk: describe(desk, "", "Lavrov")
    ),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.TAGGED,
        ("tags",),
        lambda desk: tag_highlight(desk.passage, desk.tag, by=desk.by),
    ),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.UNTAGGED,
        ("tags",),
        lambda desk: untag_highlight(desk.passage, desk.worn, by=desk.by),
    ),
    ReversalCase(
        Subject.EVIDENCE,
        Verb.ATTACHED,
        (),
        lambda desk: make.evidence(desk.claim, desk.elsewhere, "context", by=desk.by),
    ),
    ReversalCase(
        Subject.EVIDENCE, Verb.WITHDRAWN, (), lambda desk: withdraw_evidence(desk.evidence, by=desk.by)
    ),
    ReversalCase(Subject.EVIDENCE, Verb.RESTORED, (), restore_the_evidence),
    ReversalCase(
        Subject.EVIDENCE, Verb.CHANGED, ("relation",), lambda desk: judge(desk, relation="contradicts")
    ),
    ReversalCase(Subject.EVIDENCE, Verb.CHANGED, ("note",), lambda desk: judge(desk, note="Said twice.")),
    ReversalCase(
        Subject.LINK,
        Verb.LINKED,
        (),
        lambda desk: make.link(desk.elsewhere, free_passage(desk), by=desk.by),
    ),
    ReversalCase(Subject.LINK, Verb.WITHDRAWN, (), lambda desk: withdraw_link(desk.link, by=desk.by)),
    ReversalCase(Subject.LINK, Verb.RESTORED, (), restore_the_link),
    ReversalCase(Subject.LINK, Verb.CHANGED, ("relation",), lambda desk: relate(desk, relation="context")),
    ReversalCase(
        Subject.LINK,
        Verb.CHANGED,
        ("relation", "aspect"),
        lambda desk: relate(desk, relation="contradicts", aspect="time"),
    ),
    ReversalCase(Subject.LINK, Verb.CHANGED, ("note",), lambda desk: relate(desk, note="Word for word.")),
    ReversalCase(Subject.CLAIM, Verb.MADE, (), lambda desk: make.claim(desk.story, by=desk.by)),
    ReversalCase(Subject.CLAIM, Verb.WITHDRAWN, ("withdrawn_at", "withdrawn_by"), withdraw_a_claim),
    ReversalCase(Subject.CLAIM, Verb.RESTORED, ("withdrawn_at", "withdrawn_by"), restore_a_claim),
    ReversalCase(
        Subject.DISMISSAL,
        Verb.DISMISSED,
        (),
        lambda desk: make.dismissal(desk.passage, desk.elsewhere, by=desk.by),
    ),
    ReversalCase(Subject.DISMISSAL, Verb.OFFERED, (), offer_the_dismissed),
]


def standing_things() -> dict[str, list[tuple[object, ...]]]:
    """Return everything about the desk that an act can change, of the things that stand."""
    standing = {"withdrawn_at": None}
    passages = Highlight.objects.filter(**standing).order_by("pk")
    place = ("anchor__start", "anchor__end", "anchor__quote")
    dismissed = Dismissal.objects.filter(**standing)
    return {
        "places": list(passages.values_list("pk", *place)),
        "descriptions": list(passages.values_list("pk", "note", "attribution", "attribution_guessed")),
        "tags": list(passages.order_by("pk", "tags").values_list("pk", "tags")),
        "evidence": list(
            Evidence.objects.filter(**standing).order_by("pk").values_list("pk", "relation", "note")
        ),
        "links": list(
            Link.objects.filter(**standing).order_by("pk").values_list("pk", "relation", "aspect", "note")
        ),
        "claims": list(Claim.objects.filter(**standing).order_by("pk").values_list("pk", "statement")),
        # Dismissing again makes a new row for the same pair.
        "dismissals": list(dismissed.order_by("pair").values_list("pair")),
    }


@pytest.fixture
def desk() -> Desk:
    return Desk()


def last_line(person: User) -> Activity:
    return Activity.objects.filter(actor=person).latest("pk")


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.subject} {case.verb} {' '.join(case.fields)}"
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
    assert {(case.subject, case.verb) for case in CASES} == set(REVERSALS)
    tried = {(case.subject, case.verb, field) for case in CASES for field in case.fields}
    fields = {
        (Subject.HIGHLIGHT, Verb.MOVED): ("quote", "start", "end"),
        (Subject.HIGHLIGHT, Verb.DESCRIBED): ("note", "attribution", "attribution_guessed"),
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
