"""How two passages agree and differ."""

from annotations.logic.finding.comparison import PassageAnalysis, compare_passages, dice
from newsroom.text.language.word_weights import idf_weights

WEIGH = idf_weights({}, 0)


def likeness(one, other):
    return compare_passages(PassageAnalysis(one), PassageAnalysis(other), WEIGH)


def test_the_same_words_are_found_and_in_order():
    same = likeness("Lavrov left the room.", "Lavrov left the room.")
    assert (same.coverage, same.order, same.focus) == (1, 1, 1)


def test_what_is_not_said_is_not_found():
    other = likeness("Lavrov left the room.", "Grain prices fell.")
    assert (other.bm25, other.coverage, other.order, other.names) == (0, 0, 0, 0)


def test_another_form_is_near():
    assert likeness("The Baerbocks spoke", "Baerbockova spoke").near > 0


def test_a_name_is_known_from_either_passage():
    assert likeness("Lavrov left.", "The minister, Lavrov, left.").same_names == ("Lavrov",)


def test_two_words_are_as_near_as_the_characters_they_share():
    assert dice("lavrov", "lavrov") == 1
    assert dice("lavrov", "borrell") == 0
