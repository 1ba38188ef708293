"""Test which acts on claims, verdicts and comments can no longer be undone, and the sentences that say so."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.undo.undoing import UndoRefusal, undo
from annotations.models import Highlight
from newsroom.actions.history import HistoryLine, record
from newsroom.errors import Conflict
from newsroom.models import Story, User, Verb
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_a_claim_that_others_passages_bear_on_is_not_undone(
    passage: Highlight, story: Story, person: User
) -> None:
    claim = make.claim(story, by=person)
    make.evidence(claim, passage, by=make.user(UserRole.REPORTER, "colleague"))
    with pytest.raises(Conflict, match="Passages bear on this claim by now"):
        undo(story, by=person)
    assert story.claims.filter(withdrawn_at=None).exists()


def test_a_comment_in_a_line_of_an_earlier_version_keeps_its_own_button(
    passage: Highlight, story: Story, person: User
) -> None:
    make.comment(passage, by=person)
    line = HistoryLine(Verb.COMMENTED, passage, "commented: So?", article=passage.article)
    record(line, by=person)
    with pytest.raises(UndoRefusal, match="with its own button"):
        undo(story, by=person)


def test_a_verdict_of_an_editor_who_has_another_name_by_now_does_not_come_back(
    story: Story,
) -> None:
    first, second = make.user(UserRole.EDITOR), make.user(UserRole.EDITOR)
    claim = make.claim(story, by=first)
    settle_claim(claim, "false", "Nobody saw it.", version=1, by=first)
    settle_claim(claim, "unproven", "Nobody can tell.", version=2, by=second)
    User.objects.filter(pk=first.pk).update(username="another-name")
    with pytest.raises(UndoRefusal, match="changed this since"):
        undo(story, by=second)
    claim.refresh_from_db()
    assert claim.settled_by == second
