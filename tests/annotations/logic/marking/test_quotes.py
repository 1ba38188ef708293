"""Test where a quote stands in a text."""

import pytest

from annotations.logic.marking.quotes import places_of_quote
from newsroom.text.model import Span

TEXT = "Rain? No rain fell. Later: no rain fell."


@pytest.mark.parametrize(
    ("quote", "starts"),
    [
        (("rain fell",), [9, 30]),
        (("rain fell", "No "), [9]),
        (("rain fell", "", ". Later"), [9]),
        (("rain fell", "no ", "."), [30]),
        (("rain fell", "no ", ". Later"), []),
        (("Rain?", "", " No"), [0]),
        (("fell.", " "), [14, 35]),
        (("snow",), []),
        (("",), []),
    ],
)
def test_a_quote_stands_where_its_words_and_surroundings_do(quote, starts):
    assert places_of_quote(TEXT, *quote) == [Span(start, start + len(quote[0])) for start in starts]


def test_places_may_overlap_and_count_code_points():
    assert places_of_quote("🌧 na na na", "na na") == [Span(2, 7), Span(5, 10)]
