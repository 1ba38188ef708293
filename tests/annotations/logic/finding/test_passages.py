"""From the sentence that matches to the passage that does."""

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
