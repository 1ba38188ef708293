"""Test comments on highlights and claims: who may withdraw them, and what the history says."""

import pytest

from annotations.actions.comments import comment_on, restore_comment, withdraw_comment
from annotations.models import Claim, Comment, Highlight
from newsroom.errors import Forbidden, Invalid
from newsroom.models import Activity, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def passage() -> Highlight:
    return make.highlight(make.article(story=make.story()))


@pytest.fixture
def claim() -> Claim:
    return make.claim(make.story())


def test_a_remark_is_listed_with_the_article_or_the_story_it_concerns(
    passage: Highlight, claim: Claim, reporter: User
) -> None:
    comment_on(passage, "  Who said so?  ", by=reporter)
    line = Activity.objects.latest("pk")
    assert (line.article, line.story, line.summary) == (passage.article, None, "commented: Who said so?")
    comment_on(claim, "Ask again.", by=reporter)
    line = Activity.objects.latest("pk")
    assert (line.article, line.story) == (None, claim.story)


def test_an_empty_remark_is_refused(passage: Highlight, reporter: User) -> None:
    with pytest.raises(Invalid):
        comment_on(passage, "  ", by=reporter)
    assert not Comment.objects.exists()


def test_ones_own_remark_takes_a_reporter_and_anothers_an_editor(passage: Highlight, reporter: User) -> None:
    own, anothers = make.comment(passage, by=reporter), make.comment(passage)
    withdraw_comment(own, by=reporter)
    with pytest.raises(Forbidden):
        withdraw_comment(anothers, by=reporter)
    withdraw_comment(anothers, by=make.user(UserRole.EDITOR))
    assert not Comment.objects.filter(withdrawn_at=None).exists()


def test_a_remark_is_withdrawn_and_restored_once(passage: Highlight, reporter: User) -> None:
    comment = make.comment(passage, by=reporter)
    for act in (withdraw_comment, withdraw_comment, restore_comment, restore_comment):
        act(comment, by=reporter)
    lines = Activity.objects.filter(object_type="comment", object_id=str(comment.pk)).order_by("pk")
    assert [line.verb for line in lines] == ["withdrawn", "restored"]
