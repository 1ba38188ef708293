"""Test which tags count as nearly equal."""

import pytest

from annotations.logic.alike_tags import alike_tags


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fact", "fact"),
        ("fact", "facts"),
        ("fact-check", "FACT check"),
        ("fact/check", "fact check"),
        ("fact", "fаct"),
        ("claims/numbers", "claim/number"),
        ("vue", "νυε"),
    ],
)
def test_nearly_equal_tags_are_found(one: str, other: str) -> None:
    assert alike_tags([one, "people", other]) == {one: [other], other: [one]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("claims/number", "claims/time"),
        ("claims", "claims/number"),
        ("s", "t"),
        ("!", "?"),
        ("東", "京"),
        ("no", "nos"),
    ],
)
def test_other_tags_are_not(one: str, other: str) -> None:
    assert alike_tags([one, other]) == {}


def test_of_three_each_has_the_two_others() -> None:
    assert alike_tags(["a b", "ab", "A-B"]) == {
        "a b": ["ab", "A-B"],
        "ab": ["a b", "A-B"],
        "A-B": ["a b", "ab"],
    }
