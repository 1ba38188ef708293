"""Test that the items of a feed are shown with the articles as which they were imported."""

import pytest

from newsroom.queries.feeds import entries_of
from newsroom.text.listings.feeds import Feed, FeedItem
from tests import make

pytestmark = pytest.mark.django_db


def feed_of(*addresses):
    return Feed("Weather", tuple(FeedItem(title="Rain", url=address) for address in addresses))


def test_an_item_is_known_by_the_canonical_address_of_its_article():
    article = make.page("<p>It rained for hours.</p>", url="https://example.org/rain")
    feed = feed_of("https://example.org/rain?utm_source=feed", "https://example.org/hail")
    assert [entry.known for entry in entries_of(feed)] == [article, None]


def test_an_item_whose_address_is_none_is_not_known():
    make.article()
    assert [entry.known for entry in entries_of(feed_of("nowhere"))] == [None]


@pytest.mark.parametrize("number", [1, 3])
def test_a_feed_takes_one_query_however_long_it_is(django_assert_num_queries, number):
    feed = feed_of(*(f"https://example.org/{n}" for n in range(number)))
    with django_assert_num_queries(1):
        entries_of(feed)
