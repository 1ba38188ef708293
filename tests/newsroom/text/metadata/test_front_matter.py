"""Test the metadata that stands before a Markdown text."""

from datetime import UTC, datetime

import pytest

from newsroom.text.metadata.front_matter import front_matter
from newsroom.text.model import Metadata


def test_keys_fill_their_fields_whatever_their_spelling() -> None:
    stated = front_matter(["Headline: Rain", "AUTHOR: 'Jane Doe'", "pub-date: x", "Site-Name: The Example"])
    assert stated == Metadata(title="Rain", byline="Jane Doe", outlet="The Example")
    stated = front_matter(["Überschrift: Regen", "Datum: 9.7.2022", "Quelle: Das Blatt", "Sprache: de"])
    assert (stated.title, stated.outlet, stated.language) == ("Regen", "Das Blatt", "de")
    assert stated.published_at == datetime(2022, 7, 9, tzinfo=UTC)


def test_of_two_keys_for_one_field_the_first_counts() -> None:
    assert front_matter(["title: One", "headline: Two"]).title == "One"


def test_a_list_of_names_is_a_byline_and_no_title() -> None:
    stated = front_matter(["authors: [Jane Doe, 'Bo Lind']", "title: [a, b]"])
    assert stated == Metadata(byline="Jane Doe, Bo Lind")


@pytest.mark.parametrize(
    ("source", "stated"),
    [
        ("The Example", Metadata(outlet="The Example")),
        ("https://example.org/rain", Metadata(url="https://example.org/rain")),
    ],
)
def test_a_source_is_an_outlet_or_the_address_of_the_page(source: str, stated: Metadata) -> None:
    assert front_matter([f"source: {source}"]) == stated


def test_a_date_keeps_its_precision() -> None:
    assert front_matter(["date: 2022-07-09"]).published_on_day
    stated = front_matter(["date: 2022-07-09T10:30:00Z"])
    assert (stated.published_at, stated.published_on_day) == (datetime(2022, 7, 9, 10, 30, tzinfo=UTC), False)


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "|", ">", "&anchor", "*alias", "!tag"])
def test_a_value_that_is_no_plain_words_is_passed_over(value: str) -> None:
    assert front_matter([f"title: {value}"]) == Metadata()


@pytest.mark.parametrize(
    ("value", "language"),
    [("en", "en"), ("en-GB", "en"), ("ger", "ger"), ("e", ""), ("engl", ""), ("en GB", "")],
)
def test_a_language_is_a_code_of_two_or_three_letters(value: str, language: str) -> None:
    assert front_matter([f"lang: {value}"]).language == language


def test_front_matter_of_other_shapes_is_let_be() -> None:
    assert (
        front_matter(
            [
                "tags: [a, b]",
                "author: [{name: x}]",
                "- y",
                "url: not an address",
                "lang: English please",
                "date: soon",
            ]
        )
        == Metadata()
    )
