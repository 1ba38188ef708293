"""Test that no spreadsheet runs a cell of the CSV, and that each value comes back unchanged."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.logic.export.rows import read_rows, text_of, write_rows
from newsroom.errors import Invalid
from newsroom.text.listings.cells import escape, unescape

CELLS = st.text(st.characters(exclude_categories=["Cs"]))
LIKELY = st.from_regex(r"\A'{0,3}[=+\-@\t\r\n＝＋－＠]?[a-z\"',\n]*\Z")


@given(CELLS | LIKELY)
def test_every_cell_comes_back_as_it_was(cell: str) -> None:
    assert unescape(escape(cell)) == cell


@given(CELLS | LIKELY)
def test_no_cell_begins_with_what_a_spreadsheet_runs(cell: str) -> None:
    assert not escape(cell).startswith(tuple("=+-@\t\r\n＝＋－＠"))


@pytest.mark.parametrize("cell", ["plain", "'quoted'", "1 = 1", "", "'", "’=1"])
def test_harmless_cells_stay_as_they_are(cell: str) -> None:
    assert escape(cell) == cell


@given(st.lists(st.tuples(CELLS | LIKELY, CELLS | LIKELY)), st.booleans())
def test_a_file_comes_back_row_for_row(rows: list[tuple[str, str]], bom: bool) -> None:
    text = "".join(write_rows(["one", "two"], rows, bom=bom))
    assert text.startswith("\ufeff") == bom
    assert [tuple(row.values()) for row in read_rows(text)] == rows


def test_rows_are_handed_on_in_parts_as_they_come() -> None:
    parts = write_rows(["n"], ([n] for n in range(10**9)))
    assert next(parts) == "n\r\n"
    assert next(parts).startswith("0\r\n1\r\n2\r\n")
    assert 32_000 <= len(next(parts)) < 32_100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (7, "7"),
        (["a", "b"], "a|b"),
        (date(2022, 7, 9), "2022-07-09"),
        (datetime(2022, 7, 9, 12, 30, tzinfo=UTC), "2022-07-09T12:30:00Z"),
        (datetime(2022, 7, 9, 12, 30, tzinfo=timezone(timedelta(hours=2))), "2022-07-09T10:30:00Z"),
    ],
)
def test_values_have_one_spelling(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "needs a header"), ("a,b\r\n1\r\n", "Line 2: 1 cell instead of 2"), ('a,b\r\n"1,2\r\n', "Line ")],
)
def test_a_broken_file_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        list(read_rows(text))


def test_a_cell_may_be_longer_than_pythons_own_limit() -> None:
    article = "word " * 200_000
    (row,) = read_rows("".join(write_rows(["text"], [[article]])))
    assert row == {"text": article}


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(Invalid, match="called “a”"):
        list(read_rows("a,b,a\r\n1,2,3\r\n"))


def test_blank_lines_are_passed_over() -> None:
    assert list(read_rows("a,b\n1,2\n\n3,4\n")) == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]


def test_a_cell_of_sixteen_million_characters_is_read_and_one_more_is_refused() -> None:
    (row,) = read_rows(f"text\n{'a' * 16_000_000}\n")
    assert len(row["text"]) == 16_000_000
    with pytest.raises(Invalid, match="field larger"):
        list(read_rows(f"text\n{'a' * 16_000_001}\n"))


def test_a_part_is_given_on_once_it_has_thirty_two_thousand_characters() -> None:
    # A row is the cell and the two characters that end it.
    _, *parts = write_rows(["text"], [["a" * 31_997], ["b"], ["c"]])
    assert [len(part) for part in parts] == [32_002, 3]
    _, *parts = write_rows(["text"], [["a" * 31_998], ["b"], ["c"]])
    assert [len(part) for part in parts] == [32_000, 6]


def test_another_separator_stands_between_cells_and_is_quoted_inside_them():
    text = "".join(write_rows(["one", "two"], [("a;b", "c,d")], separator=";"))
    assert text == 'one;two\r\n"a;b";c,d\r\n'
