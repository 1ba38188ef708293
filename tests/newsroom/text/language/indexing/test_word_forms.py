"""Test the marks by which a search finds words in other forms and spellings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.language.indexing.word_forms import (
    index_words,
    joined_parts,
    languages_of_text,
    marked_words,
    marks_sought,
    number_marks,
    word_marks,
)

GERMAN = "Die Fähre ist in der Nacht auf dem Rhein und im Hafen gesunken."


@pytest.mark.parametrize(
    ("stated", "text", "languages"),
    [
        ("de", GERMAN, ("de",)),
        ("", GERMAN, ("de",)),
        ("en-US", GERMAN, ("en", "de")),
        ("tlh", "qapla", ()),
        ("", "", ()),
    ],
)
def test_a_text_has_the_language_it_states_and_the_one_it_seems_to_be(stated, text, languages):
    assert languages_of_text(text, stated) == languages


def test_the_index_holds_the_words_in_order_and_then_each_mark_once():
    assert index_words("Ferries sank; a ferry sank.", ("en",)) == [
        *("ferries", "sank", "a", "ferry", "sank"),
        *("_en_ferri", "_en_sank", "_en_a"),
    ]


def test_a_word_of_another_script_has_the_usual_language_of_that_script():
    assert word_marks("баржи", ("de",)) == ("_ru_барж",)
    assert word_marks("ferries", ("ru",)) == ("_en_ferri",)


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("2300", ["_n_2300"]),
        ("2,300", ["_n_2300"]),
        ("2,300,000", ["_n_2300000"]),
        ("2,30,000", ["_n_230000"]),
        ("2,300.5", ["_n_2300.5"]),
        ("2.300", ["_n_2300", "_n_2.300"]),
        ("2.300,5", ["_n_2300.5", "_n_2.300.5"]),
        ("2,5", ["_n_2.5"]),
        ("2.5", ["_n_2.5"]),
        ("23rd", ["_n_23"]),
        ("9.7.2022", ["_n_9.7.2022"]),
    ],
)
def test_a_number_has_one_mark_however_its_digits_are_grouped(written, marks):
    assert number_marks(written) == marks


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "’"])
def test_digits_in_groups_make_one_number(space):
    assert "_n_2300" in index_words(f"some 2{space}300 ships", ())


@pytest.mark.parametrize("text", ["in 2022 300 ships", "2 30 ships", "2 3000 ships", "1.2 300"])
def test_neighbouring_numbers_stay_apart(text):
    assert not re.search(r"_n_\S*(?:2300|2022300|230|23000)\b", " ".join(index_words(text, ())))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("cease-fire", ["cease", "fire"]),
        ("O’Brien", ["o", "brien"]),
        ("Covid-19", ["covid", "19"]),
        ("mother-in-law’s", ["mother", "in", "law"]),
        ("a-b-c-d-e", list("abcde")),
        ("a-b-c-d-e-f", []),
        ("Russia’s", []),
        ("fire", []),
        ("2-3", []),
    ],
)
def test_a_joined_word_has_up_to_five_parts(word, parts):
    assert joined_parts(word) == parts


def test_capitals_of_two_to_five_letters_have_a_mark():
    marks = [mark for mark in index_words("U US us NATOX NATOXY", ()) if mark.startswith("_a_")]
    assert marks == ["_a_us", "_a_natox"]


def test_the_last_character_without_spaces_is_found_alone():
    assert "_c_市" in index_words("北京市。", ())


def test_a_searched_word_has_the_marks_of_all_languages_of_its_script():
    marks = marks_sought("ferries")
    assert {"_en_ferri", "_j_ferries"} <= set(marks)
    assert any(mark.startswith("_nl_") for mark in marks)
    assert not any(mark.startswith("_ru_") for mark in marks)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "Z"])) | st.text("a1 .,'’-‐京市ıøא’s"))
def test_the_index_and_the_shown_hits_know_the_same_marks(text):
    tokens = index_words(text, ("en",))
    marked = list(marked_words(text, ("en",)))
    assert {token for token in tokens if token.startswith("_")} == {
        mark for word in marked for mark in word.marks
    }
    assert [token for token in tokens if not token.startswith("_")] == [
        word.folded for word in marked if word.folded
    ]
    assert all(re.fullmatch(r"[a-z0-9.,_\x80-\U0010ffff]+", token) for token in tokens)
