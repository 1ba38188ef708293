"""Test that the language of a sentence is guessed by its short common words."""

import pytest

from newsroom.text.language.numbers.tongues import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ships were lost in the storm.", "en"),
        ("1.234 Euro wurden gezahlt", "de"),
        ("1 234 personnes ont fui", "fr"),
        ("1.500 personas huyeron", "es"),
        ("Circa 1.500 persone sono rimaste", "it"),
        ("Cerca de 1.500 pessoas foram retiradas", "pt"),
        ("Ongeveer 1.500 mensen werden geëvacueerd", "nl"),
        ("Około 1.500 osób zostało rannych", "pl"),
        ("Около 1.500 человек были ранены", "ru"),
        ("1.234", ""),
        ("", ""),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str):
    assert guess_language(text) == language


def test_a_tie_with_english_is_no_language():
    assert guess_language("12,500 die in") == ""
