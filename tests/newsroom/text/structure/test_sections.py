"""Test which lines are names of sections."""

import pytest

from newsroom.text.structure.sections import is_section


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("World", True),
        ("Exclusive!", True),
        ("US News", True),
        ("World | Politics / Europe", True),
        ("Ships leave", False),
        ("SHIPS LEAVE PORT", True),
        ("SHIPS LEAVE THE PORT", False),
        ("news politics sport culture science", True),
        ("news politics sport culture science health", False),
    ],
)
def test_a_section_is_one_word_known_words_or_shouted(text: str, answer: bool) -> None:
    assert is_section(text) is answer
