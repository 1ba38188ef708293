"""List the stretches (spans) of the newer text that could be the marked passage."""

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
from annotations.logic.marking.unchanged_core import unchanged_core
from newsroom.text.model import Span

#: Longest quote, in code points, for which the most similar stretch is computed letter by letter, because the
#: time grows with the cube of the length. A longer quote is found well enough by the comparison of the two
#: texts.
LONGEST_ALIGNED = 1_000

#: Most places of one string that are examined, because a single letter can occur a million times in a text.
_MOST_OCCURRENCES = 1_000
#: Code points before and after the expected place in which an edited quote is searched.
_MARGIN = 200
_PER_CENT = 100
#: Code points outside the most similar stretch in which the first and the last word of the quote are
#: searched.
_EDGE_REACH = 30
#: At an edge of the passage, up to `MOST_REPLACED` words count as edited, whatever replaced them. More words
#: count as edited only if the old and the new words have at least the similarity `LEAST_ALIKE`.
MOST_REPLACED, LEAST_ALIKE = 2, 0.5
#: Punctuation that ends a sentence or a clause. A quote that ends with a word does not include it.
_CLOSING_SIGNS = ".,;:!?"
_WORD = re.compile(r"\S+")


def candidate_spans(search: PassageSearch) -> list[Span]:
    """Return the spans of the newer text that are fast to find and could be the passage, each once.

    They are the span to which the comparison of the texts maps the passage, the places that have the letters
    of the quote, and the stretches between the old neighbours of the passage. If the comparison found
    unchanged words of the passage, the stretch from the first to the last of them comes first.
    """
    spans = [*_where_sent(search), *_occurrences(search), *_between_neighbours(search)]
    # `dict.fromkeys` removes duplicates and keeps the order.
    return list(dict.fromkeys(spans))


def similar_spans(search: PassageSearch) -> list[Span]:
    """Return the stretches most similar to the quote, near its expected place and next to its old neighbours.

    The list is empty for a quote of more than `LONGEST_ALIGNED` code points.
    """
    if len(search.selector.quote) > LONGEST_ALIGNED:
        return []
    # The search is limited to windows, because the whole text would take too long.
    likest = (_likest(search, window) for window in _windows(search))
    return [span for span in likest if span is not None]


def _where_sent(search: PassageSearch) -> Iterator[Span]:
    """Yield the stretches to which the comparison of the two texts maps the passage.

    If any word is unchanged, there is one such stretch. Otherwise there are up to three: all of the new text
    at that place, its first words, and its last words.
    """
    quote, text = search.selector.quote, search.text
    # The comparison of the texts often leaves the last punctuation mark outside.
    sent = with_closing_sign(quote, text, trimmed(text, search.sent))
    core = unchanged_core(search)
    if core is not None:
        yield _with_edited_edges(search, *core)
        return

    # No word of the passage is unchanged. The new text at this place may be longer than the edited passage,
    # so the first words and the last words are candidates too.
    yield sent
    words = list(_WORD.finditer(text, sent.start, sent.end))
    number = len(quote.split())
    if len(words) > number:
        yield _without_closing_sign(search, Span(sent.start, words[number - 1].end()))
        yield _without_closing_sign(search, Span(words[-number].start(), sent.end))


def _with_edited_edges(search: PassageSearch, old: Span, new: Span) -> Span:
    """Return `new`, extended by words that replace the edited first and last words of the passage.

    `old` and `new` are the spans of the unchanged core in the old and in the new text.
    """
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
    start = _behind_closing_signs(quote, text, Span(start, end))
    return with_closing_sign(quote, text, trimmed(text, Span(start, end)))


def _is_edit(missing: Sequence[str], words: str) -> bool:
    """Return whether `words` can be the edited form of the missing words of the quote.

    Up to `MOST_REPLACED` missing words can have any new form. More must be similar to the new words.
    """
    quoted = " ".join(missing)
    # Punctuation alone is not a word that somebody replaced.
    if not any(character.isalnum() for character in quoted):
        return False
    if len(missing) <= MOST_REPLACED:
        return True
    return Levenshtein.normalized_similarity(quoted, words.strip()) >= LEAST_ALIKE


def _without_closing_sign(search: PassageSearch, span: Span) -> Span:
    """Return `span` without the punctuation at its end, if the quote ends with a letter or a digit."""
    if not search.selector.quote[-1].isalnum():
        return span
    words = words_at(search.text, span)
    length = len(words.rstrip(_CLOSING_SIGNS))
    return Span(span.start, span.start + length)


def _behind_closing_signs(quote: str, text: str, span: Span) -> int:
    """Return the start of `span` without punctuation that ends the sentence before the passage.

    The comparison matches such a sign by chance if the beginning of the passage was replaced.
    """
    if quote[0] in _CLOSING_SIGNS:
        return span.start
    words = words_at(text, span)
    rest = words.lstrip(_CLOSING_SIGNS)
    return span.start + len(words) - len(rest) if rest.strip() else span.start


def _occurrences(search: PassageSearch) -> Iterator[Span]:
    """Yield the spans that have the letters of the quote, in any style, if other evidence can support them.

    A common word occurs a thousand times in a text. A place is skipped if the letters next to it differ and
    the comparison of the texts does not map the passage there, because its score is never high enough.
    """
    letters, length = search.unstyled.letters, len(search.letters)
    sent_start = search.unstyled.unstyled_place(search.sent.start)
    sent_end = search.unstyled.unstyled_place(search.sent.end)
    for start in _places(search.letters, letters):
        end = start + length
        # Scoring a candidate is slow, so places that cannot win are skipped first.
        is_sent = start < sent_end and sent_start < end
        follows_neighbour = search.before[-1:] == letters[max(0, start - 1) : start]
        precedes_neighbour = search.after[:1] == letters[end : end + 1]
        if is_sent or follows_neighbour or precedes_neighbour:
            yield search.unstyled.span(start, end)


def _places(letters: str, text: str) -> Iterator[int]:
    """Yield the offsets of `letters` in `text` in ascending order, `_MOST_OCCURRENCES` at most."""
    if not letters:
        return
    place = text.find(letters)
    # The number is limited, because a single letter can occur a million times.
    for _ in range(_MOST_OCCURRENCES):
        if place < 0:
            return
        yield place
        place = text.find(letters, place + 1)


def _between_neighbours(search: PassageSearch) -> Iterator[Span]:
    """Yield each stretch between the passage's old neighbours. It is empty if the neighbours are now
    adjacent.
    """
    letters = search.unstyled.letters
    # The neighbours are read from the quote outwards, because the nearest letters matter most.
    nearest_first = search.before[::-1]
    before = _near(nearest_first)[::-1]
    after = _near(search.after)
    if not before or not after:
        return
    longest = int(MOST_GROWN * len(search.letters))
    for place in _places(before, letters):
        start = place + len(before)
        end = letters.find(after, start, start + longest + len(after))
        if end >= 0:
            yield search.unstyled.span(start, end)


def _near(neighbours: str) -> str:
    """Return the first letters of `neighbours`, as many as are enough to recognise them.

    Returns an empty string if there are too few letters.
    """
    length = ENOUGH_COMPANY
    if weight(neighbours[:ENOUGH_COMPANY]) > length:
        length //= LETTERS_IN_CHARACTER
    if len(neighbours) < length:
        return ""
    return neighbours[:length]


def _windows(search: PassageSearch) -> Iterator[Span]:
    """Yield the spans of the newer text in which to search for an edited quote.

    They are near the place to which the comparison maps the quote, and next to the old neighbours of the
    quote.
    """
    unstyled_text, length = search.unstyled, len(search.text)
    sent = search.sent
    yield Span(max(0, sent.start - _MARGIN), min(length, sent.end + _MARGIN))

    reach = len(search.selector.quote) + _MARGIN
    before, after = search.before, search.after
    # A short neighbour occurs in many places and would give wrong windows.
    if weight(before) >= ENOUGH_COMPANY and before in unstyled_text.letters:
        place = unstyled_text.letters.index(before) + len(before)
        start = unstyled_text.span(place, place).start
        yield Span(start, min(length, start + reach))

    if weight(after) >= ENOUGH_COMPANY and after in unstyled_text.letters:
        place = unstyled_text.letters.index(after)
        end = unstyled_text.span(place, place).start
        yield Span(max(0, end - reach), end)


def _likest(search: PassageSearch, window: Span) -> Span | None:
    """Return the span of the words in `window` that are most similar to the quote.

    The method is the partial ratio of rapidfuzz. Returns None if the similarity is below `LEAST_KEPT`.
    """
    quote, text = search.selector.quote, search.text
    # The cutoff makes the search faster, because worse alignments are not computed.
    cutoff = _PER_CENT * LEAST_KEPT
    alignment = fuzz.partial_ratio_alignment(quote, words_at(text, window), score_cutoff=cutoff)
    if alignment is None:
        return None

    start = window.start + alignment.dest_start
    end = window.start + alignment.dest_end
    span = _to_first_and_last_word(quote, text, whole_words(text, start, end))
    return with_closing_sign(quote, text, span)


def _to_first_and_last_word(quote: str, text: str, span: Span) -> Span:
    """Return `span`, extended to the first and the last word of the quote if they occur near its ends.

    The most similar stretch is never longer than the quote. If words were inserted into the quote, the first
    or last word of the quote is therefore outside the stretch.
    """
    words = quote.split()
    first_word = words[0]
    search_start = max(0, span.start - _EDGE_REACH)
    start = text.rfind(first_word, search_start, span.start + len(first_word))
    if start < 0:
        start = span.start

    last_word = words[-1]
    search_start = max(0, span.end - len(last_word))
    last_word_start = text.find(last_word, search_start, span.end + _EDGE_REACH)
    if last_word_start < 0:
        return Span(start, span.end)
    return Span(start, max(last_word_start + len(last_word), span.end))
