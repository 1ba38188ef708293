import pytest

from newsroom.text.language.counted import counted


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(0, "0 passages"), (1, "1 passage"), (2, "2 passages")],
)
def test_the_noun_is_in_the_plural_unless_there_is_one(number: int, sentence: str):
    assert counted(number, "passage") == sentence
