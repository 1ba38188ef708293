"""What speaks for a stretch of the newer text to be the passage that was marked, in one score.

The score counts letters. Four things add to it:

* the company: letters next to the stretch, on either side, that stood next to the passage;
* the words: letters of the passage, as far as the stretch is like it, up to `ENOUGH_WORDS`;
* the comparison of the two texts: `SENT_THERE`, or the share of it that the comparison sends to the stretch;
* the position: up to `NEAR`, the nearer the stretch is to where the passage was.

The place that the passage left has a score too: that of its company. So the same words in weaker company do
not win against it. If the old neighbours stand side by side, the passage was taken out between them, and the
place counts as if all its words stood there.
"""

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from annotations.logic.marking.letters import (
    FoldedText,
    folded,
    folded_text,
    letters_of,
    overlap,
    shared_end,
    shared_start,
    weight,
    words_at,
)
from annotations.logic.marking.placement import LEAST_KEPT
from annotations.logic.marking.selectors import CONTEXT, Selector
from newsroom.text.changes.offsets import OffsetMap
from newsroom.text.model import Span

#: Letters next to a quote, on one side, that are enough to know the side again.
ENOUGH_COMPANY = 12
#: Letters of a quote that are enough to know it by its words. Fewer prove nothing by themselves.
ENOUGH_WORDS = 24
#: The same if none of its neighbours came along with the quote.
ENOUGH_WORDS_ALONE = 36
#: What it counts that the comparison sends all of the passage to a stretch, and that the stretch is near.
SENT_THERE, NEAR = 24, 6
#: The least score of a passage.
LEAST_SCORE = 32
#: How many times its old length a passage may have, after words were put into it.
MOST_GROWN = 2.0
#: If less than `LEAST_KEPT` of a passage is left, the rest was taken out if so many letters, and so large a
#: share of what stands, are its own.
ENOUGH_LEFT, LEAST_OWN = 48, 0.75


@dataclass(frozen=True)
class PassageSearch:
    """A passage of the old text that is looked for in the newer `text`. `moved` maps the old text to it."""

    selector: Selector
    moved: OffsetMap
    text: str

    @cached_property
    def passage(self) -> Span:
        """Where the passage stands in the old text."""
        return Span(self.selector.start, self.selector.end)

    @cached_property
    def sent(self) -> Span:
        """Where the comparison of the two texts sends the passage."""
        return self.moved.forward(self.passage)

    @cached_property
    def folded(self) -> FoldedText:
        """The newer text without white space and in one style."""
        return folded_text(self.text)

    @cached_property
    def letters(self) -> str:
        """The letters of the quote."""
        return letters_of(self.selector.quote)

    @cached_property
    def weight(self) -> int:
        """How much the letters of the quote say."""
        return weight(self.letters)

    @cached_property
    def before(self) -> str:
        """The letters before the quote."""
        return letters_of(self.selector.prefix)

    @cached_property
    def after(self) -> str:
        """The letters after the quote."""
        return letters_of(self.selector.suffix)

    @property
    def is_short(self) -> bool:
        """Whether the quote has too few letters to be known by them alone."""
        return self.weight < ENOUGH_WORDS

    @property
    def is_first(self) -> bool:
        """Whether the prefix reaches the start of the old text."""
        return len(self.selector.prefix) < CONTEXT

    @property
    def is_last(self) -> bool:
        """Whether the suffix reaches the end of the old text."""
        return len(self.selector.suffix) < CONTEXT


@dataclass(frozen=True, slots=True)
class CandidateStretch:
    """A stretch of the newer text, and what speaks for it to be a passage of `weight` letters.

    `before` and `after` are the letters of company. `likeness` is the share of words that no edit touches.
    `kept` is the share of the passage that the comparison of the texts sends there unchanged, and `own` the
    share of the stretch that this makes up. `nearness` is 1 where the passage was, and less far from it.
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
        """Whether the old neighbours stand side by side here."""
        return not self.span and min(self.before, self.after) >= ENOUGH_COMPANY

    @property
    def company(self) -> int:
        """How many letters of company count."""
        # A few edited words are known by both their neighbours only, so the weaker side counts for both.
        if self.weight < ENOUGH_WORDS and 0 < self.likeness < 1:
            return 2 * min(self.before, self.after)
        return self.before + self.after

    @property
    def score(self) -> float:
        """How much speaks for the stretch, in letters."""
        words = self.likeness * min(self.weight, ENOUGH_WORDS)
        if self.is_gap:
            words = ENOUGH_WORDS
        return self.company + words + self.kept * SENT_THERE + self.nearness * NEAR

    @property
    def is_alike(self) -> bool:
        """Whether enough of the passage stands there: most of it, or much of it and little else."""
        if max(self.likeness, self.kept) >= LEAST_KEPT:
            return True
        return self.kept * self.weight >= ENOUGH_LEFT and self.own >= LEAST_OWN

    @property
    def is_long_enough(self) -> bool:
        """Whether the passage, with the company it is in, is too long to read so by chance."""
        company = self.before + self.after
        if not company:
            return self.weight >= ENOUGH_WORDS_ALONE
        return self.weight + company >= ENOUGH_COMPANY

    @property
    def is_proven(self) -> bool:
        """Whether the stretch is the passage, unless another place has a score as high."""
        if not self.span or self.is_foreign:
            return False
        return self.is_alike and self.is_long_enough and self.score >= LEAST_SCORE


def weighed(search: PassageSearch, span: Span) -> CandidateStretch:
    """Return the stretch with what speaks for it."""
    start = search.folded.folded_place(span.start)
    end = search.folded.folded_place(span.end)
    before, after = _company(search, start, end)
    own, foreign = _origins(search, span)
    distance = abs(span.start - search.sent.start)
    return CandidateStretch(
        span=span,
        weight=search.weight,
        before=before,
        after=after,
        likeness=_likeness(search, span, search.folded.letters[start:end]),
        kept=own / len(search.selector.quote),
        own=own / max(1, len(span)),
        nearness=1 - distance / max(1, len(search.text)),
        is_foreign=2 * foreign > len(span) and _stood_elsewhere(search, span),
    )


def _likeness(search: PassageSearch, span: Span, letters: str) -> float:
    """Return the share of characters that no edit touches (normalised Levenshtein similarity)."""
    if letters == search.letters:
        return 1.0
    if not letters or _is_overgrown(search, span):
        return 0.0
    words = folded(words_at(search.text, span))
    return Levenshtein.normalized_similarity(folded(search.selector.quote), words)


def _is_overgrown(search: PassageSearch, span: Span) -> bool:
    return len(span) > MOST_GROWN * len(search.selector.quote)


def _company(search: PassageSearch, start: int, end: int) -> tuple[int, int]:
    """Return how many letters next to the folded letters `start..end` stood next to the quote, on each side.

    The edge of the text is a neighbour too, if there is another on the other side.
    """
    letters = search.folded.letters
    before = shared_end(search.before, letters[max(0, start - len(search.before)) : start])
    after = shared_start(search.after, letters[end : end + len(search.after)])
    is_first = search.is_first and before == len(search.before) == start
    is_last = search.is_last and after == len(search.after) == len(letters) - end

    weight_before = weight(search.before[len(search.before) - before :])
    weight_after = weight(search.after[:after])
    if is_first and after:
        weight_before = max(weight_before, ENOUGH_COMPANY)
    if is_last and before:
        weight_after = max(weight_after, ENOUGH_COMPANY)
    return weight_before, weight_after


def _origins(search: PassageSearch, span: Span) -> tuple[int, int]:
    """Return how many code points of `span` stood in the passage, and how many elsewhere in the old text.

    Of a passage that has grown beyond its measure none count, because it is another by now.
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
    """Whether words that were met elsewhere in the old text did stand there.

    A few words may be met by chance. They came from there if the letters on one side of them did too.
    """
    if not search.is_short:
        return True

    start = max(0, span.start - ENOUGH_COMPANY)
    end = min(len(search.text), span.end + ENOUGH_COMPANY)
    for around in (Span(start, span.end), Span(span.start, end)):
        if len(around) > len(span) and search.moved.origin(around) is not None:
            return True
    return False
