"""Comparing stretches of text letter by letter, without regard to their style.

White space, soft hyphens, case, ligatures and the style of quotation marks, dashes and ellipses make no
difference to what a passage says. A text without them is called folded here.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from annotations.logic.sources.own_words import UNPARTED
from newsroom.text.model import Span

#: A character of a script without spaces says as much as so many letters of an alphabet.
LETTERS_IN_CHARACTER = 4
#: Folded texts that are remembered, because many passages of one text are placed one after the other.
_REMEMBERED = 4

_EXPANSIONS = {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
# The small letters of “İ” and of the two forms of sigma would change their number or depend on the place.
_STYLE = str.maketrans(
    {
        **dict.fromkeys('“”„«»‘’‚‹›"′″', "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **_EXPANSIONS,
        "\u00ad": "",
        "İ": "i",
        "Σ": "σ",
        "ς": "σ",
    }
)
_PIECE = re.compile(rf"[{''.join(_EXPANSIONS)}]|[^\s\u00ad{''.join(_EXPANSIONS)}]+")
_CHARACTER = re.compile(f"[{UNPARTED}]")


def folded(words: str) -> str:
    """Return `words` in one style, with single spaces."""
    return " ".join(words.translate(_STYLE).lower().split())


def letters_of(words: str) -> str:
    """Return `words` in one style, without white space."""
    return folded(words).replace(" ", "")


def weight(letters: str) -> int:
    """Return how much the letters say, counted in letters of an alphabet."""
    if letters.isascii():
        return len(letters)
    return len(letters) + (LETTERS_IN_CHARACTER - 1) * len(_CHARACTER.findall(letters))


class FoldedText:
    """A text without white space and in one style, with the way back to the places of the text."""

    def __init__(self, text: str) -> None:
        pieces = list(_PIECE.finditer(text))
        self.letters = letters_of(text)
        self._starts = [piece.start() for piece in pieces]
        self._ends = [piece.end() for piece in pieces]
        lengths = (len(_EXPANSIONS.get(piece.group(), piece.group())) for piece in pieces)
        self._folded_starts = list(accumulate(lengths, initial=0))

    def folded_place(self, place: int) -> int:
        """Return how many folded letters stand before `place` of the text."""
        piece = bisect_right(self._starts, place) - 1
        if piece < 0:
            return 0
        if place >= self._ends[piece]:
            return self._folded_starts[piece + 1]
        return self._folded_starts[piece] + place - self._starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the text that the folded letters `start..end` stand for."""
        if start >= end:
            place = self._text_place(start)
            return Span(place, place)
        last = bisect_right(self._folded_starts, end - 1) - 1
        behind = end - self._folded_starts[last]
        text_end = min(self._starts[last] + behind, self._ends[last])
        return Span(self._text_place(start), text_end)

    def _text_place(self, folded_place: int) -> int:
        if not self._starts:
            return 0
        piece = min(bisect_right(self._folded_starts, folded_place), len(self._starts)) - 1
        inside = folded_place - self._folded_starts[piece]
        return min(self._starts[piece] + inside, self._ends[piece])


@lru_cache(maxsize=_REMEMBERED)
def folded_text(text: str) -> FoldedText:
    """Return the folded text, which is remembered."""
    return FoldedText(text)


def shared_start(first: str, second: str) -> int:
    """Return how many characters both begin with."""
    shorter = min(len(first), len(second))
    if first[:shorter] == second[:shorter]:
        return shorter
    for position in range(shorter):
        if first[position] != second[position]:
            return position
    return shorter


def shared_end(first: str, second: str) -> int:
    """Return how many characters both end with."""
    return shared_start(first[::-1], second[::-1])


def words_at(text: str, span: Span) -> str:
    """Return what `text` reads at `span`."""
    return text[span.start : span.end]


def overlap(first: Span, second: Span) -> int:
    """Return how many code points both spans cover; negative if there is a gap between them."""
    return min(first.end, second.end) - max(first.start, second.start)


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without the white space at its ends."""
    words = words_at(text, span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def with_closing_sign(quote: str, text: str, span: Span) -> Span:
    """Return `span` together with the sign behind it, if the quote ends with that sign too."""
    if not span or quote[-1].isalnum():
        return span

    if text.startswith(quote[-1], span.end):
        return Span(span.start, span.end + 1)
    return span


def whole_words(text: str, start: int, end: int) -> Span:
    """Return the stretch from `start` to `end`, grown to whole words."""
    while _parts_a_word(text, start):
        start -= 1
    while _parts_a_word(text, end):
        end += 1
    return trimmed(text, Span(start, max(start, end)))


def _parts_a_word(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()
