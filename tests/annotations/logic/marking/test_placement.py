"""Test how much of a passage may change before it counts as lost."""

import pytest

from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span
from tests.placed_quotes import place_quote

BEFORE = "Before the talks it was quiet in the old harbour of the town. "
AFTER = " After the talks all went home to their families by train."


def quote_with(replaced: int) -> str:
    """Return a quote of 100 characters with one word of `replaced` characters, all of them x."""
    words = f"The envoy of the port said that {'x' * replaced} was ready to sail before dawn today"
    return words.ljust(100, "y")[:100]


@pytest.mark.parametrize(
    ("replaced", "state"), [(29, AnchorState.CHANGED), (30, AnchorState.CHANGED), (31, AnchorState.LOST)]
)
def test_of_a_hundred_characters_thirty_may_be_edited(replaced: int, state: AnchorState) -> None:
    quote = quote_with(replaced)
    edited = quote.replace("x", "z")
    placement = place_quote(quote, was=BEFORE + quote + AFTER, now=BEFORE + edited + AFTER)
    assert placement.state is state
    assert placement.score == pytest.approx({29: 0.71, 30: 0.7, 31: 0}[replaced])


@pytest.mark.parametrize(("put_in", "found"), [(35, True), (36, False)])
def test_a_passage_may_grow_to_twice_its_length(put_in: int, found: bool) -> None:
    quote = "The envoy left the port early today"
    assert len(quote) == 35
    grown = quote.replace("the port", f"{'z' * (put_in - 1)} the port")
    placement = place_quote(quote, was=BEFORE + quote + AFTER, now=BEFORE + grown + AFTER)
    assert placement.span == (Span(62, 132) if found else None)
