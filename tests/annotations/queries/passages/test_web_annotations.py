"""Test which highlights and links a collection holds, and how they are paged."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.judgements.links import withdraw_link
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.queries.passages import web_annotations as queries
from annotations.queries.passages.web_annotations import (
    AnnotationStyle,
    passage_annotations,
    standing_highlight,
    standing_link,
    things_of_article,
    things_of_story,
)
from newsroom.models import ForeignRow, User
from tests import make

pytestmark = pytest.mark.django_db
STYLE = AnnotationStyle("https://desk.example")


@pytest.fixture
def ada() -> User:
    return make.user()


def test_a_story_gives_its_highlights_then_its_links_page_by_page(ada, monkeypatch):
    story = make.story()
    marked = [make.highlight(make.article(story=story), by=ada) for _ in range(2)]
    elsewhere = make.highlight(make.article(), by=ada)
    link = make.link(marked[0], elsewhere, by=ada)
    make.link(elsewhere, make.highlight(make.article(), by=ada), by=ada)
    things = things_of_story(story)
    monkeypatch.setattr(queries, "PAGE_SIZE", 2)
    ids = [[item["id"].split("/")[-2] for item in things.page(number, STYLE)] for number in range(3)]
    assert ids == [[str(highlight.pk) for highlight in marked], [str(link.pk)], []]
    assert things.container("a:all", "All", STYLE).total == 3


def test_an_article_gives_links_at_either_end(ada):
    one, other = (make.highlight(make.article(), by=ada) for _ in range(2))
    make.link(one, other, by=ada)
    for highlight in (one, other):
        assert [len(things_of_article(highlight.article).page(0, STYLE))] == [2]


def test_who_made_it_elsewhere_is_the_creator(ada):
    article, other = make.article(), make.article()
    link = make.link(make.highlight(article, by=ada), make.highlight(other, by=ada), by=ada)
    for kind, pk in (("highlight", link.source_id), ("link", link.pk)):
        names = {"created_by": {"name": f"{kind} maker", "at": None}}
        ForeignRow.objects.create(
            object_type=kind, object_id=str(pk), source="bundle", foreign_id="1", names=names
        )
    creators = [item["creator"]["nickname"] for item in things_of_article(article).page(0, STYLE)]
    assert creators == ["highlight maker", "link maker"]
    (item,) = passage_annotations([link.target], STYLE)
    assert item["creator"]["nickname"] == ada.username


def test_what_is_withdrawn_is_left_out(ada):
    one, other = (make.highlight(make.article(), by=ada) for _ in range(2))
    link = make.link(one, other, by=ada)
    assert standing_link(link.pk) == link
    withdraw_link(link, by=ada)
    withdraw_highlight(one, by=ada)
    assert standing_link(link.pk) is None
    assert standing_highlight(one.pk) is None
    assert things_of_article(one.article).page(0, STYLE) == []


def test_a_lost_passage_is_shown_where_it_stood_last(ada):
    highlight = make.highlight(make.article("Rain fell on Java.", by=ada), "Rain fell on Java", by=ada)
    make.revision(highlight.article, "Nine hours of talk about the budget of the council.", by=ada)
    highlight = standing_highlight(highlight.pk)
    assert highlight.anchor.start is None
    (annotation,) = passage_annotations([highlight], STYLE)
    assert annotation["target"]["source"]["id"].endswith("/v/1/text/")
    assert annotation["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 0, "end": 17}


@pytest.mark.parametrize("utf16", [False, True])
def test_texts_are_read_only_for_offsets_in_utf16(ada, utf16):
    highlight = make.highlight(make.article("🌧 Rain fell.", by=ada), "Rain", by=ada)
    with CaptureQueriesContext(connection) as captured:
        things_of_article(highlight.article).page(0, AnnotationStyle("", utf16=utf16))
    text = '"newsroom_revision"."text"'
    assert any(text in query["sql"] for query in captured.captured_queries) == utf16


def test_a_page_takes_no_more_queries_for_more_highlights(ada, django_assert_num_queries):
    story = make.story()
    article = make.article("Rain fell on Java and on Bali and on Nias.", story=story)
    for word in ("Java", "Bali", "Nias"):
        make.highlight(article, word, by=ada)
    things = things_of_story(story)
    with django_assert_num_queries(5):
        assert len(things.page(0, STYLE)) == 3
