"""Test which article a source is another copy of, and which articles other programs name."""

import pytest

from newsroom.actions.imports.importing import import_article
from newsroom.models import OutletAlias
from newsroom.queries.known_articles import (
    articles_by_reference,
    has_been_stored,
    has_same_content,
    is_older_version,
    is_unlike,
    known_article,
)
from newsroom.text.compilations.coded import Code, CodedParagraph
from newsroom.text.pipeline import SourceDetails, prepare
from newsroom.text.wires.items import WireItem, article_of
from tests import make

pytestmark = pytest.mark.django_db

TEXT = b"It rained for hours in the city, officials said."


def imported_article(text=TEXT, **details):
    return import_article(text, details=SourceDetails(**details), by=make.user()).revision.article


def source(text=TEXT, **details):
    return prepare(text, details=SourceDetails(**details))


def test_an_external_id_counts_before_an_address():
    by_id = imported_article(external_id="7")
    imported_article(b"It hailed.", url="https://example.org/a")
    assert known_article(source(url="https://example.org/a"), "7") == by_id


def test_an_address_counts_if_the_external_id_is_new():
    by_address = imported_article(url="https://example.org/a")
    assert known_article(source(b"It hailed.", url="https://www.example.org/a/"), "8") == by_address


def test_a_text_counts_only_without_id_and_address():
    article = imported_article()
    assert known_article(source()) == article
    assert known_article(source(), "8") is None
    assert known_article(source(url="https://example.org/a")) is None


def test_a_text_is_known_by_its_outlet_as_well():
    gazette = imported_article(outlet="Gazette")
    assert known_article(source(outlet="gazette")) == gazette
    assert known_article(source(outlet="Courier")) is None
    assert known_article(source()) == gazette


def test_a_text_without_outlet_is_not_that_of_an_outlet():
    nobody = imported_article()
    gazette = imported_article(outlet="Gazette")
    assert gazette != nobody
    assert known_article(source(outlet="Gazette")) == gazette


def test_an_outlet_is_known_by_the_names_of_those_merged_into_it():
    gazette = imported_article(outlet="Gazette")
    OutletAlias.objects.create(outlet=gazette.outlet, word="Ost Gazette")
    assert known_article(source(outlet="Ost Gazette")) == gazette


@pytest.mark.parametrize(
    ("published", "known"),
    [("2022-07-09", True), ("2022-07-09T23:59", True), (None, True), ("2022-07-10", False)],
)
def test_the_same_words_on_another_day_are_another_article(published, known):
    notice = imported_article(outlet="Gazette", published="2022-07-09")
    found = known_article(source(outlet="Gazette", published=published))
    assert found == (notice if known else None)


def test_a_front_page_is_nobodys_address():
    imported_article(url="https://example.org/")
    assert known_article(source(b"It hailed.", url="https://example.org/")) is None
    assert known_article(source(url="https://example.org/")) is not None


def test_a_page_that_counted_up_says_the_same():
    lines = "Posted 1 hour ago\n\n12 comments\n\nIt rained for hours in the city, officials said.\n"
    current = imported_article(lines.encode()).current
    later = lines.replace("1 hour", "2 hours").replace("12 comments", "15 comments")
    assert has_same_content(current, source(later.encode()))
    assert not has_same_content(current, source(later.replace("for hours", "for days").encode()))


@pytest.mark.parametrize(
    ("text", "unlike"),
    [
        (b"It rained for hours in the city, officials said on Friday.", False),
        (b"The council approved the budget after a debate of nine hours.", True),
        (TEXT, False),
    ],
)
def test_a_text_with_hardly_a_word_in_common_is_unlike(text, unlike):
    assert is_unlike(imported_article().current, source(text)) == unlike


def test_a_source_that_nobody_knows_is_none():
    imported_article()
    assert known_article(source(b"It hailed.")) is None


@pytest.mark.parametrize(
    ("text", "details", "same"),
    [
        (TEXT, {"title": "Rain", "byline": "A. Author", "published": "2022-07-09"}, True),
        (TEXT, {"title": "Rain", "byline": "", "published": None}, True),
        (TEXT, {"title": "Hail", "byline": "A. Author", "published": "2022-07-09"}, False),
        (TEXT, {"title": "Rain", "byline": "B. Writer", "published": "2022-07-09"}, False),
        (TEXT, {"title": "Rain", "byline": "A. Author", "published": "2022-07-10"}, False),
        (TEXT + b" So they say.", {"title": "Rain", "byline": "A. Author", "published": "2022-07-09"}, False),
    ],
)
def test_a_source_says_the_same_if_text_and_masthead_are_equal_or_left_blank(text, details, same):
    article = imported_article(external_id="7", title="Rain", byline="A. Author", published="2022-07-09")
    assert has_same_content(article.current, source(text, external_id="7", **details)) == same


def test_articles_go_by_their_external_id_else_by_their_number():
    named, numbered = imported_article(external_id="rain-7"), imported_article(b"It hailed.")
    references = [str(numbered.pk), "rain-7", str(named.pk), "nowhere"]
    assert articles_by_reference(references) == [named, numbered]


@pytest.mark.parametrize("reference", ["", "a\0b", "\ud800", "9" * 18, "9" * 19, "-1", "²"])
def test_a_reference_that_can_name_nothing_names_nothing(reference):
    imported_article(external_id="7")
    assert articles_by_reference([reference]) == []


@pytest.mark.parametrize(("number", "queries"), [(1, 1), (500, 1), (501, 2)])
def test_many_references_take_few_queries(django_assert_num_queries, number, queries):
    with django_assert_num_queries(queries):
        articles_by_reference(f"row-{n}" for n in range(number))


def wire_item(version):
    """Return the text and the details of one version of a wire item."""
    body = (CodedParagraph(Code.TEXT, f"It rained for {version} hours in the city, officials said."),)
    article = article_of(WireItem("urn:a", version=version, paragraphs=body))
    return article.raw, article.details


@pytest.mark.parametrize(("version", "older"), [("2", True), ("3", False), ("4", False), ("", False)])
def test_a_wire_item_is_older_by_its_version(version, older):
    raw, details = wire_item("3")
    article = import_article(raw, details=details, by=make.user()).revision.article
    raw, details = wire_item(version)
    newer = prepare(raw, details=details)
    assert is_older_version(article.current, newer) == older
    assert has_been_stored(article, newer) == (version == "3")


def test_a_page_that_counts_its_versions_itself_is_never_older():
    front_matter = "---\ntitle: Rain\nversion: {0}\nVersion: {0}\n---\nIt rained for {0} hours in the city.\n"
    first = imported_article(front_matter.format(3).encode(), external_id="7")
    assert "Version: 3" in first.current.kept_lines
    assert not is_older_version(first.current, source(front_matter.format(2).encode()))
