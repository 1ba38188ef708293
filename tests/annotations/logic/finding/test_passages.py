"""Test which passage is taken from a sentence that matches."""

import pytest

from annotations.logic.finding.comparison import PassageAnalysis
from annotations.logic.finding.passages import cut, widen
from newsroom.text.language.sentences import sentences
from newsroom.text.language.word_weights import idf_weights
from newsroom.text.model import Block, Document, Span

WEIGH = idf_weights({}, 0)
QUOTE = "Ukraine is not your country. Its grain is not your grain. Why are you blocking the ports?"
TEXT = (
    "He spoke of grain. “Ukraine is not your country. Its grain is not your grain. Why are you blocking the "
    "ports? You should let it out,” he said."
)


def widened(quote, text, begins):
    spans = sentences(Document(text, (Block(0, len(text)),)))
    span = next(span for span in spans if text.startswith(begins, span.start))
    wide = widen(PassageAnalysis(quote), span, spans, text, WEIGH)
    return text[wide.start : wide.end]


def shortened(quote, text):
    left = cut(PassageAnalysis(quote), Span(0, len(text)), text, WEIGH)
    return text[left.start : left.end]


def test_the_sentences_that_complete_it_are_taken_in_and_no_others():
    assert widened(QUOTE, TEXT, "Its grain") == (
        "“Ukraine is not your country. Its grain is not your grain. Why are you blocking the ports?"
    )


def test_a_sentence_that_says_it_all_stays_alone():
    assert widened("Its grain is not your grain", TEXT, "Its grain") == "Its grain is not your grain."


def test_a_passage_has_three_sentences_at_most():
    long = " ".join(
        f"Port {name} stands open." for name in ("Odesa", "Izmail", "Kherson", "Mariupol", "Berdiansk")
    )
    assert widened(long, long, "Port Kherson").count("Port") == 3


@pytest.mark.parametrize(
    ("after", "taken_in"),
    [
        ("Lavrov left the room again during his speech.", True),
        ("Lavrov left the room again, it was said.", False),
        ("Lavrov sniffed during his speech.", False),
    ],
)
def test_a_sentence_that_says_when_by_the_one_before_completes_it(after, taken_in):
    text = f"The minister Dmytro Kuleba addressed the meeting virtually. {after}"
    wide = widened(
        "He left an afternoon session before Dmytro Kuleba addressed the ministers", text, "The minister"
    )
    assert wide.endswith(after) == taken_in


LONG = (
    "Speaking to journalists after an unusually long day of negotiations, the minister announced another "
    "$360 million in support to Ukraine, including for food, clean drinking water, emergency health care and "
    "shelter."
)


def test_clauses_at_the_ends_that_share_nothing_are_cut():
    assert shortened("another $360 million in support to Ukraine", LONG) == (
        "the minister announced another $360 million in support to Ukraine,"
    )


@pytest.mark.parametrize("quote", ["a long day of clean shelter", LONG])
def test_clauses_between_what_is_shared_stay(quote):
    assert shortened(quote, LONG) == LONG


def test_a_short_sentence_is_left_whole():
    assert shortened("Lavrov left", "On Friday, however, Lavrov left, they said.") == (
        "On Friday, however, Lavrov left, they said."
    )


# Each word weighs the same, so that shares can be counted in words.
def widened_by_words(quote: str, text: str, *, apart: int = 1) -> str:
    first, second = text.split("|")
    joined = first + " " * apart + second
    spans = [Span(0, len(first)), Span(len(first) + apart, len(joined))]
    wide = widen(PassageAnalysis(quote), spans[0], spans, joined, lambda _: 1.0)
    return joined[wide.start : wide.end]


TEN = "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10"
SEVERAL = "b1 b2. " + " ".join(f"c{number}" for number in range(31))


@pytest.mark.parametrize(
    ("quote", "text", "taken_in"),
    [
        # A fifth of the searched words are added.
        (TEN, "a1.|a2 a3.", True),
        (f"{TEN} a11", "a1.|a2 a3.", False),
        # Of several sentences, six hundredths are enough: 2 of 33 words, not 2 of 34.
        (SEVERAL, "c1.|b1 b2.", True),
        (f"{SEVERAL} c31", "c1.|b1 b2.", False),
        # Two fifths of the neighbour's words are searched words.
        (TEN, "a1.|a2 a3 x y z.", True),
        (TEN, "a1.|a2 a3 a4 x y z v w.", False),
        (TEN, "a1.|a2 a3 x y z w.", False),
    ],
)
def test_a_neighbour_completes_a_passage_if_it_adds_enough_and_says_little_else(quote, text, taken_in):
    assert (widened_by_words(quote, text) != "a1." and widened_by_words(quote, text) != "c1.") == taken_in


@pytest.mark.parametrize(("apart", "taken_in"), [(2, True), (3, False)])
def test_sentences_of_two_paragraphs_stand_together_and_with_a_gap_they_do_not(apart, taken_in):
    assert (widened_by_words(TEN, "a1.|a2 a3.", apart=apart) != "a1.") == taken_in


@pytest.mark.parametrize(("length", "taken_in"), [(500, True), (501, False)])
def test_a_neighbour_of_more_than_five_hundred_code_points_is_not_taken_in(length: int, taken_in: bool):
    # Spaces fill it, so that it has few other words.
    neighbour = "a2 a3".ljust(length - 1) + "."
    assert (widened_by_words(TEN, f"a1.|{neighbour}") != "a1.") == taken_in


def cut_by_weight(text: str, weights: dict[str, float]) -> str:
    sought = PassageAnalysis(" ".join(weights))
    left = cut(sought, Span(0, len(text)), text, lambda term: weights.get(term, 0.0))
    return text[left.start : left.end]


@pytest.mark.parametrize(("length", "is_cut"), [(119, False), (120, True)])
def test_a_sentence_is_cut_from_a_hundred_and_twenty_code_points_on(length, is_cut):
    kept = "x" * 60 + " k1"
    text = kept + ", " + "y" * (length - len(kept) - 2)
    assert (cut_by_weight(text, {"k1": 9.0}) != text) == is_cut


@pytest.mark.parametrize(("least", "is_cut"), [(40, True), (39, False)])
def test_a_cut_leaves_forty_code_points(least, is_cut):
    text = "k1 " + "x" * (least - 4) + ", " + "y" * 120
    assert (cut_by_weight(text, {"k1": 9.0}) != text) == is_cut


@pytest.mark.parametrize(
    ("weight", "total", "is_cut"),
    [(3.0, 147.0, True), (3.1, 147.0, False), (2.9, 9.0, True), (3.0, 9.0, False)],
)
def test_a_clause_is_idle_if_it_has_a_fiftieth_of_what_is_shared_or_no_telling_word(weight, total, is_cut):
    text = "k1 " + "x" * 60 + ", k2 " + "y" * 60
    assert (cut_by_weight(text, {"k1": total, "k2": weight}) != text) == is_cut
