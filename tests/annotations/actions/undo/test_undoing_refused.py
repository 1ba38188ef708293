"""Test that an act which can no longer be undone is refused with a sentence, and that the
person can leave it out.
"""

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.comments import comment_on
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.passages.highlights import (
    tag_highlight,
)
from annotations.actions.undo.undoing import UndoRefusal, redo, undo
from annotations.models import Highlight
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.people.redacting import redact_lines
from newsroom.errors import Invalid
from newsroom.models import Activity, Article, Story, User, Verb
from newsroom.roles import UserRole
from tests import make
from tests.annotations.actions.undo.highlight_state import state

pytestmark = pytest.mark.django_db


def test_a_refused_undo_names_its_line_and_the_one_before_is_undone_in_its_place(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User
) -> None:
    tag = make.tag(by=person)
    tag_highlight(passage, tag, by=person)
    other = make.highlight(articles[1], by=person)
    make.evidence(make.claim(story), other)
    with pytest.raises(UndoRefusal, match="evidence for 1 claim") as refused:
        undo(story, by=person)
    assert refused.value.line.object_id == str(other.pk)
    assert state(passage)["tags"] == [str(tag)]

    undo(story, by=person, leaving={refused.value.line.pk})
    assert state(passage)["tags"] == []
    assert state(other)["standing"]


def test_what_was_left_is_offered_again_once_nothing_forbids_it(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User
) -> None:
    other = make.highlight(articles[1], by=person)
    evidence = make.evidence(make.claim(story), other)
    with pytest.raises(UndoRefusal) as refused:
        undo(story, by=person)
    undo(story, by=person, leaving={refused.value.line.pk})
    redo(story, by=person)
    withdraw_evidence(evidence, by=make.user(UserRole.EDITOR))
    undo(story, by=person)
    assert (state(other)["standing"], state(passage)["standing"]) == (False, True)


def test_where_everything_else_is_left_nothing_before_it_can_be_undone(
    passage: Highlight, story: Story, person: User
) -> None:
    make.evidence(make.claim(story), passage)
    with pytest.raises(UndoRefusal) as refused:
        undo(story, by=person)
    with pytest.raises(Invalid, match="nothing of yours before that"):
        undo(story, by=person, leaving={refused.value.line.pk})


def test_a_refusal_keeps_the_status_of_the_rule_that_refuses(story: Story, person: User) -> None:
    claim = make.claim(story)
    passage = make.highlight(make.article(story=story))
    make.evidence(claim, passage, "context", by=person)
    settle_claim(claim, "true", "Two agencies say so.", version=1, by=make.user(UserRole.EDITOR))
    with pytest.raises(UndoRefusal, match="takes an editor") as refused:
        undo(story, by=person)
    assert refused.value.status == 403


def test_a_line_that_tells_of_a_field_unknown_today_is_refused_with_a_sentence(
    passage: Highlight, story: Story, person: User
) -> None:
    changes = {"mood": ("calm", "angry")}
    line = HistoryLine(Verb.DESCRIBED, passage, "did", article=passage.article, changes=changes)
    record(line, by=person)
    with pytest.raises(UndoRefusal, match="changed this since"):
        undo(story, by=person)


def test_an_act_whose_undoing_was_redacted_is_not_undone_again(
    passage: Highlight, story: Story, person: User
) -> None:
    tag = make.tag(by=person)
    tag_highlight(passage, tag, by=person)
    comment_on(passage, "Who is meant?", by=person)
    undo(story, by=person)
    undoing = Activity.objects.exclude(undoes=None).get()
    redact_lines([undoing.pk], by=make.user(UserRole.CURATOR, "keeper"))

    undo(story, by=person)
    assert state(passage)["tags"] == []
