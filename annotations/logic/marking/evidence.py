"""Measure how likely a stretch of the newer text is the marked passage, as one score in letters.

The score is the sum of four parts:

* company: the number of letters next to the stretch, on both sides, that were also next to the passage;
* words: the number of letters of the passage, at most `ENOUGH_WORDS`, times the similarity of the stretch;
* comparison: `SENT_THERE`, times the share of the passage that the comparison of the texts maps there;
* position: at most `NEAR`, less the further the stretch is from the expected place.

The place where the passage was has a score too, which is only its company. Therefore the same words elsewhere
cannot win with less company. If the old neighbours are now adjacent, somebody deleted the passage between
them. That place is scored as if all words of the passage were still there.
"""

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from annotations.logic.marking.letters import (
    UnstyledText,
    letters_of,
    overlap,
    shared_end,
    shared_start,
    unstyled,
    unstyled_text,
    weight,
    words_at,
)
from annotations.logic.marking.placement import LEAST_KEPT
from annotations.logic.marking.selectors import CONTEXT, Selector
from newsroom.text.changes.offsets import OffsetMap
from newsroom.text.model import Span

#: This number of matching letters on one side of a quote is enough to recognise that side.
ENOUGH_COMPANY = 12
#: This number of letters is enough to recognise a quote by its words. A shorter quote needs other evidence.
ENOUGH_WORDS = 24
#: The same number for a quote whose neighbours are all different now.
ENOUGH_WORDS_ALONE = 36
#: Points for a stretch to which the comparison maps the whole passage, and points for the expected place.
SENT_THERE, NEAR = 24, 6
#: The least score of a stretch that is accepted as the passage.
LEAST_SCORE = 32
#: A passage may grow to this many times its old length when words are inserted.
MOST_GROWN = 2.0
#: If less than `LEAST_KEPT` of a passage is left, the rest was deleted. The stretch is still the passage if
#: it has at least `ENOUGH_LEFT` letters of the passage and they are at least the share `LEAST_OWN` of the
#: stretch.
ENOUGH_LEFT, LEAST_OWN = 48, 0.75


@dataclass(frozen=True)
class PassageSearch:
    """The search for one marked passage in `text`, a newer revision of the article.

    `selector` describes the passage in the old text. `moved` maps offsets of the old text to offsets of
    `text` (code points).
    """

    selector: Selector
    moved: OffsetMap
    text: str

    @cached_property
    def passage(self) -> Span:
        """Return the span of the passage in the old text, in code points."""
        return Span(self.selector.start, self.selector.end)

    @cached_property
    def sent(self) -> Span:
        """Return the span in the newer text that corresponds to the passage.

        The comparison of both texts gives this span. It is empty if the passage was deleted.
        """
        return self.moved.forward(self.passage)

    @cached_property
    def unstyled(self) -> UnstyledText:
        """Return the letters of the newer text, without white space and in one typographic style."""
        return unstyled_text(self.text)

    @cached_property
    def letters(self) -> str:
        """Return the letters of the quote (see `letters.letters_of`)."""
        return letters_of(self.selector.quote)

    @cached_property
    def weight(self) -> int:
        """Return the length of the quote, counted in letters of an alphabet (see `letters.weight`)."""
        return weight(self.letters)

    @cached_property
    def before(self) -> str:
        """Return the letters of the prefix, which is the stored text before the quote."""
        return letters_of(self.selector.prefix)

    @cached_property
    def after(self) -> str:
        """Return the letters of the suffix, which is the stored text after the quote."""
        return letters_of(self.selector.suffix)

    @property
    def is_short(self) -> bool:
        """Return whether the quote has too few letters to be recognised by its words alone."""
        return self.weight < ENOUGH_WORDS

    @property
    def is_first(self) -> bool:
        """Return whether the stored prefix begins at the start of the old text."""
        return len(self.selector.prefix) < CONTEXT

    @property
    def is_last(self) -> bool:
        """Return whether the stored suffix ends at the end of the old text."""
        return len(self.selector.suffix) < CONTEXT


@dataclass(frozen=True, slots=True)
class CandidateStretch:
    """A stretch of the newer text, with the evidence that it is the passage.

    `weight` is the length of the passage in letters. `before` and `after` are the numbers of matching letters
    next to the stretch. `likeness` is the similarity to the quote, from 0 to 1. `kept` is the share of the
    passage that the comparison maps unchanged to this stretch. `own` is the share of the stretch that comes
    from the passage. `nearness` is 1 at the expected place and smaller further away. `is_foreign` is true if
    most of the stretch comes from outside the passage.
    """

    span: Span
    weight: int
    before: int
    after: int
    likeness: float
    kept: float
    own: float
    nearness: float
    is_foreign: bool

    @property
    def is_gap(self) -> bool:
        """Return whether the stretch is empty and its neighbours match: the passage was deleted there."""
        return not self.span and min(self.before, self.after) >= ENOUGH_COMPANY

    @property
    def company(self) -> int:
        """Return the number of matching letters next to the stretch that count for the score.

        This is the sum of both sides. For a short passage that was edited, it is twice the smaller side.
        """
        # A short edited passage is recognised only if both sides match, so the weaker side counts twice.
        if self.weight < ENOUGH_WORDS and 0 < self.likeness < 1:
            return 2 * min(self.before, self.after)
        return self.before + self.after

    @property
    def score(self) -> float:
        """Return how strong the evidence is: the sum of its four parts, which the module explains.

        The unit is the letter: a score of 20 means as much as 20 letters that are found again.
        """
        # More letters than `ENOUGH_WORDS` do not make a passage more certain.
        words = self.likeness * min(self.weight, ENOUGH_WORDS)
        if self.is_gap:
            words = ENOUGH_WORDS
        return self.company + words + self.kept * SENT_THERE + self.nearness * NEAR

    @property
    def is_alike(self) -> bool:
        """Return whether enough of the passage is left in the stretch.

        Enough is either most of the passage, or a long part of it that makes up most of the stretch.
        """
        if max(self.likeness, self.kept) >= LEAST_KEPT:
            return True
        return self.kept * self.weight >= ENOUGH_LEFT and self.own >= LEAST_OWN

    @property
    def is_long_enough(self) -> bool:
        """Return whether the passage and its matching neighbours are too long to agree by chance."""
        company = self.before + self.after
        if not company:
            return self.weight >= ENOUGH_WORDS_ALONE
        return self.weight + company >= ENOUGH_COMPANY

    @property
    def is_proven(self) -> bool:
        """Return whether there is enough evidence to accept the stretch as the passage.

        Whether another place has nearly the same score is not decided here, but in `anchoring`.
        """
        # An empty stretch is a gap, and a foreign one belongs to another passage.
        if not self.span or self.is_foreign:
            return False
        return self.is_alike and self.is_long_enough and self.score >= LEAST_SCORE


def weighed_candidate(search: PassageSearch, span: Span) -> CandidateStretch:
    """Return the stretch `span` of the newer text with the evidence that it is the passage."""
    start = search.unstyled.unstyled_place(span.start)
    end = search.unstyled.unstyled_place(span.end)
    before, after = _company(search, start, end)
    own, foreign = _origins(search, span)
    # The expected place is where the comparison of the texts maps the passage.
    distance = abs(span.start - search.sent.start)
    return CandidateStretch(
        span=span,
        weight=search.weight,
        before=before,
        after=after,
        likeness=_likeness(search, span, search.unstyled.letters[start:end]),
        kept=own / len(search.selector.quote),
        own=own / max(1, len(span)),
        nearness=1 - distance / max(1, len(search.text)),
        is_foreign=2 * foreign > len(span) and _stood_elsewhere(search, span),
    )


def _likeness(search: PassageSearch, span: Span, letters: str) -> float:
    """Return the similarity of the stretch to the quote, from 0 to 1 (normalised Levenshtein similarity).

    `letters` are the letters of the stretch. A stretch that is too long has the similarity 0.
    """
    # Equal letters need no computation of the distance.
    if letters == search.letters:
        return 1.0
    if not letters or _is_overgrown(search, span):
        return 0.0
    words = unstyled(words_at(search.text, span))
    return Levenshtein.normalized_similarity(unstyled(search.selector.quote), words)


def _is_overgrown(search: PassageSearch, span: Span) -> bool:
    return len(span) > MOST_GROWN * len(search.selector.quote)


def _company(search: PassageSearch, start: int, end: int) -> tuple[int, int]:
    """Return how many letters directly before and after the stretch match those around the quote.

    `start..end` are the offsets of the stretch in the letters of the text. If quote and stretch both begin
    the text, or both end it, that side counts as matching too, provided that a letter matches on the other
    side.
    """
    letters = search.unstyled.letters
    letters_before = letters[max(0, start - len(search.before)) : start]
    letters_after = letters[end : end + len(search.after)]
    before = shared_end(search.before, letters_before)
    after = shared_start(search.after, letters_after)
    is_first = search.is_first and before == len(search.before) == start
    is_last = search.is_last and after == len(search.after) == len(letters) - end

    # Characters of scripts without spaces carry more information, so they weigh more.
    weight_before = weight(search.before[len(search.before) - before :])
    weight_after = weight(search.after[:after])
    # The start of the text is as good as matching letters, because nothing else can be there.
    if is_first and after:
        weight_before = max(weight_before, ENOUGH_COMPANY)
    if is_last and before:
        weight_after = max(weight_after, ENOUGH_COMPANY)
    return weight_before, weight_after


def _origins(search: PassageSearch, span: Span) -> tuple[int, int]:
    """Return the numbers of code points of `span` that come from the passage and from other old text.

    If the stretch is too long to be the passage, the first number is 0.
    """
    own = foreign = 0
    for origin in search.moved.origins(span):
        shared = max(0, overlap(origin, search.passage))
        own += shared
        foreign += len(origin) - shared
    if _is_overgrown(search, span):
        own = 0
    return own, foreign


def _stood_elsewhere(search: PassageSearch, span: Span) -> bool:
    """Return whether the words at `span` really come from another place of the old text than the passage.

    The comparison of the texts says so, but few words can match by chance. It is believed if the quote is
    long, or if the letters on one side of the words match too.
    """
    if not search.is_short:
        return True

    start = max(0, span.start - ENOUGH_COMPANY)
    end = min(len(search.text), span.end + ENOUGH_COMPANY)
    # The text on one side is enough, because the other side can be new.
    for around in (Span(start, span.end), Span(span.start, end)):
        if len(around) > len(span) and search.moved.origin(around) is not None:
            return True
    return False
