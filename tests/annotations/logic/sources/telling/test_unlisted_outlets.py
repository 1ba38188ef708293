"""Test which words name an outlet that is in no list."""

import pytest

from annotations.logic.sources.telling.unlisted_outlets import (
    foreign_papers,
    names_by_kind,
    newspapers,
    unlisted_outlets,
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("She said on Weir Radio that it fell.", ["Weir Radio"]),
        ("She bought a radio.", []),
        ("It fell, the newspaper Ostbote reported.", ["Ostbote"]),
        ("It fell, according to the Ost Ferry.", ["Ost Ferry"]),
        ("It fell, according to the Ferry Ministry.", []),
        ("It fell, according to the Ferry.", []),
    ],
)
def test_words_of_telling_show_an_outlet_that_no_list_has(words, names):
    assert [mention.name for mention in unlisted_outlets(words, [])] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Det falt, melder Dalbladet.", ["Dalbladet"]),
        ("Il est tombé, selon le Courrier du Val.", ["Courrier du Val"]),
        ("It fell from the ferry.", []),
    ],
)
def test_newspapers_in_other_languages_are_known_by_their_words(words, names):
    assert [mention.name for mention in foreign_papers(words, [])] == names


def test_a_word_for_newspapers_shows_an_outlet_unless_the_place_is_known():
    words = "It stood in the Bay Courier."
    (courier,) = newspapers(words, [])
    assert courier.name == "Bay Courier"
    assert list(newspapers(words, [courier])) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A wolf came, the local newspaper Ostbote reported.", ["Ostbote"]),
        ("A blog called Solder & Smoke told it.", ["Solder & Smoke"]),
        ("The site Monday was empty.", []),
        ("The newspaper said so.", []),
    ],
)
def test_what_a_text_calls_an_outlet_is_known_by_its_name(text, names):
    assert names_by_kind(text) == names
