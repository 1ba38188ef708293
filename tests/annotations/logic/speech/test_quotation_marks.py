"""Test that quotations are found in the quotation marks of many languages, and the text outside them."""

import pytest

from annotations.logic.speech.quotation_marks import QuotationMarks
from annotations.logic.speech.reported import speeches
from newsroom.text.model import Span


def marks_of(text: str) -> QuotationMarks:
    return QuotationMarks(text, 0, len(text))


def quotation_at(text: str, word: str) -> str | None:
    """Return the quotation that holds the first letter of `word`, with its marks, or None."""
    start = text.index(word)
    quotation = marks_of(text).quotation_of(Span(start, start + 1))
    return quotation and text[quotation.start : quotation.end]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("He said “we go” and left.", "“we go”"),
        ('He said "we go" and left.', '"we go"'),
        ("Er sagte: „we go“ und ging.", "„we go“"),
        ("Han sagde: »we go« og gik.", "»we go«"),
        ("Il dit « we go » et part.", "« we go »"),
        ("Han sade: ”we go” och gick.", "”we go”"),
        ("He said ‘we go, it’s late’ and left.", "‘we go, it’s late’"),
        ("He said “we go and left.", "“we go and left."),
    ],
)
def test_a_quotation_reaches_from_mark_to_mark(text, quotation):
    assert quotation_at(text, "we go") == quotation


@pytest.mark.parametrize("text", ['The 6" gun: we go', "Nurses’ courage: we go", "It’s so: we go"])
def test_inches_and_apostrophes_open_no_quotation(text):
    assert quotation_at(text, "we go") is None


def test_a_speech_within_a_quotation_is_not_outside():
    text = "“Kerr said no,” Ilves said."
    found = marks_of(text).outside(speeches(text, Span(0, len(text))))
    assert [speech.speaker for speech in found] == ["Ilves"]


@pytest.mark.parametrize(
    ("text", "are_all"),
    [("“We go.” “It is late.”", True), ("“We go,” he said.", False), ("So: “we go.”", False)],
)
def test_a_paragraph_is_all_quotation_if_no_word_stands_outside(text, are_all):
    assert marks_of(text).are_all_of(Span(0, len(text))) == are_all
