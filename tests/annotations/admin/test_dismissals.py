"""Test that the panel can withdraw a dismissal once, so that the pair is offered again."""

import pytest

from tests import make
from tests.admin_panel import Panel, assert_nothing_to_confirm, last_line

pytestmark = pytest.mark.django_db


def test_a_dismissed_passage_is_offered_again_and_only_once(panel: Panel, highlight, bound):
    dismissal = make.dismissal(highlight, bound)
    assert panel.do("offer_again", dismissal) == ["Offer again: 1 dismissal."]
    dismissal.refresh_from_db()
    assert (dismissal.withdrawn_by, last_line(dismissal).verb) == (panel.curator, "offered")
    assert_nothing_to_confirm(panel.show("offer_again", dismissal))
