"""Test that the person who saves second is told the present values, and keeps what they typed."""

import pytest

from newsroom.actions.seen import as_shown, must_be_as_seen
from newsroom.errors import Conflict
from tests import make

pytestmark = pytest.mark.django_db


def test_what_is_as_it_was_seen_may_be_changed():
    story = make.story("Fire")
    must_be_as_seen(story, {"title": "Fire", "place": ""}, {"title": "Blaze"})


@pytest.mark.parametrize(
    ("longest", "cited"), [(300, "x" * 300), (301, "x" * 300)], ids=["as long as fits", "one longer"]
)
def test_both_values_are_told_as_far_as_they_fit(longest, cited):
    story = make.story("Fire")
    with pytest.raises(Conflict) as caught:
        must_be_as_seen(story, {"title": "Rain"}, {"title": "x" * longest})
    assert f"Title: now it is “Fire”, and you wrote “{cited}”." in caught.value.sentence


def test_a_value_that_is_blank_is_told_as_blank():
    with pytest.raises(Conflict, match="Place: now it is blank, and you wrote blank"):
        must_be_as_seen(make.story("Fire"), {"place": "Bali"}, {"place": ""})


def test_a_related_row_is_compared_by_its_key_and_told_by_its_name():
    article = make.article(outlet="Herald")
    must_be_as_seen(article, {"outlet_id": str(article.outlet_id)}, {})
    with pytest.raises(Conflict, match="Outlet: now it is “Herald”, and you wrote “Courier”"):
        must_be_as_seen(article, {"outlet_id": ""}, {"outlet": "Courier"})


def test_line_breaks_of_browsers_are_no_change():
    assert as_shown("one\r\ntwo") == as_shown("one\ntwo") == "one\ntwo"


def test_nothing_is_shown_as_blank():
    assert as_shown(None) == ""
