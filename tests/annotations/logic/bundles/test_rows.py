"""Test the lines of a bundle: how they are written, and which ones are refused, with their place."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from annotations.logic.bundles.fields import BundleField, BundleTable, FieldKind
from annotations.logic.bundles.rows import digest_of, line_of, plain, read_lines, value_of
from newsroom.errors import Invalid

ONE = str(UUID(int=1))
TABLE = BundleTable(
    "things",
    "things",
    ("id",),
    (
        BundleField("id", FieldKind.ID),
        BundleField("name", FieldKind.TEXT),
        BundleField("size", FieldKind.NUMBER, optional=True),
        BundleField("real", FieldKind.TRUTH),
        BundleField("at", FieldKind.MOMENT),
        BundleField("day", FieldKind.DAY, optional=True),
        BundleField("parts", FieldKind.LIST),
        BundleField("more", FieldKind.OBJECT),
    ),
)
VALUES = {
    "id": ONE,
    "name": "a\u2028b 😀",
    "size": 3,
    "real": True,
    "at": "2022-07-09T10:00:00.000001Z",
    "day": "2022-07-09",
    "parts": [],
    "more": {},
}


def read(*lines: str) -> list[dict[str, object]]:
    return [row.values for row in read_lines(TABLE, "".join(f"{line}\n" for line in lines))]


def refusal(**values: object) -> str:
    with pytest.raises(Invalid) as refused:
        read(line_of(VALUES | {"id": str(UUID(int=2))}), line_of(VALUES | values))
    return refused.value.sentence


def test_a_row_comes_back_as_it_was_written() -> None:
    assert read(line_of(VALUES)) == [VALUES]
    assert read() == []


def test_equal_rows_are_equal_lines() -> None:
    turned = dict(reversed(VALUES.items()))
    assert line_of(turned) == line_of(VALUES)
    assert digest_of(turned) == digest_of(VALUES)
    assert digest_of(VALUES | {"size": 4}) != digest_of(VALUES)


def test_values_of_the_database_become_plain() -> None:
    moment = datetime(2022, 7, 9, 12, 0, 0, 1, tzinfo=timezone(timedelta(hours=2)))
    assert plain(moment) == VALUES["at"]
    assert plain(date(2022, 7, 9)) == "2022-07-09"
    assert plain(UUID(int=1)) == ONE
    assert plain(None) is None


def test_checked_values_become_values_of_the_database() -> None:
    found = {field.name: value_of(field, VALUES) for field in TABLE.fields}
    assert (found["id"], found["day"]) == (UUID(int=1), date(2022, 7, 9))
    assert found["at"] == datetime(2022, 7, 9, 10, 0, 0, 1, tzinfo=UTC)
    assert value_of(TABLE.fields[2], VALUES | {"size": None}) is None


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("id", "1", "UUID"),
        ("id", ONE.upper().replace("1", "A"), "UUID"),
        ("name", 1, "text"),
        ("name", None, "text"),
        ("size", True, "whole number"),
        ("size", -1, "whole number"),
        ("size", 10**9, "whole number"),
        ("real", 1, "true or false"),
        ("at", "2022-07-09T10:00:00", "time (ISO 8601, UTC)"),
        ("at", "2022-07-09T10:00:00+02:00", "time (ISO 8601, UTC)"),
        ("at", "noon", "time (ISO 8601, UTC)"),
        ("at", "0001-01-01T00:00:00.000000+14:00", "time (ISO 8601, UTC)"),
        ("day", "2022-07-40", "day (ISO 8601)"),
        ("day", 5, "day (ISO 8601)"),
        ("parts", {}, "list"),
        ("more", [], "object"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_its_place(name: str, value: object, kind: str) -> None:
    assert refusal(**{name: value}) == f"tables/things.jsonl, line 2: “{name}” is no {kind}."


@pytest.mark.parametrize(
    "values",
    [{"name": "a\ud800"}, {"name": "a\x00"}, {"parts": [["\udfff"]]}, {"more": {"\x00": 1}}],
)
def test_characters_that_no_text_can_have_are_refused(values: dict[str, object]) -> None:
    line = json.dumps(VALUES | values)
    with pytest.raises(Invalid, match=r"line 1: “.*” holds a character that no text can have"):
        read(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1, column 2: this is no JSON"),
        ("[]", "line 1: this is no JSON object."),
        ("[" * 100_000, "line 1: this JSON is nested too deeply."),
        ('{"id": ' + "9" * 5_000 + "}", "line 1: this is no JSON: a number is too long."),
        ("{}", "line 1: the field “at” is missing."),
        (line_of(VALUES | {"x": 1}), "line 1: there is no field “x” in this table."),
    ],
)
def test_a_line_that_is_no_row_is_refused_with_its_place(line: str, said: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(line)
    assert said in refused.value.sentence


def test_a_key_that_comes_twice_is_refused() -> None:
    assert refusal(id=str(UUID(int=2))).endswith(
        "line 2: 00000000-0000-0000-0000-000000000002 is in this file already."
    )
