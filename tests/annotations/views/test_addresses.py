"""Test the address of the desk."""

from types import SimpleNamespace

from annotations.views.addresses import desk_address

STORY = SimpleNamespace(slug="walk-out")


def test_the_desk_alone():
    assert desk_address(STORY) == "/stories/walk-out/desk/"


def test_the_desk_with_articles_in_their_order():
    articles = [SimpleNamespace(pk=15), SimpleNamespace(pk=12)]
    assert desk_address(STORY, *articles) == "/stories/walk-out/desk/?read=15,12"


def test_the_desk_at_a_highlight():
    highlight = SimpleNamespace(pk="abc")
    assert desk_address(STORY, highlight=highlight) == "/stories/walk-out/desk/?h=abc"
    address = desk_address(STORY, SimpleNamespace(pk=3), highlight=highlight)
    assert address == "/stories/walk-out/desk/?read=3&h=abc"
