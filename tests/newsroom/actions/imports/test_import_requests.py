"""Test which rows are made from a source, and that they keep what was known and corrected before."""

from datetime import UTC, datetime

import pytest

from newsroom.actions.correcting import correct_article
from newsroom.actions.imports.import_requests import (
    capture_of,
    new_article,
    next_revision,
    outlets_of,
    read_request,
    stored_originals,
)
from newsroom.actions.imports.importing import import_request
from newsroom.models import Article, Original, Outlet, Revision
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db

TEXT = b"It rained for hours in the city, officials said."


def request(raw=TEXT, **details):
    return read_request(raw, name="rain.txt", details=SourceDetails(**details))


def test_an_article_is_built_with_the_names_it_is_known_by():
    article = new_article(
        request(title="Rain", external_id="7", url="https://www.example.org/a/?utm_source=x"),
        None,
        by=make.user(),
    )
    assert (article.title, article.external_id, article.address) == ("Rain", "7", "https://example.org/a")
    assert not Article.objects.exists()


def test_what_a_newer_source_leaves_blank_stays_as_it_was_known(reporter):
    first = request(title="Rain", byline="A. Author", published="2022-07-09", language="en")
    article = import_request(first, by=reporter).revision.article
    later = request(TEXT + b" So they say.", title="", byline="", published="", language="")
    revision = next_revision(article, later, article.current.original_id, by=reporter)
    assert (revision.number, revision.headline, revision.byline) == (2, "Rain", "A. Author")
    assert (revision.published_at.date().isoformat(), revision.published_on_day) == ("2022-07-09", True)
    assert revision.language == "en"


def test_what_the_desk_corrected_holds_until_the_source_says_something_new(reporter):
    article = import_request(request(title="Rain", byline="A. Author"), by=reporter).revision.article
    correct_article(article, {"title": "Hail", "byline": "B. Writer"}, {}, number=1, by=reporter)
    article.refresh_from_db()
    later = request(TEXT + b" So they say.", title="Rain", byline="C. Clerk")
    revision = next_revision(article, later, article.current.original_id, by=reporter)
    assert (revision.headline, revision.byline) == ("Hail", "C. Clerk")
    assert revision.read == {"title": "Rain"}


def test_equal_bytes_are_stored_once_and_known_again():
    first, second, again = stored_originals([b"Rain.", b"Hail.", b"Rain."])
    assert first == again != second
    assert stored_originals([b"Hail."]) == [second]
    assert Original.objects.count() == 2


def test_a_time_of_publication_is_kept_in_utc(reporter):
    revision = import_request(request(published="2022-07-09T14:30:00+02:00"), by=reporter).revision
    assert revision.published_at == datetime(2022, 7, 9, 12, 30, tzinfo=UTC)
    assert revision.published_at.utcoffset().total_seconds() == 0


def test_a_capture_says_how_the_bytes_came():
    fetched = {
        "asked": "https://example.org/1",
        "address": "https://example.org/2",
        "at": "2022-07-09T12:00:00+00:00",
        "status": 200,
        "headers": {"etag": "7"},
    }
    capture = capture_of(Revision(), fetched)
    assert (capture.asked, capture.address) == ("https://example.org/1", "https://example.org/2")
    assert (capture.at, capture.headers) == (datetime(2022, 7, 9, 12, tzinfo=UTC), {"etag": "7"})


@pytest.mark.parametrize("number", [1, 3])
def test_an_outlet_that_several_sources_name_is_looked_for_once(reporter, django_assert_num_queries, number):
    herald = Outlet.objects.create(name="Herald")
    requests = [request(outlet="Herald") for _ in range(number)]
    # One query, and three statements that begin and end transactions.
    with django_assert_num_queries(4):
        assert outlets_of(requests, by=reporter) == [herald] * number
