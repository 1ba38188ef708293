"""Test that articles with one text have one key for it."""

from annotations.logic.sources.shared_wording.copied_texts import copied_texts
from newsroom.text.model import Span
from tests.annotations.logic.sources.test_copies import OWN, WIRE, document


def test_copies_share_a_key_and_others_share_nothing():
    shared = copied_texts({"a": document(WIRE), "b": document(OWN), "c": document(WIRE)})
    (in_first,), in_other, (in_last,) = shared["a"], shared["b"], shared["c"]
    assert in_other == []
    assert (in_first.key, in_first.other, in_first.whole) == ("text: a", "c", True)
    assert (in_last.key, in_last.other, in_last.other_text) == ("text: a", "a", document(WIRE).text)


def test_a_copy_holds_the_words_of_its_original():
    wire = document(WIRE)
    shared = copied_texts({"a": wire, "b": wire})["a"][0]
    assert shared.holds(wire, Span(0, 40))
