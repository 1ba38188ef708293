"""Test what the lists of articles show."""

from datetime import date

import pytest

from newsroom.actions.imports.importing import import_article
from newsroom.queries import articles as queries
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(reporter):
    """Return three articles with everything that a list can filter by."""
    story = make.story("Rain", by=reporter)
    stated = [
        (
            "It rained in Bali all day.",
            {"title": "B title", "outlet": "Courier", "byline": "A. Author", "language": "en"},
            story,
        ),
        (
            "It hailed in Delhi.",
            {"title": "A title", "outlet": "Herald", "language": "de", "published": "2022-07-09"},
            None,
        ),
        ("Es schneite.", {"title": "C title", "published": "2022-07-10T23:30:00+00:00"}, story),
    ]
    return [
        import_article(
            text.encode(),
            details=SourceDetails(external_id=str(n), format="plain", **details),
            by=reporter,
            story=in_it,
        ).revision.article
        for n, (text, details, in_it) in enumerate(stated)
    ]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, [2, 1, 0]),
        ({"q": "RAINED"}, [0]),
        ({"q": "title"}, [2, 1, 0]),
        ({"q": "herald"}, [1]),
        ({"q": "a. author"}, [0]),
        ({"q": "nowhere"}, []),
        ({"outlet": "courier"}, [0]),
        ({"story": "rain"}, [2, 0]),
        ({"story": "no-such"}, []),
        ({"language": "DE"}, [1]),
        ({"since": date(2022, 7, 10)}, [2]),
        ({"until": date(2022, 7, 9)}, [1]),
        ({"since": date(2022, 7, 9), "until": date(2022, 7, 10)}, [2, 1]),
        ({"sort": "title"}, [1, 0, 2]),
        ({"sort": "unknown"}, [2, 1, 0]),
        ({"story": "rain", "sort": "title"}, [0, 2]),
    ],
)
def test_a_list_holds_what_its_filters_choose_in_its_order(shelf, filters, found):
    assert list(queries.articles_matching(filters)) == [shelf[index] for index in found]


def test_sorting_by_outlet_and_date_puts_the_known_in_order(shelf):
    by_outlet = [
        article.outlet and article.outlet.name for article in queries.articles_matching({"sort": "outlet"})
    ]
    assert [name for name in by_outlet if name] == ["Courier", "Herald"]
    by_date = [a.current.published_at for a in queries.articles_matching({"sort": "published"})]
    assert [moment.day for moment in by_date if moment] == [10, 9]


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_takes_the_same_queries_however_long_it_is(shelf, django_assert_num_queries, number):
    with django_assert_num_queries(2):
        for article in queries.articles_matching({})[:number]:
            assert article.title
            assert article.current.number == 1
            assert [story.title for story in article.stories.all()] in ([], ["Rain"])
            assert article.outlet is None or article.outlet.name


def test_a_hit_shows_the_words_with_what_stands_around_them(shelf):
    (line,) = queries.article_lines(queries.articles_matching({"q": "hailed"}), "HAILED")
    assert [(hit.before, hit.words) for hit in line.hits] == [("It ", "hailed")]


@pytest.mark.parametrize(("words", "number"), [("herald", 1), ("", 0)])
def test_there_is_no_hit_where_only_the_masthead_matched(shelf, django_assert_num_queries, words, number):
    with django_assert_num_queries(number):
        lines = queries.article_lines(shelf, words)
    assert [(line.article, line.hits) for line in lines] == [(article, ()) for article in shelf]


def test_the_languages_to_choose_from_are_those_that_occur(shelf):
    assert queries.languages() == ["de", "en"]


def test_a_language_only_an_old_revision_had_is_none_to_choose(reporter):
    for text, language in (("Rain.", "fr"), ("Hail.", "en")):
        import_article(text.encode(), details=SourceDetails(external_id="7", language=language), by=reporter)
    assert queries.languages() == ["en"]
