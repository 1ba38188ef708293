"""Where a passage stands in another revision of its text.

Asked in order: is it where it was, or where its own neighbours went; is it where the comparison of the two texts sends
it; does what stands there now resemble it? Each answer is checked against the quote, and the same words elsewhere, in
other company, are not taken for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from annotations.logic.selectors import CONTEXT, Selector
from newsroom.text.changes import OffsetMap
from newsroom.text.model import Span

#: Share of a quote that may have been edited for it still to be the same passage.
MOST_EDITED = 0.3

_MOST_OCCURRENCES = 200
_MARGIN = 200
_WORD = re.compile(r"\w+|[^\w\s]")


class State(StrEnum):
    """How a passage stands in a revision."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage stands, and how alike it is to what was marked: from 1, word for word, to 0, lost."""

    state: State
    span: Span | None
    score: float


LOST = Placement(State.LOST, None, 0.0)


def place(selector: Selector, moved: OffsetMap, text: str) -> Placement:
    """Where the passage stands in the newer `text`, `moved` being the map to it from the text of `selector`.

    Offsets are code points, end exclusive. Unless the state is changed, the words found are those of the quote.
    """
    return (
        _in_company(selector, moved, text)
        or _sent(selector, moved, text)
        or _resembling(selector, moved, text)
        or LOST
    )


def _in_company(selector: Selector, moved: OffsetMap, text: str) -> Placement | None:
    """Where the quote stands between its own prefix and suffix; of several such places, the one it was sent to."""
    whole = selector.prefix + selector.quote + selector.suffix
    if len(selector.prefix) + len(selector.suffix) < CONTEXT:
        return None
    there = moved.forward(Span(selector.start, selector.end)).start
    starts = [at + len(selector.prefix) for at in _occurrences(whole, text)]
    if not starts:
        return None
    return _verbatim(selector, min(starts, key=lambda start: abs(start - there)))


def _sent(selector: Selector, moved: OffsetMap, text: str) -> Placement | None:
    there = moved.forward(Span(selector.start, selector.end))
    return _verbatim(selector, there.start) if text[there.start : there.end] == selector.quote else None


def _verbatim(selector: Selector, start: int) -> Placement:
    state = State.SAME if start == selector.start else State.MOVED
    return Placement(state, Span(start, start + len(selector.quote)), 1.0)


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_MOST_OCCURRENCES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _resembling(selector: Selector, moved: OffsetMap, text: str) -> Placement | None:
    """What stands where the quote was sent, or close by, if few enough of its characters were edited."""
    there = moved.forward(Span(selector.start, selector.end))
    best = _compared(selector.quote, text, _trimmed(text, there))
    if best is None:
        start, end = max(0, there.start - _MARGIN), there.end + _MARGIN
        found = fuzz.partial_ratio_alignment(selector.quote, text[start:end], score_cutoff=100 * (1 - MOST_EDITED))
        if found:
            best = _compared(selector.quote, text, _whole_words(text, start + found.dest_start, start + found.dest_end))
    return best


def _compared(quote: str, text: str, span: Span) -> Placement | None:
    edited = Levenshtein.normalized_distance(quote, text[span.start : span.end])
    return Placement(State.CHANGED, span, round(1 - edited, 3)) if span and edited <= MOST_EDITED else None


def _trimmed(text: str, span: Span) -> Span:
    found = text[span.start : span.end]
    start = span.start + len(found) - len(found.lstrip())
    return Span(start, start + len(found.strip()))


def _whole_words(text: str, start: int, end: int) -> Span:
    """The stretch grown to whole words."""
    while 0 < start and start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return _trimmed(text, Span(start, max(start, end)))
