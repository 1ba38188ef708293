"""Test what the panes of the desk show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.queries.desk.panes import overlapping, pane_around, pane_of, panes_of, standing_at
from newsroom.models import Article, User
from newsroom.text.model import Span
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "Rain fell on Bali.\n\nThe minister left early."


@pytest.fixture
def article(editor: User) -> Article:
    return make.article(TEXT, by=editor)


def test_passages_stand_in_reading_order_the_longer_first(article: Article, editor: User) -> None:
    quotes = ("The minister", "Rain", "Rain fell")
    made = {quote: str(make.highlight(article, quote, by=editor).pk) for quote in quotes}
    expected = [made[quote] for quote in ("Rain fell", "Rain", "The minister")]
    assert [passage.id for passage in pane_of(article).passages] == expected


def test_a_withdrawn_highlight_stands_in_no_pane(article: Article, editor: User) -> None:
    withdraw_highlight(make.highlight(article, "Rain", by=editor), by=editor)
    assert pane_of(article).passages == []


def test_the_first_tag_gives_the_colour(article: Article, editor: User) -> None:
    tags = [make.tag("facts", by=editor), make.tag("claims", by=editor)]
    make.highlight(article, "Rain", by=editor, tags=tags)
    (passage,) = pane_of(article).passages
    assert passage.hue == tags[0].hue


def test_a_passage_that_a_revision_changed_says_so(article: Article, editor: User) -> None:
    make.highlight(article, "The minister left early", by=editor)
    revised = make.revision(article, "Rain fell on Bali.\n\nThe minister left very early.", by=editor)
    (passage,) = pane_of(revised).passages
    assert passage.state == "changed"


def test_four_articles_are_shown_and_a_fifth_is_not(editor: User) -> None:
    articles = [make.article(by=editor) for _ in range(5)]
    assert [pane.article for pane in panes_of(articles)] == articles[:4]


def test_panes_take_two_queries_however_many(editor: User) -> None:
    articles = [make.article(by=editor) for _ in range(4)]
    with CaptureQueriesContext(connection) as queries:
        panes_of(articles)
    assert len(queries) == 2


def test_around_a_passage_there_is_what_shares_its_block(article: Article, editor: User) -> None:
    near = make.highlight(article, "Rain", by=editor)
    make.highlight(article, "The minister", by=editor)
    pane = pane_around(article.current, Span(5, 9))
    assert [passage.id for passage in pane.passages] == [str(near.pk)]


def test_highlights_that_share_words_overlap_and_neighbours_do_not(article: Article, editor: User) -> None:
    highlight = make.highlight(article, "Rain fell", by=editor)
    make.highlight(article, "fell on", by=editor)
    make.highlight(article, "Bali", by=editor)
    assert [overlap.quote for overlap in overlapping(highlight)] == ["fell on"]
    assert pane_of(article).overlapping(highlight) == overlapping(highlight)


def test_twenty_overlaps_are_listed_and_no_more(article: Article, editor: User) -> None:
    highlight = make.highlight(article, "Rain", by=editor)
    for _ in range(20):
        make.highlight(article, "Rain", by=editor)
    assert len(overlapping(highlight)) == 20
    make.highlight(article, "Rain", by=editor)
    assert len(overlapping(highlight)) == 20


def test_the_oldest_highlight_on_exactly_these_words_is_found(article: Article, editor: User) -> None:
    oldest = make.highlight(article, "Rain", by=editor)
    make.highlight(article, "Rain", by=editor)
    assert standing_at(article.current, 0, 4) == oldest
    assert standing_at(article.current, 0, 9) is None
