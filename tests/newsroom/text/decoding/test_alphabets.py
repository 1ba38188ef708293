"""Test the letters of languages, by the charset in which texts of these languages are written."""

import pytest

from newsroom.text.decoding.alphabets import ALPHABETS

#: These charsets lack letters of some Cyrillic languages. A text with such letters is
#: written in another charset.
LACKING = {"koi8_r", "cp866"}


@pytest.mark.parametrize("charset", sorted(ALPHABETS.keys() - LACKING))
def test_a_charset_can_write_the_letters_of_its_languages(charset):
    for letters in ALPHABETS[charset]:
        for letter in letters:
            assert len(letter.encode(charset)) == 1, letter


def test_letters_stand_in_both_cases_and_none_of_them_in_ascii():
    for alphabets in ALPHABETS.values():
        for letters in alphabets:
            assert {letter for letter in letters if letter.isascii()} <= {"I", "S", "SS", "i", "s"}
            assert any(letter.isupper() for letter in letters)
            assert any(letter.islower() for letter in letters)
