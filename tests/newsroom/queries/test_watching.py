"""Test which articles have an address to check again, and when each was checked last."""

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.actions.imports.importing import import_article
from newsroom.models import Article
from newsroom.queries.watching import watched_addresses
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db

ADDRESS = "https://www.example.org/a/?utm_source=feed"


def article(**details):
    return import_article(b"It rained.", details=SourceDetails(**details), by=make.user()).revision.article


def test_only_an_article_with_an_address_is_watched():
    article(external_id="7")
    watching = article(url=ADDRESS)
    assert [address.pk for address in watched_addresses()] == [watching.pk]


def test_an_address_is_watched_as_the_page_itself_spells_it():
    article(url=ADDRESS)
    assert [address.url for address in watched_addresses()] == [ADDRESS]


def test_the_articles_of_one_story_can_be_watched_alone():
    story = make.story()
    inside = make.page("<p>It rained.</p>", url="https://example.org/in")
    make.page("<p>It hailed.</p>", url="https://example.org/out")
    story.places.create(article=inside, added_by=make.user())
    assert [address.pk for address in watched_addresses(story)] == [inside.pk]


def test_an_address_was_seen_when_it_was_checked_or_imported_last():
    watching = article(url=ADDRESS)
    imported = watching.current.created_at
    assert [address.seen for address in watched_addresses()] == [imported]
    for checked, seen in (
        (imported - timedelta(hours=1), imported),
        (imported + timedelta(hours=1), imported + timedelta(hours=1)),
    ):
        Article.objects.update(checked_at=checked)
        assert [address.seen for address in watched_addresses()] == [seen]


def test_the_age_counts_from_publication_or_else_from_the_import():
    watching = article(url=ADDRESS)
    assert [address.published for address in watched_addresses()] == [watching.created_at]


def test_a_published_article_is_as_old_as_its_publication():
    article(url=ADDRESS, published="2022-07-09T10:00:00+00:00")
    assert [address.published for address in watched_addresses()] == [datetime(2022, 7, 9, 10, tzinfo=UTC)]


def test_failures_are_known():
    article(url=ADDRESS)
    Article.objects.update(failures=3)
    assert [address.failures for address in watched_addresses()] == [3]
