"""Test that rows become JSON Lines which keep the kinds of their values."""

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest

from annotations.logic.export.json_rows import json_lines


def test_numbers_booleans_and_lists_stay_what_they_are() -> None:
    (line,) = json_lines(["n", "yes", "none", "list"], [(1, True, None, ["ä", 2])])
    assert line == '{"n": 1, "yes": true, "none": null, "list": ["ä", 2]}\n'


def test_times_and_ids_become_text_as_in_csv() -> None:
    (line,) = json_lines(["at", "ids"], [(datetime(2022, 7, 9, 12, tzinfo=UTC), [UUID(int=1)])])
    assert json.loads(line) == {"at": "2022-07-09T12:00:00Z", "ids": [str(UUID(int=1))]}


def test_a_line_break_inside_a_value_does_not_end_the_line() -> None:
    (line,) = json_lines(["text"], [("a\nb",)])
    assert line.count("\n") == 1


def test_a_row_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(json_lines(["a", "b"], [(1,)]))
