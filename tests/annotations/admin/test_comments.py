"""Test that the panel withdraws and restores comments."""

import pytest

from tests import make
from tests.admin_panel import Panel, last_line

pytestmark = pytest.mark.django_db


def test_comments_are_withdrawn_and_restored(panel: Panel, highlight):
    comment = make.comment(highlight)
    assert panel.do("withdraw", comment) == ["Withdraw comments: 1 comment."]
    assert panel.do("restore", comment) == ["Restore comments: 1 comment."]
    comment.refresh_from_db()
    assert (comment.withdrawn_at, last_line(comment).verb) == (None, "restored")
