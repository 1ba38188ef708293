"""Test that forms of one word have a stem in common, by the rules of its language."""

import pytest

from newsroom.text.language.indexing.stems import language_code, languages_of_script, stems


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("de_AT", "de"),
        (" FR ", "fr"),
        ("nb", "no"),
        ("uk", "ru"),
        ("he", "he"),
        ("tlh", ""),
        ("", ""),
    ],
)
def test_the_language_that_an_article_states_has_one_code(stated, code):
    assert language_code(stated) == code


@pytest.mark.parametrize(
    ("word", "first", "also"),
    [
        ("ferries", "en", "nl"),
        ("ø", "en", "no"),
        ("баржа", "ru", "ru"),
        ("سفينة", "ar", "fa"),
        ("אוניה", "he", "yi"),
    ],
)
def test_the_usual_language_of_a_script_comes_first(word, first, also):
    found = languages_of_script({"ø": "o"}.get(word, word))
    assert found[0] == first
    assert also in found


def test_a_script_without_rules_has_no_languages():
    assert languages_of_script("გემი") == ()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "ferries", "ferry"),
        ("en", "sailing", "sailed"),
        ("de", "Häfen", "Hafens"),
        ("fr", "noyés", "noyée"),
        ("fr", "noyés", "noyes"),
        ("es", "barcos", "barco"),
        ("nl", "veerboten", "veerboot"),
        ("ru", "баржи", "баржу"),
        ("ar", "السفينة", "سفينة"),
        ("he", "והאוניה", "אוניה"),
        ("tr", "gemiler", "gemi"),
        ("fi", "laivat", "laiva"),
    ],
)
def test_forms_of_a_word_share_a_stem(language, one, other):
    assert set(stems(one, language)) & set(stems(other, language))


@pytest.mark.parametrize(("one", "other"), [("army", "arms"), ("police", "policy"), ("ships", "shops")])
def test_other_words_share_none(one, other):
    assert not set(stems(one, "en")) & set(stems(other, "en"))


def test_a_hebrew_word_keeps_three_letters_and_loses_two_prefixes():
    assert stems("הים", "he") == ("הים",)
    assert stems("הנמל", "he") == ("הנמל", "נמל")
    assert stems("ומהנמל", "he") == ("ומהנמל", "מהנמל", "הנמל")
