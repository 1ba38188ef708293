"""Test that reports are recognised whose quotations are the same selection."""

import pytest

from annotations.logic.sources.own_words import OwnWords
from annotations.logic.sources.shared_wording.quoted_selections import (
    shared_quotations,
    words_of_same_selection,
)
from newsroom.text.model import Span
from tests.annotations.logic.sources.test_copies import common, own, read

QUOTATIONS = [common(20, "first"), common(20, "second"), common(20, "third")]


def report(quotations: list[str], seed: str = "own") -> OwnWords:
    """Return a report with a paragraph of its own before each quotation."""
    paragraphs = []
    for number, quotation in enumerate(quotations):
        paragraphs += [own(10, f"{seed}{number}x"), f"“{quotation},” he said."]
    return read(*paragraphs)


def same_words(left: OwnWords, right: OwnWords) -> int:
    left_runs = {*left.runs.values(), *left.quoted.runs.values()}
    right_runs = {*right.runs.values(), *right.quoted.runs.values()}
    selected = words_of_same_selection(left, right, left_runs & right_runs)
    assert words_of_same_selection(right, left, left_runs & right_runs) == selected
    return selected


def test_reports_with_the_same_quotations_have_the_same_selection():
    assert same_words(report(QUOTATIONS, "left"), report(QUOTATIONS, "right")) == 60


def test_one_report_can_quote_more():
    more = [*QUOTATIONS, common(50, "fourth"), common(50, "fifth")]
    assert same_words(report(QUOTATIONS, "left"), report(more, "right")) == 60


@pytest.mark.parametrize(("other", "expected"), [(10, 60), (11, 0)])
def test_seventeen_of_twenty_quoted_words_must_be_in_the_other_report(other: int, expected: int):
    left = report([*QUOTATIONS, own(other, "left")], "left")
    right = report([*QUOTATIONS, own(other, "right")], "right")
    assert same_words(left, right) == expected


@pytest.mark.parametrize(("number", "expected"), [(3, 60), (2, 0)])
def test_at_least_three_quotations_must_be_the_same(number: int, expected: int):
    quotations = [common(60 // number, f"quote{place}") for place in range(number)]
    assert same_words(report(quotations, "left"), report(quotations, "right")) == expected


@pytest.mark.parametrize(("words", "expected"), [(14, 40), (13, 0)])
def test_the_quotations_must_have_at_least_forty_words(words: int, expected: int):
    quotations = [common(13, "first"), common(13, "second"), common(words, "third")]
    assert same_words(report(quotations, "left"), report(quotations, "right")) == expected


def test_a_quotation_that_a_text_prints_twice_counts_once():
    twice = [QUOTATIONS[0], QUOTATIONS[1], QUOTATIONS[0]]
    assert same_words(report(twice, "left"), report(twice, "right")) == 0


def test_texts_without_quotations_have_no_selection():
    assert same_words(read(own(30, "left")), read(own(30, "right"))) == 0


def test_shared_quotations_are_places_in_the_first_text():
    words = common(20, "first")
    left, right = read(f"Before: “{words},” he said."), read(f"“{words} and more,” he told us. {own(9, 'x')}")
    assert shared_quotations(left, right) == (Span(9, 9 + len(words)),)
    assert shared_quotations(right, left) == (Span(1, 1 + len(words)),)


def test_words_that_the_other_text_prints_outside_quotations_are_shared():
    words = common(20, "first")
    assert shared_quotations(read(f"“{words},” he said."), read(f"He said that {words}.")) != ()
    assert shared_quotations(read(f"“{words},” he said."), read(own(20, "other"))) == ()
