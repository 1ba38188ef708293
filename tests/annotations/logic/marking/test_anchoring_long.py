"""Test that the longest passages are placed quickly, at the place where most of their words stand."""

import pytest

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.placement import LOST
from annotations.logic.marking.selectors import select
from annotations.logic.vocabulary import AnchorState
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span
from tests.cpu_time import cpu_seconds
from tests.placed_quotes import place_quote, words_of


def rewritten(text: str, share: float) -> str:
    """Return `text` with the share `share` (0 to 1) of its words replaced, spread evenly."""
    step = 0.0
    told = []
    for number, word in enumerate(text.split(" ")):
        step += share
        told.append(f"other{number}" if step >= 1 else word)
        step %= 1
    return " ".join(told)


LONG = " ".join(
    f"Sentence {number} says of matter {number * 7 % 1000} what it says of it." for number in range(400)
)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_the_longest_passage_is_placed_soon_however_much_of_it_was_rewritten(share: float) -> None:
    was = f"It began at noon in the harbour of the town. {LONG} It was over late at night."
    now = was.replace(LONG, rewritten(LONG, share))
    selector = select(was, Span(45, 45 + 20_000))
    moved = changes(was, now)
    with cpu_seconds(at_most=5):
        place(selector, moved, now)


def test_a_long_passage_is_changed_where_most_of_it_stands_and_lost_where_it_is_rewritten() -> None:
    was = f"It began at noon in the harbour of the town. {LONG} It was over late at night."
    some, most = (was.replace(LONG, rewritten(LONG, share)) for share in (0.1, 0.6))
    found = place_quote(LONG, was=was, now=some)
    assert (found.state, words_of(found, some)) == (AnchorState.CHANGED, rewritten(LONG, 0.1))
    assert place_quote(LONG, was=was, now=most) == LOST


def test_a_long_passage_edited_is_found_between_its_old_neighbours_where_these_went() -> None:
    other = " ".join(f"In between, report {number} was about the weather at sea." for number in range(800))
    told = "It began at noon in the harbour of the town. {} It was over late at night, all agreed."
    was, now = f"{told.format(LONG)}\n\n{other}", f"{other}\n\n{told.format(rewritten(LONG, 0.1))}"
    assert words_of(place_quote(LONG, was=was, now=now), now) == rewritten(LONG, 0.1)
