"""Compare stretches of text letter by letter and ignore their typographic style.

White space, soft hyphens, case, ligatures and the style of quotation marks, dashes and ellipses do not change
what a passage says. A text in lower case and in one typographic style is called *unstyled* here. Its letters
are all its characters except white space, punctuation included.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from annotations.logic.sources.own_words import UNPARTED
from newsroom.text.model import Span

#: One character of a script without spaces carries as much information as this number of alphabet letters.
LETTERS_IN_CHARACTER = 4
#: Unstyled texts that are kept in memory, because many passages of one text are placed one after the other.
_REMEMBERED = 4

_EXPANSIONS = {
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
}
# Python would lower-case “İ” to two characters and “Σ” differently at the end of a word. Both would shift or
# change the letters, so they are replaced here first.
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


def unstyled(words: str) -> str:
    """Return `words` in lower case, in one typographic style and with single spaces."""
    return " ".join(words.translate(_STYLE).lower().split())


def letters_of(words: str) -> str:
    """Return `words` in lower case, in one typographic style and without any white space."""
    return unstyled(words).replace(" ", "")


def weight(letters: str) -> int:
    """Return the number of letters.

    A character of a script without spaces counts as `LETTERS_IN_CHARACTER` letters.
    """
    # ASCII letters all belong to an alphabet, so the slow search is not needed.
    if letters.isascii():
        return len(letters)
    return len(letters) + (LETTERS_IN_CHARACTER - 1) * len(_CHARACTER.findall(letters))


class UnstyledText:
    """The letters of a text: lower case, one typographic style, no white space (`letters`).

    The methods convert offsets of the letters to offsets of the original text and back (code points).
    """

    def __init__(self, text: str) -> None:
        pieces = list(_PIECE.finditer(text))
        self.letters = letters_of(text)
        self._starts = [piece.start() for piece in pieces]
        self._ends = [piece.end() for piece in pieces]
        lengths = (len(_EXPANSIONS.get(piece.group(), piece.group())) for piece in pieces)
        self._unstyled_starts = list(accumulate(lengths, initial=0))

    def unstyled_place(self, place: int) -> int:
        """Return the offset in the letters that corresponds to the offset `place` of the text."""
        piece = bisect_right(self._starts, place) - 1
        if piece < 0:
            return 0
        # The offset is in removed white space, which belongs to the next piece.
        if place >= self._ends[piece]:
            return self._unstyled_starts[piece + 1]
        return self._unstyled_starts[piece] + place - self._starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original text that corresponds to the letters `start..end`.

        The span is empty if `end` is not greater than `start`.
        """
        if start >= end:
            place = self._text_place(start)
            return Span(place, place)
        last = bisect_right(self._unstyled_starts, end - 1) - 1
        letters_in_piece = end - self._unstyled_starts[last]
        text_end = min(self._starts[last] + letters_in_piece, self._ends[last])
        return Span(self._text_place(start), text_end)

    def _text_place(self, unstyled_place: int) -> int:
        if not self._starts:
            return 0
        piece = min(bisect_right(self._unstyled_starts, unstyled_place), len(self._starts)) - 1
        inside = unstyled_place - self._unstyled_starts[piece]
        return min(self._starts[piece] + inside, self._ends[piece])


@lru_cache(maxsize=_REMEMBERED)
def unstyled_text(text: str) -> UnstyledText:
    """Return the `UnstyledText` of `text`. The last results are cached."""
    return UnstyledText(text)


def shared_start(first: str, second: str) -> int:
    """Return the length of the longest common beginning of both strings."""
    shorter = min(len(first), len(second))
    # Comparing whole strings first is fast, because most neighbours are unchanged.
    if first[:shorter] == second[:shorter]:
        return shorter
    for position in range(shorter):
        if first[position] != second[position]:
            return position
    return shorter


def shared_end(first: str, second: str) -> int:
    """Return the length of the longest common end of both strings."""
    return shared_start(first[::-1], second[::-1])


def words_at(text: str, span: Span) -> str:
    """Return the part of `text` at `span`."""
    return text[span.start : span.end]


def overlap(first: Span, second: Span) -> int:
    """Return how many code points two spans share. The number is negative if there is a gap between them."""
    return min(first.end, second.end) - max(first.start, second.start)


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without white space at its start and end."""
    words = words_at(text, span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def with_closing_sign(quote: str, text: str, span: Span) -> Span:
    """Return `span`, extended by the next character if this is the punctuation mark that ends the quote.

    If `span` is empty or the quote ends with a letter or a digit, `span` is returned unchanged.
    """
    if not span or quote[-1].isalnum():
        return span

    if text.startswith(quote[-1], span.end):
        return Span(span.start, span.end + 1)
    return span


def whole_words(text: str, start: int, end: int) -> Span:
    """Return the span from `start` to `end`, extended to whole words and without white space at its ends."""
    # A part of a word would be a meaningless passage.
    while _parts_a_word(text, start):
        start -= 1
    while _parts_a_word(text, end):
        end += 1
    return trimmed(text, Span(start, max(start, end)))


def _parts_a_word(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    return before.isalnum() and after.isalnum()
