"""Test how the values of parameters become ids and days."""

import pytest

from annotations.queries.exports.conditions import day, identity, number
from newsroom.errors import Invalid


def test_an_id_has_at_most_18_digits() -> None:
    assert number("9" * 18) == 999_999_999_999_999_999
    with pytest.raises(Invalid):
        number("9" * 19)


def test_an_error_quotes_at_most_40_characters() -> None:
    with pytest.raises(Invalid) as refusal:
        day("a" * 41)
    assert refusal.value.sentence.startswith(f"“{'a' * 40}” is")


def test_an_id_of_a_passage_is_a_uuid():
    text = "0b6f4c1e-8f0e-4a44-9c55-8f2d5d1f3f10"
    assert str(identity(text)) == text
    with pytest.raises(Invalid) as refusal:
        identity("12")
    assert refusal.value.sentence == "“12” is no id: copy it from an export."
