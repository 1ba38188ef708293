"""Test how a row of a table becomes a record, whatever the names of its columns are."""

import pytest

from newsroom.errors import Invalid
from newsroom.text.listings.rows import parse_record
from newsroom.text.pipeline import prepare

RAIN = "It rained."


def details_of(**row):
    return parse_record(1, {"text": RAIN, **row}).details


def notes(**row):
    return details_of(**row).notes


def test_a_page_in_a_record_is_text_whatever_charset_it_says_it_has():
    page = (
        '<meta charset="windows-1252"><title>x</title><p>The café reopened on '
        "Friday after the long repair.</p>"
    )
    found = parse_record(1, {"html": page})
    assert "café" in prepare(found.raw, details=found.details).document.text


def test_an_external_id_has_no_white_space_around_it():
    assert parse_record(1, {"external_id": " u1 ", "text": "Rain."}).details.external_id == "u1"


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"headline": "Rain"}, "title", "Rain"),
        ({"Überschrift": "Regen"}, "title", "Regen"),
        ({"Pub_Date": "2022-07-09"}, "published", "2022-07-09"),
        ({"published": "2022-07-09T14:30:00Z"}, "published", "2022-07-09T14:30:00Z"),
        ({"fecha": "9 de julio de 2022"}, "published", "2022-07-09"),
        ({"publisher": "The Example"}, "outlet", "The Example"),
        ({"source": {"id": "ex", "name": "The Example"}}, "outlet", "The Example"),
        ({"source": "https://example.org/rain"}, "url", "https://example.org/rain"),
        ({"permalink": "https://example.org/rain"}, "url", "https://example.org/rain"),
        ({"author": "Jane Doe"}, "byline", "Jane Doe"),
        ({"authors": ["Jane Doe", "Bo Lind"]}, "byline", "Jane Doe, Bo Lind"),
        ({"authors": [{"name": "Jane Doe"}]}, "byline", "Jane Doe"),
        ({"authors": "['Jane Doe', \"Bo Lind\"]"}, "byline", "Jane Doe, Bo Lind"),
        ({"byline": ["Jane Doe"]}, "byline", "Jane Doe"),
        ({"lang": "en"}, "language", "en"),
    ],
)
def test_a_field_stands_under_any_of_its_names(row, field, value):
    assert getattr(details_of(**row), field) == value
    assert notes(**row) == ()


@pytest.mark.parametrize("name", ["content", "Full Text", "maintext", "Volltext", "texto", "本文"])
def test_the_article_stands_under_any_name_of_a_text(name):
    found = parse_record(1, {name: RAIN})
    assert (found.raw, found.details.format) == (RAIN.encode(), "plain")


def test_a_content_that_is_a_page_is_read_as_one():
    assert parse_record(1, {"content": "<p>It rained.</p>"}).details.format == "html"
    assert parse_record(1, {"text": "<p>It rained.</p>"}).details.format == "plain"


def test_columns_that_are_not_used_are_named():
    assert notes(guid="g") == ("This column was not used: guid.",)
    assert notes(guid="g", **{"": "x"}) == ("These columns were not used: guid, one without a name.",)
    assert notes(**{"": ""}) == ()


@pytest.mark.parametrize(("columns", "end"), [(12, "k, l."), (13, "k, l, and 1 more.")])
def test_at_most_12_columns_are_named(columns, end):
    row = dict.fromkeys("abcdefghijklm"[:columns], "x")
    assert notes(**row)[0].endswith(end)


@pytest.mark.parametrize(
    "row",
    [
        {"site": "https://example.org/"},
        {"link": "see below"},
        {"language": "en", "lang": "English please"},
        {"publisher": ["x"]},
        {"authors": [1.5]},
    ],
)
def test_a_value_that_does_not_fit_its_field_is_not_used_and_named(row):
    assert notes(**row) == (f"This column was not used: {list(row)[-1]}.",)
    assert details_of(**row).url is None


def test_of_two_columns_the_first_that_is_filled_is_used_and_the_other_is_said():
    assert details_of(headline="", titel="Regen").title == "Regen"
    assert notes(headline="", titel="Regen") == ()
    assert details_of(headline="Rain", titel="Regen").title == "Rain"
    assert notes(headline="Rain", titel="Regen") == (
        "The columns headline and titel both hold the title: headline was used.",
    )
    assert notes(headline="Rain", titel="Rain ") == ()


def test_the_projects_own_names_come_first():
    assert details_of(headline="Hail", title="Rain").title == "Rain"
    found = parse_record(1, {"body": "Hail.", "text": RAIN})
    assert found.raw == RAIN.encode()
    assert found.details.notes == ("The columns text and body both hold the text: text was used.",)
    found = parse_record(1, {"content": "Hail.", "html": "<p>It rained."})
    assert (found.details.format, len(found.details.notes)) == ("html", 1)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-03 10:00:00", "2024-05-03 10:00:00"),
        ("2024-05-03 10:00:00 UTC", "2024-05-03 10:00:00+00:00"),
        ("20240503T100000Z", "20240503T100000Z"),
        ("May 3, 2024 Friday", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 +0200", "2024-05-03T10:00:00+02:00"),
        ("3.5.2024", "2024-05-03"),
    ],
)
def test_a_date_is_read_as_in_an_article(written, read):
    assert details_of(published_at=written).published == read
    assert details_of(date=written).published == read


@pytest.mark.parametrize("written", ["05/03/2024", "soon", "2024-02-30", "1714730400", "0001-01-01"])
def test_a_date_that_is_not_certain_is_left_blank_and_said_or_refused_under_our_own_name(written):
    found = details_of(date=written)
    assert found.published is None
    assert found.notes == (f"The date “{written}” can be read in several ways, or in none: it was not used.",)
    with pytest.raises(Invalid):
        details_of(published_at=written)


def test_a_text_that_its_source_has_cut_says_so():
    assert notes(text="It rained… [+1234 chars]") == (
        "Its source has cut this text: it ends with the number of missing characters.",
    )


def test_false_is_a_missing_value_and_true_is_no_text():
    details = details_of(outlet=False, byline=False, external_id=False, published_at=False)
    assert (details.outlet, details.byline, details.external_id, details.published) == (None, None, "", None)
    with pytest.raises(Invalid, match="neither text nor a number"):
        details_of(external_id=True)


def test_a_row_with_an_address_and_no_text_is_to_be_fetched():
    record = parse_record(2, {"url": "https://example.org/a", "title": "Rain", "text": "", "story": "rain"})
    assert (record.address, record.raw, record.story) == ("https://example.org/a", b"", "rain")
    assert (record.details.title, record.details.format, record.details.charset) == ("Rain", "", "")
    assert record.details.notes == (
        "The table holds no text of this article: it is fetched from its address.",
    )


def test_a_row_with_a_text_is_not_fetched_and_neither_is_what_is_no_address():
    assert parse_record(2, {"url": "https://example.org/a", "text": "It rained."}).address == ""
    with pytest.raises(Invalid, match="exactly one of text"):
        parse_record(2, {"url": "example", "title": "Rain"})
