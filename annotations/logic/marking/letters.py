"""Comparing stretches of text letter by letter, without regard to white space or to the style of quotes."""

from functools import lru_cache

from newsroom.text.model import Span

_QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
#: Texts that are remembered with one style of quotes, or without white space. Many passages of one text are
#: placed one after the other.
_REMEMBERED = 4


def same_quotes(words: str) -> str:
    """`words` with one style of quotation marks. Every character stays in its place."""
    return words.translate(_QUOTES)


@lru_cache(maxsize=_REMEMBERED)
def text_with_same_quotes(text: str) -> str:
    """The same for a whole text, which is remembered."""
    return same_quotes(text)


def squeezed(words: str) -> str:
    """`words` without white space."""
    return "".join(words.split())


@lru_cache(maxsize=_REMEMBERED)
def squeezed_between_breaks(text: str) -> str:
    """A text without white space, between two line breaks that stand for its edges."""
    return f"\n{squeezed(text)}\n"


def shared_start(first: str, second: str) -> int:
    """How many characters both begin with."""
    shorter = min(len(first), len(second))
    for position in range(shorter):
        if first[position] != second[position]:
            return position
    return shorter


def shared_end(first: str, second: str) -> int:
    """How many characters both end with."""
    return shared_start(first[::-1], second[::-1])


def words_at(text: str, span: Span) -> str:
    """What `text` reads at `span`."""
    return text[span.start : span.end]


def overlap(first: Span, second: Span) -> int:
    """How many code points both spans cover; negative if there is a gap between them."""
    return min(first.end, second.end) - max(first.start, second.start)


def trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    words = words_at(text, span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def with_closing_sign(quote: str, text: str, span: Span) -> Span:
    """`span` together with the sign behind it, if the quote ends with that sign too."""
    if not span or quote[-1].isalnum():
        return span

    if text.startswith(quote[-1], span.end):
        return Span(span.start, span.end + 1)
    return span


def whole_words(text: str, start: int, end: int) -> Span:
    """The stretch from `start` to `end`, grown to whole words."""
    while _parts_a_word(text, start):
        start -= 1
    while _parts_a_word(text, end):
        end += 1
    return trimmed(text, Span(start, max(start, end)))


def _parts_a_word(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()
