"""Test that a withdrawn row keeps who withdrew it and when, and that nobody can withdraw it twice."""

import pytest

from annotations.actions.withdrawing import restore, withdraw
from annotations.models import Comment, Highlight
from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment() -> Comment:
    return make.comment(make.highlight(make.article()))


def test_who_took_a_row_back_is_kept_and_the_second_person_changes_nothing(comment: Comment) -> None:
    first, second = make.user(), make.user()
    assert [withdraw(comment, first), withdraw(comment, second)] == [True, False]
    stored = Comment.objects.get(pk=comment.pk)
    assert (stored.withdrawn_by, stored.withdrawn_at) == (first, comment.withdrawn_at)


def test_a_restored_row_names_nobody_and_is_restored_once(comment: Comment) -> None:
    withdraw(comment, make.user())
    assert [restore(comment), restore(comment)] == [True, False]
    stored = Comment.objects.get(pk=comment.pk)
    assert (stored.withdrawn_by, stored.withdrawn_at) == (None, None)


def test_nothing_but_the_withdrawal_is_saved() -> None:
    highlight = make.highlight(make.article())
    stale = Highlight.objects.get(pk=highlight.pk)
    Highlight.objects.filter(pk=highlight.pk).update(note="Meanwhile.")
    by: User = make.user()
    withdraw(stale, by)
    assert Highlight.objects.get(pk=highlight.pk).note == "Meanwhile."
