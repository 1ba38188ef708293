"""Test the page of the history: the newest line comes first, pages have a fixed size,
and lines can be filtered.
"""

import pytest

from newsroom.views import activity
from tests import make

pytestmark = pytest.mark.django_db


def shown_titles(client, **query):
    """Return the titles of the stories in the lines that the page shows about stories."""
    lines = client.get("/activity/", {"type": "story", **query}).context["page"]
    return [line.story.title for line in lines]


def test_the_newest_line_comes_first(at_work):
    make.story("Rain")
    make.story("Snow")
    assert shown_titles(at_work) == ["Snow", "Rain"]


def test_lines_are_chosen_by_person_and_by_story(at_work):
    ann = make.user(username="ann")
    make.story("Rain", by=ann)
    make.story("Snow")
    assert shown_titles(at_work, by="ann") == ["Rain"]
    assert shown_titles(at_work, story="snow") == ["Snow"]


def test_a_page_holds_so_many_lines_and_the_next_one_goes_on(at_work, monkeypatch):
    monkeypatch.setattr(activity, "PAGE", 2)
    for title in ("Rain", "Snow", "Fog"):
        make.story(title)
    assert [shown_titles(at_work, page=page) for page in (1, 2)] == [["Fog", "Snow"], ["Rain"]]
