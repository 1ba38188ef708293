"""Where a passage may stand in the newer text."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from annotations.logic.marking.evidence import ENOUGH_COMPANY, MOST_GROWN, PassageSearch
from annotations.logic.marking.letters import (
    LETTERS_IN_CHARACTER,
    trimmed,
    weight,
    whole_words,
    with_closing_sign,
    words_at,
)
from annotations.logic.marking.placement import LEAST_KEPT
from newsroom.text.model import Span

#: Code points of a quote up to which the most alike stretch is looked for letter by letter, in time that
#: grows with the cube of them. Of a longer quote the comparison of the texts says enough.
LONGEST_ALIGNED = 1_000

#: Places with the words of the quote, or with its neighbours, that are looked at. A single letter may stand
#: in a text a million times.
_MOST_OCCURRENCES = 1_000
#: How far around its place an edited quote is looked for, in code points.
_MARGIN = 200
_PER_CENT = 100
#: How far from the likest stretch the first and the last word of the quote are looked for, in code points.
_EDGE_REACH = 30
#: What each letter put in between unchanged words takes from the letters that these count.
PUT_IN_COST = 0.1
#: So many words at an edge may have been replaced by any others, and more if they are alike.
MOST_REPLACED, LEAST_ALIKE = 2, 0.5
#: Signs that close a sentence or a part of it. They are no part of a quote that ends with a word.
_CLOSING_SIGNS = ".,;:!?"
_WORD = re.compile(r"\S+")


def candidate_spans(search: PassageSearch) -> list[Span]:
    """Return where the passage was sent, where its words stand, and what its old neighbours stand around.

    A stretch that the comparison of the texts knows by its words stands first.
    """
    spans = [*_where_sent(search), *_occurrences(search), *_between_neighbours(search)]
    return list(dict.fromkeys(spans))


def similar_spans(search: PassageSearch) -> list[Span]:
    """Return the stretches most like the quote about its place and beside its old neighbours."""
    if len(search.selector.quote) > LONGEST_ALIGNED:
        return []
    likest = (_likest(search, window) for window in _windows(search))
    return [span for span in likest if span is not None]


def _where_sent(search: PassageSearch) -> Iterator[Span]:
    """Yield where the comparison of the texts sends the passage."""
    quote, text = search.selector.quote, search.text
    sent = with_closing_sign(quote, text, trimmed(text, search.sent))
    core = _core(search)
    if core is not None:
        yield _with_edited_edges(search, *core)
        return

    # Nothing of it is unchanged. What stands there may hold more than the new form of the passage.
    yield sent
    words = list(_WORD.finditer(text, sent.start, sent.end))
    number = len(quote.split())
    if len(words) > number:
        yield _without_closing_sign(search, Span(sent.start, words[number - 1].end()))
        yield _without_closing_sign(search, Span(words[-number].start(), sent.end))


def _core(search: PassageSearch) -> tuple[Span, Span] | None:
    """Return the stretch that the unchanged words of the passage span, in the old text and in the new.

    Words far from the rest, with much between that is new, are left out: the comparison may have met them by
    chance. The best stretch is that of the highest sum (maximum subarray, Kadane), in which unchanged letters
    count, and letters put in between them count against it.
    """
    best = current = 0.0
    best_span: tuple[Span, Span] | None = None
    old_start = new_start = new_end = 0
    for old, new in _unchanged(search):
        cost = PUT_IN_COST * (new.start - new_end)
        if current <= cost:
            current, old_start, new_start = 0.0, old.start, new.start
        else:
            current -= cost
        current += len(new)
        new_end = new.end
        if current > best:
            best = current
            best_span = Span(old_start, old.end), Span(new_start, new.end)
    return best_span


def _unchanged(search: PassageSearch) -> Iterator[tuple[Span, Span]]:
    """Yield the unchanged stretches of the passage, in the old text and in the new."""
    for origin in search.moved.origins(search.sent):
        old = Span(max(origin.start, search.passage.start), min(origin.end, search.passage.end))
        if old.start < old.end:
            yield old, search.moved.forward(old)


def _with_edited_edges(search: PassageSearch, old: Span, new: Span) -> Span:
    """Return `new` with what came in place of edited words at the edges of the passage."""
    quote, text, sent = search.selector.quote, search.text, search.sent
    start, end = new.start, new.end

    missing = quote[: old.start - search.passage.start].split()
    words = list(_WORD.finditer(text, min(sent.start, start), start))
    if missing and words:
        edited_start = words[-len(missing) :][0].start()
        if _is_edit(missing, text[edited_start:start]):
            start = edited_start

    missing = quote[old.end - search.passage.start :].split()
    words = list(_WORD.finditer(text, end, max(sent.end, end)))
    if missing and words:
        edited_end = words[: len(missing)][-1].end()
        if _is_edit(missing, text[end:edited_end]):
            end = _without_closing_sign(search, Span(start, edited_end)).end
    return with_closing_sign(quote, text, trimmed(text, Span(start, end)))


def _is_edit(missing: Sequence[str], words: str) -> bool:
    """Return whether the words are an edit of the missing ones: like them, or in place of a few."""
    quoted = " ".join(missing)
    if not any(character.isalnum() for character in quoted):
        return False
    if len(missing) <= MOST_REPLACED:
        return True
    return Levenshtein.normalized_similarity(quoted, words.strip()) >= LEAST_ALIKE


def _without_closing_sign(search: PassageSearch, span: Span) -> Span:
    """Return `span` without a closing sign that the quote does not have."""
    if not search.selector.quote[-1].isalnum():
        return span
    return Span(span.start, span.start + len(words_at(search.text, span).rstrip(_CLOSING_SIGNS)))


def _occurrences(search: PassageSearch) -> Iterator[Span]:
    """Yield where the letters of the quote stand, in whatever style, if anything more may speak for them.

    A common word stands in a text a thousand times. Without any company, where the comparison does not send
    the passage, its score is never enough.
    """
    letters, length = search.folded.letters, len(search.letters)
    sent_start = search.folded.folded_place(search.sent.start)
    sent_end = search.folded.folded_place(search.sent.end)
    for start in _places(search.letters, letters):
        end = start + length
        is_sent = start < sent_end and sent_start < end
        follows_neighbour = search.before[-1:] == letters[max(0, start - 1) : start]
        precedes_neighbour = search.after[:1] == letters[end : end + 1]
        if is_sent or follows_neighbour or precedes_neighbour:
            yield search.folded.span(start, end)


def _places(letters: str, text: str) -> Iterator[int]:
    """Yield the places of the letters in the text, up to a limit."""
    if not letters:
        return
    place = text.find(letters)
    for _ in range(_MOST_OCCURRENCES):
        if place < 0:
            return
        yield place
        place = text.find(letters, place + 1)


def _between_neighbours(search: PassageSearch) -> Iterator[Span]:
    """Yield what stands between the old neighbours; an empty stretch where they stand side by side."""
    letters = search.folded.letters
    before, after = _near(search.before[::-1])[::-1], _near(search.after)
    if not before or not after:
        return
    longest = int(MOST_GROWN * len(search.letters))
    for place in _places(before, letters):
        start = place + len(before)
        end = letters.find(after, start, start + longest + len(after))
        if end >= 0:
            yield search.folded.span(start, end)


def _near(neighbours: str) -> str:
    """Return the first letters of the neighbours that are enough to know them; none if there are fewer."""
    length = ENOUGH_COMPANY
    if weight(neighbours[:ENOUGH_COMPANY]) > length:
        length //= LETTERS_IN_CHARACTER
    if len(neighbours) < length:
        return ""
    return neighbours[:length]


def _windows(search: PassageSearch) -> Iterator[Span]:
    """Yield where to look for an edited quote: about its place, and beside its old neighbours."""
    folded_text, length = search.folded, len(search.text)
    sent = search.sent
    yield Span(max(0, sent.start - _MARGIN), min(length, sent.end + _MARGIN))

    reach = len(search.selector.quote) + _MARGIN
    before, after = search.before, search.after
    if weight(before) >= ENOUGH_COMPANY and before in folded_text.letters:
        place = folded_text.letters.index(before) + len(before)
        start = folded_text.span(place, place).start
        yield Span(start, min(length, start + reach))

    if weight(after) >= ENOUGH_COMPANY and after in folded_text.letters:
        place = folded_text.letters.index(after)
        end = folded_text.span(place, place).start
        yield Span(max(0, end - reach), end)


def _likest(search: PassageSearch, window: Span) -> Span | None:
    """Return the whole words in the window that are most like the quote (partial ratio of rapidfuzz)."""
    quote, text = search.selector.quote, search.text
    cutoff = _PER_CENT * LEAST_KEPT
    alignment = fuzz.partial_ratio_alignment(quote, words_at(text, window), score_cutoff=cutoff)
    if alignment is None:
        return None

    start = window.start + alignment.dest_start
    end = window.start + alignment.dest_end
    span = _to_first_and_last_word(quote, text, whole_words(text, start, end))
    return with_closing_sign(quote, text, span)


def _to_first_and_last_word(quote: str, text: str, span: Span) -> Span:
    """Return `span` grown to the first and the last word of the quote, if they stand close by.

    The likest stretch is never longer than the quote, so that words put in push its own words out.
    """
    words = quote.split()
    start = text.rfind(words[0], max(0, span.start - _EDGE_REACH), span.start + len(words[0]))
    end = text.find(words[-1], max(0, span.end - len(words[-1])), span.end + _EDGE_REACH)
    if start < 0:
        start = span.start
    if end >= 0:
        end += len(words[-1])
    return Span(start, max(end, span.end))
