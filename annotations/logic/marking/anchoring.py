"""Where a passage stands in another revision of its text.

Asked in order: is it where it was, or where its own neighbours went; is it where the comparison of the two
texts sends it; does what stands there now resemble it? Each answer is checked against the quote, and the same
words elsewhere, in other company, are not taken for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from annotations.logic.marking.selectors import CONTEXT, Selector
from annotations.logic.vocabulary import AnchorState
from newsroom.text.changes.offsets import OffsetMap
from newsroom.text.model import Span

#: Share of a quote that may have been edited for it still to be the same passage.
MOST_EDITED = 0.3
#: How many times its length a passage may have grown by what was put into it.
MOST_GROWN = 2.0
#: Letters and signs next to a quote, on one side, that prove it to be the same in another place.
ENOUGH_COMPANY = 12
#: Letters and signs of a quote and its neighbours, below which being where the comparison sends it proves
#: nothing. A quote none of whose neighbours came along needs twice as many.
ENOUGH_WORDS = 24

#: Letters and signs of a quote up to which the most alike is looked for letter by letter, in time that grows
#: with the cube of them. Of a longer one the comparison of the texts says enough.
LONGEST_ALIGNED = 1_000

_MOST_OCCURRENCES = 1_000
_MARGIN = 200
_REACH = CONTEXT + 16
_QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage stands, and how alike it is to what was marked: from 1, word for word, to 0, lost."""

    state: AnchorState
    span: Span | None
    score: float


LOST = Placement(AnchorState.LOST, None, 0.0)


def place(selector: Selector, moved: OffsetMap, text: str) -> Placement:
    """Where the passage stands in the newer `text`, `moved` being the map to it from the text of `selector`.

    Offsets are code points, end exclusive. Unless the state is changed, the words found are those of the
    quote.
    """
    kept = moved.kept(Span(selector.start, selector.end)) / max(1, len(selector.quote))
    untouched = _untouched(selector, moved)
    return untouched or _verbatim(selector, moved, kept, text) or _edited(selector, moved, kept, text) or LOST


def _untouched(selector: Selector, moved: OffsetMap) -> Placement | None:
    """Where the quote went in one piece with all its neighbours: the same place, whatever else the text
    holds.
    """
    around = Span(selector.start - len(selector.prefix), selector.end + len(selector.suffix))
    there = moved.forward(around)
    return (
        _word_for_word(selector, there.start + len(selector.prefix))
        if moved.origin(there) == around
        else None
    )


def _verbatim(selector: Selector, moved: OffsetMap, kept: float, text: str) -> Placement | None:
    """The quote itself: where the comparison sends it, or in its old company wherever that is.

    The style of quotation marks aside, which makes the passage a changed one. Of several places the one in
    the closest company is taken; being where the comparison sends it counts as company.
    """
    before, words, after = map(_squeezed, (selector.prefix, selector.quote, selector.suffix))
    there = moved.forward(Span(selector.start, selector.end))
    best: tuple[int, int, int] | None = None
    for start in _occurrences(selector.quote.translate(_QUOTES), _folded(text), likely=there.start):
        end = start + len(selector.quote)
        left = _alike(before[::-1], _squeezed(text[max(0, start - _REACH) : start])[::-1])
        right = _alike(after, _squeezed(text[end : end + _REACH]))
        sent = kept >= 1 - MOST_EDITED and _shared(there, Span(start, end)) >= (1 - MOST_EDITED) * len(
            selector.quote
        )
        whole = left == len(before) and right == len(after)
        near = max(left, right) >= ENOUGH_COMPANY
        least = ENOUGH_WORDS if left + right else 2 * ENOUGH_WORDS
        enough = whole or left + right + len(words) >= least
        proven = sent and enough and (near or not _closed(selector, text))
        if proven or (near and not _stood_elsewhere(selector, moved, start, text)):
            candidate = (left + right + ENOUGH_COMPANY * sent, -abs(start - there.start))
            best = max(best, (*candidate, start)) if best else (*candidate, start)
    if best is None:
        return None
    span = Span(best[2], best[2] + len(selector.quote))
    if text[span.start : span.end] != selector.quote:
        return _changed(selector.quote, text, span)
    return _word_for_word(selector, span.start)


def _word_for_word(selector: Selector, start: int) -> Placement:
    state = AnchorState.SAME if start == selector.start else AnchorState.MOVED
    return Placement(state, Span(start, start + len(selector.quote)), 1.0)


def _closed(selector: Selector, text: str) -> bool:
    """Whether the old neighbours of the quote now stand side by side: it was taken out between them.

    Then the comparison, which matches as much as it can, may have met the same words in another place.
    """
    # Where the text itself begins or ends, a line break stands for the neighbour: squeezed text holds no
    # other.
    before = ("" if len(selector.prefix) == CONTEXT else "\n") + _squeezed(selector.prefix)[-ENOUGH_COMPANY:]
    after = _squeezed(selector.suffix)[:ENOUGH_COMPANY] + ("" if len(selector.suffix) == CONTEXT else "\n")
    return f"{before}{after}" in _bare(text)


def _stood_elsewhere(selector: Selector, moved: OffsetMap, start: int, text: str) -> bool:
    """Whether the words at `start`, with those around them, stood elsewhere in the old text than the
    selector's.
    """
    around = Span(
        max(0, start - ENOUGH_COMPANY), min(len(text), start + len(selector.quote) + ENOUGH_COMPANY)
    )
    origin = moved.origin(around)
    return origin is not None and origin.start + start - around.start != selector.start


def _mostly_from_elsewhere(selector: Selector, moved: OffsetMap, span: Span) -> bool:
    """Whether more than half of `span` stood in the old text outside the selector's place. It is another
    passage then, however like the quote: rows of results and casualty lists are alike in all but a name and a
    figure.
    """
    own = Span(selector.start, selector.end)
    return 2 * sum(len(origin) - max(0, _shared(origin, own)) for origin in moved.origins(span)) > len(span)


def _edited(selector: Selector, moved: OffsetMap, kept: float, text: str) -> Placement | None:
    """What stands where the quote was sent, or between its first and its last word there, if most of it was
    kept; else the most alike in reach of its place or of its old neighbours. A few words are found in their
    old company only.
    """
    quote, there = selector.quote, moved.forward(Span(selector.start, selector.end))
    sent = _punctuated(quote, text, _trimmed(text, there))
    start, end = _kept_ends(selector, moved, text)
    between = Span(sent.start if start is None else start, sent.end if end is None else end)
    few = len(_squeezed(quote)) < ENOUGH_WORDS
    verbatim = quote in text[min(sent.start, between.start) : max(sent.end, between.end)]
    if verbatim or (few and not _in_old_company(selector, there, text)):
        # The very words, in company so strange that they were refused already; or too little to know them by.
        return None
    likely = [sent] * (not few) + [between] * (None not in (start, end))
    for stretch in likely if kept >= 1 - MOST_EDITED else ():
        if len(stretch) <= MOST_GROWN * len(quote):
            return _changed(quote, text, stretch)
    if few:
        found = [between, *_as_many_words(quote, text, between, first=end is None, last=start is None)]
    elif len(quote) > LONGEST_ALIGNED:
        found = [sent, *_between_old_neighbours(selector, text)]
    else:
        windows = _windows(selector, there, text)
        found = [sent, *(span for window in windows if (span := _likest(quote, text, window)))]
    own = (
        span
        for span in found
        if len(span) <= MOST_GROWN * len(quote) and not _mostly_from_elsewhere(selector, moved, span)
    )
    best = max(
        (_changed(quote, text, span) for span in own), key=lambda placement: placement.score, default=LOST
    )
    return best if best.score >= 1 - MOST_EDITED else None


def _kept_ends(selector: Selector, moved: OffsetMap, text: str) -> tuple[int | None, int | None]:
    """Where the passage begins and ends in `text`: each is known if the word of the quote there stands
    unchanged. Its signs belong to it as far as they stand beside that word still, wherever else the
    comparison sends them.
    """
    words = [found.span() for found in re.finditer(r"\w+", selector.quote)]
    if not words:
        return None, None
    before, behind = selector.quote[: words[0][0]].lstrip(), selector.quote[words[-1][1] :].rstrip()
    first, last = (Span(selector.start + start, selector.start + end) for start, end in (words[0], words[-1]))
    start, end = moved.forward(first).start, moved.forward(last).end
    start -= _alike(before[::-1], text[max(0, start - len(before)) : start][::-1])
    end += _alike(behind, text[end : end + len(behind)])
    return start if moved.kept(first) == len(first) else None, end if moved.kept(last) == len(last) else None


def _as_many_words(quote: str, text: str, span: Span, *, first: bool, last: bool) -> Iterator[Span]:
    """The `first` and the `last` words of `span`, as many as the quote has, without a sign at the end that it
    has not.
    """
    words, number = list(re.finditer(r"\S+", text[span.start : span.end])), len(quote.split())
    chosen = [words[:number]] * first + [words[-number:]] * last
    for some in chosen if len(words) > number else ():
        stretch = text[span.start + some[0].start() : span.start + some[-1].end()]
        bare = stretch.rstrip(".,;:!?") if quote[-1].isalnum() else stretch
        yield Span(span.start + some[0].start(), span.start + some[0].start() + len(bare))


def _in_old_company(selector: Selector, there: Span, text: str) -> bool:
    """Whether what stands on both sides of `there` stood so about the quote, as far as the text goes.

    This alone makes something of a few words the same passage: a figure corrected, a name spelled otherwise.
    """
    before, after = _squeezed(selector.prefix), _squeezed(selector.suffix)
    left = _alike(before[::-1], _squeezed(text[max(0, there.start - _REACH) : there.start])[::-1])
    right = _alike(after, _squeezed(text[there.end : there.end + _REACH]))
    near = left >= min(ENOUGH_COMPANY, len(before)) and right >= min(ENOUGH_COMPANY, len(after))
    return near and left + right >= ENOUGH_COMPANY


def _windows(selector: Selector, there: Span, text: str) -> Iterator[Span]:
    """Where to look for an edited quote: about the place it was sent to, behind its prefix, before its
    suffix.
    """
    reach = len(selector.quote) + _MARGIN
    yield Span(max(0, there.start - _MARGIN), min(len(text), there.end + _MARGIN))
    start, end = _old_neighbours(selector, text)
    if start is not None:
        yield Span(start, min(len(text), start + reach))
    if end is not None:
        yield Span(max(0, end - reach), end)


def _between_old_neighbours(selector: Selector, text: str) -> Iterator[Span]:
    """What stands behind the prefix and before the suffix."""
    start, end = _old_neighbours(selector, text)
    if start is not None and end is not None and start < end:
        yield _trimmed(text, Span(start, end))


def _old_neighbours(selector: Selector, text: str) -> tuple[int | None, int | None]:
    """Where the prefix ends in `text` and where the suffix begins; None for one that is not there or too
    short.
    """
    prefix, suffix = selector.prefix.lstrip(), selector.suffix.rstrip()
    before = text.find(prefix) if len(prefix) >= ENOUGH_COMPANY else -1
    after = text.find(suffix) if len(suffix) >= ENOUGH_COMPANY else -1
    return before + len(prefix) if before >= 0 else None, after if after >= 0 else None


def _likest(quote: str, text: str, window: Span) -> Span | None:
    """The whole words in `window` that are most like `quote`, unless they are of the quote itself in other
    company.
    """
    found = fuzz.partial_ratio_alignment(
        quote, text[window.start : window.end], score_cutoff=100 * (1 - MOST_EDITED)
    )
    if found is None:
        return None
    span = _whole_words(text, window.start + found.dest_start, window.start + found.dest_end)
    span = _punctuated(quote, text, span)
    about = _folded(text)[max(0, span.start - len(quote)) : span.end + len(quote)]
    return None if quote.translate(_QUOTES) in about else span


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _changed(quote: str, text: str, span: Span) -> Placement:
    alike = Levenshtein.normalized_similarity(quote, text[span.start : span.end])
    return Placement(AnchorState.CHANGED, span, alike if span else 0.0)


def _occurrences(words: str, text: str, *, likely: int) -> Iterator[int]:
    """Where `words` stand in `text`: at the `likely` place, then from the beginning, not without end."""
    if text.startswith(words, likely):
        yield likely
    at = text.find(words)
    for _ in range(_MOST_OCCURRENCES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    """`text` with one style of quotation marks, every place unmoved."""
    return text.translate(_QUOTES)


@lru_cache(maxsize=4)
def _bare(text: str) -> str:
    """`text` without white space, between two line breaks."""
    return f"\n{_squeezed(text)}\n"


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _alike(one: str, other: str) -> int:
    """How many characters both begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _trimmed(text: str, span: Span) -> Span:
    found = text[span.start : span.end]
    start = span.start + len(found) - len(found.lstrip())
    return Span(start, start + len(found.strip()))


def _punctuated(quote: str, text: str, span: Span) -> Span:
    """The stretch with the sign behind it, where the quote ended with that sign too."""
    ends = not quote[-1].isalnum() and text[span.end : span.end + 1] == quote[-1]
    return Span(span.start, span.end + ends) if span else span


def _whole_words(text: str, start: int, end: int) -> Span:
    """The stretch grown to whole words."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return _trimmed(text, Span(start, max(start, end)))
