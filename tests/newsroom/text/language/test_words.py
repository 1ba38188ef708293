"""Test the form in which words are compared."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text.language.words import folded, terms, without_accents, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sanctions", "Sanction"),
        ("invading", "invaded"),
        ("Russia’s", "Russia"),
        ("naïve", "naive"),
        ("eight", "8"),
        ("23rd", "23"),
        ("3,000", "3000"),
        ("Ｂａｌｉ", "Bali"),
        ("России", "Россия"),
        ("الْحُبُوب", "الحبوب"),
        ("ـالحبوب", "الحبوب"),
        ("⑴", "1"),
        ("Søren", "Soren"),
        ("Wałęsa", "Walesa"),
        ("Đức", "Duc"),
        ("ışık", "isik"),
        ("Ærø", "aero"),
        ("CO₂", "CO2"),
    ],
)
def test_forms_of_a_word_have_one_term(one, other):
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("2022", "2023"), ("3.5", "35"), ("war", "warm"), ("Iran", "Iraq")]
)
def test_different_words_have_different_terms(one, other):
    assert terms(one) != terms(other)


@pytest.mark.parametrize("text", ["12⁴", "12 ⁴", "12½", "12₄"])
def test_a_raised_or_lowered_digit_is_no_part_of_a_figure(text):
    assert (folded(text), terms(text)) == (["12"], ["12"])


def test_scripts_without_spaces_are_cut_into_pairs():
    assert terms("北京市") == ["北京", "京市"]
    assert terms("ไทย") == ["ไท", "ทย"]


def test_a_word_in_two_scripts_keeps_both():
    assert terms("G20峰会") == ["g20", "峰会"]


def test_no_word_begins_with_a_low_line():
    assert terms("峰会_g20 _g20 峰会_") == ["峰会", "g20", "g20", "峰会"]


def test_vowel_signs_belong_to_their_word():
    assert [word.text for word in words("हिन्दी में")] == ["हिन्दी", "में"]


def test_every_word_says_where_it_stands():
    text = "“Why?” Lavrov’s aide asked — in 北京市."
    assert all(text[word.start : word.end] == word.text for word in words(text))
    assert [word.text for word in words(text)] == ["Why", "Lavrov’s", "aide", "asked", "in", "北京", "京市"]


def test_terms_are_those_of_the_words_whatever_the_script():
    for text in ("Grain left Odesa’s port at 10.30.", "Москва and 北京市", "q\u0303uay"):
        assert terms(text) == [word.term for word in words(text)]


def test_without_accents_only_letters_change():
    assert without_accents("José-Luis O’Néill, 1.º") == "jose-luis o’neill, 1.o"
    assert without_accents("") == ""


def test_folding_keeps_endings_for_phrases():
    assert folded("Abandoned Contacts, Russia’s") == ["abandoned", "contacts", "russia"]


@pytest.mark.parametrize("text", ["ـــ", "ﱞ ﹱ"])
def test_strokes_and_marks_alone_are_no_words(text):
    assert (terms(text), folded(text), list(words(text))) == ([], [], [])


@example("ﷺ")
@example("⑴北⑴")
@example("ำ京ำ")
@example("ﱞـ’s")
@example("½,١")
@given(st.text(st.characters(categories=["L", "M", "N", "P"])) | st.text("ـﷺ⑴㈠ﱞﹰͺ½'’s_.,١a京ำ"))
def test_what_the_index_is_given_is_never_empty_and_never_falls_to_pieces(text):
    """SQLite splits words at every ASCII character except these. PostgreSQL refuses an empty word."""
    assert all(re.fullmatch(r"[a-z0-9.,_\x80-\U0010ffff]+", word) for word in [*terms(text), *folded(text)])


def test_a_term_is_cut_after_forty_characters():
    assert terms("1" * 40) != terms("1" * 39)
    assert terms("1" * 41) == terms("1" * 40)
    assert terms("é" * 41) == ["e" * 40]


@pytest.mark.parametrize(
    ("word", "term"), [("two", "2"), ("twenty", "20"), ("one", "one"), ("thirty", "thirti")]
)
def test_number_words_from_two_to_twenty_are_figures(word, term):
    assert terms(word) == [term]


@pytest.mark.parametrize(
    ("text", "pairs"), [("北", ["北"]), ("北京", ["北京"]), ("北京市", ["北京", "京市"])]
)
def test_a_character_that_stands_alone_is_a_word(text, pairs):
    assert terms(text) == pairs
