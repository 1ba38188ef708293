"""Test that JSON of other tools is read whatever it holds."""

import pytest

from annotations.logic.interchange.json_files import (
    dicts_in,
    id_in,
    json_lines_of,
    json_of,
    number_in,
    storable_text,
    text_in,
    texts_in,
)
from newsroom.errors import Invalid


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{\n{", "line 2, column 1"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5_000, "a number is too long"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        json_of(text)


def test_a_broken_line_is_told_with_its_number() -> None:
    assert list(json_lines_of('{"a": 1}\n\n2\n')) == [(1, {"a": 1}), (3, 2)]
    with pytest.raises(Invalid, match="Line 2, line 1, column 1"):
        list(json_lines_of("1\nx"))


def test_values_of_another_kind_are_passed_over() -> None:
    assert text_in({"a": 1, "b": " ", "c": "x"}, "a", "b", "c") == "x"
    assert text_in([], "a") == ""
    assert dicts_in([{}, 1, None]) == [{}]
    assert dicts_in({"a": 1}) == [{"a": 1}]
    assert dicts_in("x") == []
    assert texts_in(["a", 1, " "]) == ["a"]
    assert texts_in("a") == []
    assert [number_in({"n": value}, "n") for value in (1, 2.0, 2.5, True, "1")] == [1, 2, None, None, None]
    assert number_in(None, "n") is None
    assert [id_in({"id": value}, "id") for value in ("a", 7, None, True)] == ["a", "7", "", ""]
    assert id_in(None, "id") == ""


def test_characters_that_no_database_stores_are_replaced() -> None:
    assert json_of('{"a\\u0000": ["\\ud800", "\\ud83d\\ude00"]}') == {"a\ufffd": ["\ufffd", "😀"]}
    assert storable_text("a\x00") == "a\ufffd"
