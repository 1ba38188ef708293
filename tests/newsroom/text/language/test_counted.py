import pytest

from newsroom.text.language.counted import counted, counted_range


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(0, "0 passages"), (1, "1 passage"), (2, "2 passages")],
)
def test_the_noun_is_in_the_plural_unless_there_is_one(number: int, sentence: str):
    assert counted(number, "passage") == sentence


@pytest.mark.parametrize(
    ("at_least", "at_most", "sentence"),
    [
        (0, 0, "0 sources"),
        (1, 1, "1 source"),
        (2, 2, "2 sources"),
        (0, 1, "0 to 1 source"),
        (1, 2, "1 to 2 sources"),
    ],
)
def test_two_bounds_are_a_range_unless_they_are_equal(at_least: int, at_most: int, sentence: str):
    assert counted_range(at_least, at_most, "source") == sentence
