"""The page of the history: the newest line first, so many to a page, chosen by who did what to what."""

import pytest

from newsroom.views import activity
from tests import make

pytestmark = pytest.mark.django_db


def shown(client, **query):
    """What the lines on the page say was done to stories, by the titles of these."""
    lines = client.get("/activity/", {"type": "story", **query}).context["page"]
    return [line.story.title for line in lines]


def test_the_newest_line_comes_first(at_work):
    make.story("Rain")
    make.story("Snow")
    assert shown(at_work) == ["Snow", "Rain"]


def test_lines_are_chosen_by_person_and_by_story(at_work):
    ann = make.user(username="ann")
    make.story("Rain", by=ann)
    make.story("Snow")
    assert shown(at_work, by="ann") == ["Rain"]
    assert shown(at_work, story="snow") == ["Snow"]


def test_a_page_holds_so_many_lines_and_the_next_one_goes_on(at_work, monkeypatch):
    monkeypatch.setattr(activity, "PAGE", 2)
    for title in ("Rain", "Snow", "Fog"):
        make.story(title)
    assert [shown(at_work, page=page) for page in (1, 2)] == [["Fog", "Snow"], ["Rain"]]
