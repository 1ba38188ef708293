"""Where a passage may stand in the newer text: the same words, or words much like them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from annotations.logic.marking.evidence import ENOUGH_COMPANY, PassageSearch
from annotations.logic.marking.letters import (
    same_quotes,
    shared_end,
    shared_start,
    text_with_same_quotes,
    trimmed,
    whole_words,
    with_closing_sign,
    words_at,
)
from annotations.logic.marking.placement import LEAST_KEPT
from annotations.logic.marking.selectors import Selector
from newsroom.text.model import Span

#: Code points of a quote up to which the most alike stretch is looked for letter by letter, in time that
#: grows with the cube of them. Of a longer quote the comparison of the texts says enough.
LONGEST_ALIGNED = 1_000

#: Places with the words of the quote that are looked at. A single letter may stand in a text a million times.
_MOST_OCCURRENCES = 1_000
#: How far around its place, or beyond its old neighbours, an edited quote is looked for, in code points.
_MARGIN = 200
_PER_CENT = 100
#: Signs that close a sentence or a part of it. They are no part of a quote that ends with a word.
_CLOSING_SIGNS = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Edges:
    """Where a passage begins and ends in the newer text: None for an edge whose word was edited."""

    start: int | None
    end: int | None

    @property
    def are_known(self) -> bool:
        return self.start is not None and self.end is not None

    def within(self, likely: Span) -> Span:
        """The stretch between the edges, and as many of its words as the quote has."""
        start = likely.start if self.start is None else self.start
        end = likely.end if self.end is None else self.end
        return Span(start, end)


def occurrences(search: PassageSearch) -> Iterator[int]:
    """Where the words of the quote stand in the text, without regard to the style of quotation marks.

    Gives the place that the comparison sends the quote to, then a limited number from the beginning.
    """
    quote = same_quotes(search.selector.quote)
    text = text_with_same_quotes(search.text)
    if text.startswith(quote, search.sent.start):
        yield search.sent.start

    start = text.find(quote)
    for _ in range(_MOST_OCCURRENCES):
        if start < 0:
            return
        yield start
        start = text.find(quote, start + 1)


def kept_edges(search: PassageSearch) -> Edges:
    """The edges of the passage in the text. Each is known if the word of the quote there stands unchanged.

    The signs at an edge belong to the passage as far as they still stand beside that word, wherever else the
    comparison sends them.
    """
    selector, text, moved = search.selector, search.text, search.moved
    words = [match.span() for match in re.finditer(r"\w+", selector.quote)]
    if not words:
        return Edges(None, None)

    (first_start, first_end), (last_start, last_end) = words[0], words[-1]
    first = Span(selector.start + first_start, selector.start + first_end)
    last = Span(selector.start + last_start, selector.start + last_end)

    start: int | None = None
    if moved.kept(first) == len(first):
        signs = selector.quote[:first_start].lstrip()
        word_start = moved.forward(first).start
        start = word_start - shared_end(signs, text[max(0, word_start - len(signs)) : word_start])

    end: int | None = None
    if moved.kept(last) == len(last):
        signs = selector.quote[last_end:].rstrip()
        word_end = moved.forward(last).end
        end = word_end + shared_start(signs, text[word_end : word_end + len(signs)])

    return Edges(start, end)


def similar_stretches(search: PassageSearch, sent: Span, edges: Edges) -> list[Span]:
    """The stretches that may be the passage after an edit that left little of it unchanged."""
    if search.is_short:
        return _short_stretches(search, edges.within(sent), edges)
    if len(search.selector.quote) > LONGEST_ALIGNED:
        return [sent, *_between_old_neighbours(search)]

    likest = [_likest(search, window) for window in _windows(search)]
    return [sent, *(span for span in likest if span is not None)]


def _short_stretches(search: PassageSearch, between: Span, edges: Edges) -> list[Span]:
    """The stretch between the edges, and as many of its words as the quote has."""
    quote = search.selector.quote
    words = list(re.finditer(r"\S+", words_at(search.text, between)))
    number = len(quote.split())
    stretches = [between]
    if len(words) <= number:
        return stretches

    # Where only one edge is known, words may have been added at the other.
    if edges.end is None:
        stretches.append(_stretch_of(words[:number], quote, between.start))
    if edges.start is None:
        stretches.append(_stretch_of(words[-number:], quote, between.start))
    return stretches


def _stretch_of(words: list[re.Match[str]], quote: str, offset: int) -> Span:
    """The stretch from the first to the last word, without a closing sign that the quote does not have."""
    start, end = words[0].start(), words[-1].end()
    if quote[-1].isalnum():
        stretch = words[0].string[start:end]
        end = start + len(stretch.rstrip(_CLOSING_SIGNS))
    return Span(offset + start, offset + end)


def _windows(search: PassageSearch) -> Iterator[Span]:
    """Where to look for an edited quote: about its place, behind its old prefix, before its old suffix."""
    selector, text, sent = search.selector, search.text, search.sent
    yield _within(text, sent.start - _MARGIN, sent.end + _MARGIN)

    reach = len(selector.quote) + _MARGIN
    prefix_end = _prefix_end(selector, text)
    if prefix_end is not None:
        yield _within(text, prefix_end, prefix_end + reach)

    suffix_start = _suffix_start(selector, text)
    if suffix_start is not None:
        yield _within(text, suffix_start - reach, suffix_start)


def _within(text: str, start: int, end: int) -> Span:
    """The stretch from `start` to `end`, cut at the edges of the text."""
    return Span(max(0, start), min(len(text), end))


def _between_old_neighbours(search: PassageSearch) -> Iterator[Span]:
    """The stretch between the old prefix and the old suffix, if both stand there in this order."""
    start = _prefix_end(search.selector, search.text)
    end = _suffix_start(search.selector, search.text)
    if start is not None and end is not None and start < end:
        yield trimmed(search.text, Span(start, end))


def _prefix_end(selector: Selector, text: str) -> int | None:
    """Where the prefix ends in the text; None if it does not stand there or is too short to tell."""
    prefix = selector.prefix.lstrip()
    if len(prefix) < ENOUGH_COMPANY:
        return None

    start = text.find(prefix)
    if start < 0:
        return None
    return start + len(prefix)


def _suffix_start(selector: Selector, text: str) -> int | None:
    """Where the suffix begins in the text; None if it does not stand there or is too short to tell."""
    suffix = selector.suffix.rstrip()
    if len(suffix) < ENOUGH_COMPANY:
        return None

    start = text.find(suffix)
    if start < 0:
        return None
    return start


def _likest(search: PassageSearch, window: Span) -> Span | None:
    """The whole words in the window that are most like the quote (partial ratio of rapidfuzz).

    None if nothing there is alike enough, or if the words are of the quote itself, which stands there in
    other company.
    """
    quote, text = search.selector.quote, search.text
    cutoff = _PER_CENT * LEAST_KEPT
    alignment = fuzz.partial_ratio_alignment(quote, words_at(text, window), score_cutoff=cutoff)
    if alignment is None:
        return None

    start = window.start + alignment.dest_start
    end = window.start + alignment.dest_end
    span = with_closing_sign(quote, text, whole_words(text, start, end))
    around = _within(text, span.start - len(quote), span.end + len(quote))
    if same_quotes(quote) in words_at(text_with_same_quotes(text), around):
        return None
    return span
