"""Test that the part of a very long sentence which shares most with the searched passage is compared."""

import pytest

from annotations.logic.finding.comparison import PassageAnalysis
from annotations.logic.finding.excerpts import ExcerptChooser
from newsroom.text.model import Span

FILLING = "and so on "


def chooser(sought: str) -> ExcerptChooser:
    return ExcerptChooser(PassageAnalysis(sought), lambda _: 1.0)


def excerpt(sought: str, text: str) -> str:
    span = chooser(sought).excerpt(text, Span(0, len(text)))
    return text[span.start : span.end]


@pytest.mark.parametrize(("length", "is_whole"), [(500, True), (501, False)])
def test_a_sentence_of_five_hundred_code_points_is_compared_whole(length: int, is_whole: bool):
    text = (FILLING * 51)[: length - 1] + "."
    assert (excerpt("the grain ships", text) == text) == is_whole


@pytest.mark.parametrize("fillings_before", [0, 30, 99])
def test_the_excerpt_holds_what_is_sought_wherever_it_stands(fillings_before: int):
    said = "the grain ships sailed from Odesa "
    text = FILLING * fillings_before + said + FILLING * (100 - fillings_before)
    chosen = excerpt("grain ships from Odesa", text)
    assert said.strip() in chosen
    assert len(chosen) <= 500


def test_of_equal_stretches_the_first_is_chosen():
    text = "grain " + FILLING * 100
    assert text.startswith(excerpt("grain", text))


def test_an_excerpt_neither_begins_nor_ends_with_a_space():
    chosen = excerpt("grain", FILLING * 100 + "grain " + FILLING * 100)
    assert chosen == chosen.strip()


def test_a_text_without_spaces_is_cut_too():
    text = "和" * 1_000 + "部长离开了会议" + "和" * 1_000
    chosen = excerpt("部长离开", text)
    assert "部长离开" in chosen
    assert len(chosen) == 500


def test_the_excerpt_lies_in_its_sentence():
    text = "grain " * 100 + FILLING * 100 + "grain " * 100
    sentence = Span(600, 1_600)
    assert chooser("grain").excerpt(text, sentence).within(sentence)


@pytest.mark.parametrize(("read_before", "is_found"), [(99_000, True), (99_001, False)])
def test_a_hundred_thousand_code_points_are_read_for_one_search(read_before: int, is_found: bool):
    excerpts = chooser("grain")
    excerpts.excerpt("x" * read_before, Span(0, read_before))
    text = "x" * 994 + " grain"
    span = excerpts.excerpt(text, Span(0, len(text)))
    assert ("grain" in text[span.start : span.end]) == is_found
