"""Test that an answer is judged by the place of the speaker, and that a name for a pronoun is right."""

import pytest

from newsroom.text.model import Span
from tests.bench.attributing import outcome_of


@pytest.mark.parametrize(
    ("answer", "sources", "outcome"),
    [
        (Span(4, 9), [(0, 5, "Ilves")], "right"),
        (Span(5, 9), [(0, 5, "Ilves")], "wrong"),
        (Span(5, 9), [(0, 2, "he")], "resolved"),
        (Span(5, 9), [(0, 3, "Who")], "resolved"),
        (None, [(0, 5, "Ilves")], "none"),
    ],
)
def test_an_answer_is_right_resolved_wrong_or_none(answer, sources, outcome):
    assert outcome_of(answer, sources) == outcome
