"""Test which columns of a table are shown, and how a table is read with the columns that a person chooses."""

import json

import pytest

from newsroom.errors import Invalid
from newsroom.text.listings.columns import (
    LONGEST_SAMPLE,
    MOST_COLUMNS,
    ROWS,
    parse_columns,
    table_columns,
    with_columns,
)
from newsroom.text.listings.json_files import records_of_json
from newsroom.text.listings.records import json_records, records_of_csv

TABLE = 'Nr;Überschrift;Wer;Foo;Wann\n1;Regen;Ana Ruiz;"Es regnete\nlange.";3.5.2024\n2;Hagel;;Es hagelte.;\n'
CHOSEN = {"Nr": "", "Überschrift": "title", "Wer": "byline", "Foo": "text", "Wann": "published_at"}


def test_each_column_has_its_first_cells_and_the_field_of_its_name():
    columns = table_columns(TABLE.encode(), is_csv=True)
    assert [(column.name, column.field) for column in columns] == [
        ("Nr", ""),
        ("Überschrift", "title"),
        ("Wer", ""),
        ("Foo", ""),
        ("Wann", ""),
    ]
    assert columns[3].samples == ("Es regnete lange.", "Es hagelte.")


def test_no_more_is_shown_than_a_person_looks_through():
    names = ",".join(f"c{number}" for number in range(MOST_COLUMNS + 1))
    row = ",".join(["x" * (LONGEST_SAMPLE + 1)] * (MOST_COLUMNS + 1))
    columns = table_columns("\n".join([names, *[row] * (ROWS + 1)]).encode(), is_csv=True)
    assert len(columns) == MOST_COLUMNS
    assert [len(sample) for sample in columns[0].samples] == [LONGEST_SAMPLE] * ROWS


def test_the_columns_of_objects_are_the_keys_of_the_first_ones():
    rows = [{"kop": "Regen", "n": 1}, {"kop": "Hagel", "auteurs": ["Ana", "Bo"]}]
    for raw in (json.dumps({"articles": rows}), "\n".join(map(json.dumps, rows))):
        columns = table_columns(raw.encode(), is_csv=False)
        assert [(column.name, column.field) for column in columns] == [
            ("kop", "title"),
            ("n", ""),
            ("auteurs", "byline"),
        ]
        assert columns[2].samples == ("", '["Ana", "Bo"]')


def test_a_table_is_read_as_the_chosen_columns_say():
    first, second = records_of_csv(with_columns(TABLE.encode(), CHOSEN, is_csv=True))
    assert (first.raw.decode(), first.details.title, first.details.byline) == (
        "Es regnete\nlange.",
        "Regen",
        "Ana Ruiz",
    )
    assert (first.details.published, first.line) == ("2024-05-03", 3)
    assert (second.raw, second.line) == (b"Es hagelte.", 4)


def test_a_line_that_names_the_separator_stays():
    renamed = with_columns(f"sep=;\n{TABLE}".encode(), CHOSEN, is_csv=True)
    assert renamed.startswith(b"sep=;\n")
    assert [record.error for record in records_of_csv(renamed)] == ["", ""]


def test_a_column_that_is_left_out_fills_nothing_whatever_its_name():
    table = b"title,text\nRain,It rained.\n"
    (record,) = records_of_csv(with_columns(table, {"title": ""}, is_csv=True))
    assert (record.details.title, record.raw) == (None, b"It rained.")


def test_a_chosen_column_comes_before_one_that_has_the_name_of_its_field():
    table = b"title,Ueberschrift,text\nno,Rain,It rained.\n"
    (record,) = records_of_csv(with_columns(table, {"Ueberschrift": "title"}, is_csv=True))
    assert record.details.title == "Rain"


def test_objects_are_read_as_the_chosen_columns_say_and_what_is_none_is_still_reported():
    lines = b'{"kop": "Regen", "x": "Es regnete."}\nno object\n'
    renamed = with_columns(lines, {"x": "text"}, is_csv=False)
    first, second = json_records(renamed.split(b"\n"))
    assert (first.raw, first.details.title) == (b"Es regnete.", "Regen")
    assert "no JSON object" in second.error
    array = with_columns(b'[{"x": "Es regnete."}]', {"x": "text"}, is_csv=False)
    assert records_of_json(array)[0].raw == b"Es regnete."


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"Foo": "headline"}, "There is no field headline"),
        ({"Foo": "text", "Wer": "text"}, "Two columns are chosen for text"),
        ({"Bar": "text"}, "no column “Bar”"),
    ],
)
def test_a_choice_that_cannot_be_read_gets_a_sentence(columns, sentence):
    with pytest.raises(Invalid, match=sentence):
        with_columns(TABLE.encode(), columns, is_csv=True)


def test_columns_are_written_as_pairs():
    assert parse_columns("Überschrift=title, Foo = text,Nr=") == {
        "Überschrift": "title",
        "Foo": "text",
        "Nr": "",
    }
    assert parse_columns("") == {}
    for wrong in ("Foo", "=title", "Foo=headline"):
        with pytest.raises(Invalid):
            parse_columns(wrong)


def test_what_no_database_stores_is_written_out_and_the_column_is_still_known():
    raw = json.dumps({"Na\0me": "Ra\0in", "text": "It \udc00rained."}).encode()
    first, second = table_columns(raw, is_csv=False)
    assert (first.name, first.samples) == ("Na\\u0000me", ("Ra\\u0000in",))
    assert second.samples == ("It \\udc00rained.",)
    mapped = json.loads(with_columns(raw, {first.name: "title"}, is_csv=False))
    assert mapped["headline"] == "Ra\0in"
