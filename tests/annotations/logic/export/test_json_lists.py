"""Test that a list of JSON is written piece by piece."""

import json
from typing import Any

import pytest

from annotations.logic.export.json_lists import json_list


@pytest.mark.parametrize("items", [[], [1], [{"a": "é\n\u202e"}, ["b"], None]])
def test_the_parts_are_one_list(items: list[Any]) -> None:
    assert json.loads("".join(json_list(iter(items)))) == items


def test_each_item_is_a_part_of_its_own() -> None:
    read: list[int] = []

    def numbers() -> Any:
        for number in range(3):
            read.append(number)
            yield number

    parts = json_list(numbers())
    assert (next(parts), read) == ("[\n0", [0])
    assert (next(parts), read) == (",\n1", [0, 1])
