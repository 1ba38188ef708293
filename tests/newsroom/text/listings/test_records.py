"""Test records of articles: a JSON object on each line, or a table with a header."""

import json

import pytest

from newsroom.errors import Invalid
from newsroom.text.listings.records import csv_records, json_records
from newsroom.text.listings.rows import Record, parse_record
from newsroom.text.pipeline import SourceDetails, prepare

NO_OBJECT = "This line is no JSON object: one record stands on each line."


def from_json(*lines):
    return list(json_records(line if isinstance(line, bytes) else line.encode() for line in lines))


def from_csv(text):
    return list(csv_records(text))


def test_a_line_is_a_record_with_what_it_states():
    row = {
        "external_id": 7,
        "title": "Rain",
        "text": "It rained.",
        "published_at": "2022-07-09",
        "story": "rain",
    }
    stated = SourceDetails(
        external_id="7", title="Rain", published="2022-07-09", format="plain", charset="utf-8"
    )
    assert from_json(json.dumps(row)) == [Record(1, b"It rained.", stated, "rain")]


def test_blank_lines_count_and_are_passed_over():
    assert [found.line for found in from_json("\ufeff\n", '{"text": "a"}\n', "  \r\n", '{"text": "b"}')] == [
        2,
        4,
    ]


@pytest.mark.parametrize(
    "line", ["no json", "[1, 2]", '"text"', "[" * 5_000, '{"a":' * 5_000, '{"text": "x"', "NaN"]
)
def test_a_line_that_is_no_record_is_told_and_the_next_one_is_read(line):
    assert from_json(line, '{"text": "Rain."}') == [
        Record(1, error=NO_OBJECT),
        Record(2, b"Rain.", SourceDetails(format="plain", charset="utf-8")),
    ]


def test_a_line_of_bytes_that_are_no_text_is_told():
    assert from_json(b"\x00\x01")[0].error.startswith("This file is not text")


def test_half_a_character_is_replaced_and_the_rest_is_read_as_it_is():
    (found,) = from_json('{"text": "“We’re safe” – half \\ud83d"}')
    assert prepare(found.raw, details=found.details).document.text == "“We’re safe” – half \ufffd"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_columns_may_be_parted_by_semicolons_tabs_or_bars(delimiter):
    table = (
        delimiter.join(["external_id", "text"])
        + "\r\n"
        + delimiter.join(["7", "It rained, then it stopped."])
    )
    (found,) = csv_records(table)
    assert (found.details.external_id, found.raw) == ("7", b"It rained, then it stopped.")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"title": "x"}, "none of them"),
        ({"text": ""}, "none of them"),
        ({"text": "a", "html": "<p>a"}, "text and html"),
        ({"text": ["a"]}, "text is neither text nor a number"),
        ({"text": "a", "title": {"en": "x"}}, "title is neither text nor a number"),
        ({"text": "a", "published_at": 1.5}, "published_at is neither text nor a number"),
    ],
)
def test_a_record_without_one_text_or_with_something_else_in_a_column_is_refused(row, why):
    with pytest.raises(Invalid, match=why):
        parse_record(1, row)
    assert why in from_json(json.dumps(row))[0].error


def test_a_row_is_a_record_whose_line_is_where_it_ends():
    found = from_csv('\ufeffTitle,TEXT\r\nRain,"It rained,\r\nand how."\r\n\r\nHail,It hailed.\r\n')
    assert [(item.line, item.raw, item.details.title) for item in found] == [
        (3, b"It rained,\r\nand how.", "Rain"),
        (5, b"It hailed.", "Hail"),
    ]


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_the_first_line_may_name_the_separator(first):
    (found,) = from_csv(f"\ufeff{first}\r\ntext;title, or so\r\nIt rained.;x\r\n")
    assert (found.line, found.raw) == (3, b"It rained.")


def test_a_table_of_only_a_separator_is_refused():
    with pytest.raises(Invalid, match="there are: none"):
        from_csv("sep=;")


def test_a_cell_may_be_as_long_as_an_article():
    (found,) = from_csv(f"text\n{'x' * 1_000_000}\n")
    assert len(found.raw) == 1_000_000


def test_a_guard_against_spreadsheets_is_taken_off_again():
    (found,) = from_csv("title,text\n'+1 for rain,''-5 degrees\n")
    assert (found.details.title, found.raw) == ("+1 for rain", b"'-5 degrees")


@pytest.mark.parametrize("table", ["title,day\nRain,Friday\n", "\n\n", "x", ""])
def test_a_table_without_a_column_of_text_is_refused(table):
    with pytest.raises(Invalid, match="lacks a column text, html, markdown or url"):
        from_csv(table)


def test_a_table_with_a_column_twice_is_refused():
    with pytest.raises(Invalid, match="column title twice"):
        from_csv("title,text,Title\na,b,c\n")


def test_a_row_with_cells_missing_or_too_many_is_told_by_its_line():
    assert [
        (found.line, found.error) for found in from_csv("title,text\nRain\nHail,It hailed.\na,b,c\n")
    ] == [
        (2, "1 cell instead of 2: check the commas and quotation marks."),
        (3, ""),
        (4, "3 cells instead of 2: check the commas and quotation marks."),
    ]


def test_broken_quotation_marks_are_told_by_their_line():
    (_, found) = from_csv('title,text\nHail,It hailed.\n"Rain"x,It rained.\n')
    assert found.line == 3
    assert found.error.startswith("The table breaks off here")


def test_a_row_without_a_text_is_told():
    assert from_csv("title,text\nRain,\n")[0].error.startswith("A record has exactly one of text")


@pytest.mark.parametrize(("letters", "kept"), [(200, 200), (201, 200)])
def test_the_name_of_a_story_is_cut_at_200_characters(letters, kept):
    (found,) = from_json(json.dumps({"text": "It rained.", "story": "x" * letters}))
    assert found.story == "x" * kept


@pytest.mark.parametrize(("letters", "kept"), [(200, 200), (201, 0)])
def test_an_external_id_of_more_than_200_characters_is_left_blank(letters, kept):
    (found,) = from_json(json.dumps({"text": "It rained.", "external_id": "x" * letters}))
    assert found.details.external_id == "x" * kept
