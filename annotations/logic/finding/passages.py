"""From a sentence that matches to the passage that does.

The neighbours that complete it are taken in, and idle clauses at its ends are cut off.
"""

import re
from collections.abc import Sequence

from annotations.logic.finding.comparison import PassageAnalysis
from annotations.logic.finding.excerpts import LONGEST
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: A neighbouring sentence is taken in if it adds this share of the weight sought.
COMPLETES = 0.2
#: Less is enough if several sentences are sought.
COMPLETES_SEVERAL = 0.06
#: A neighbouring sentence is taken in only if at least this share of what it says itself is sought.
TO_THE_POINT = 0.4
#: Sentences in one passage.
MOST = 3
#: Code points between two sentences that still stand together: the end of a paragraph.
APART = 2
#: Shorter sentences, in code points, are left whole.
WHOLE = 120
#: A cut leaves at least so many code points.
LEAST = 40
#: The share of what is shared that a cut may lose.
IDLE = 0.02
#: From this weight (IDF) on, a word is worth keeping its clause for.
TELLING = 3.0

#: What says when, measured by what the sentence before said: “during his speech”, “before she spoke”.
_SAYS_WHEN = re.compile(
    r"\b(?:during|before|after|while|when|as)\s+(?:his|her|their|he|she|they)\b", re.IGNORECASE
)
#: The end of a sentence that another one follows.
_NEXT_SENTENCE = re.compile(r"[.!?。！？][\"'”’»)]*\s*(?=\S{2})")
#: What parts clauses.
_JOINT = re.compile(r"(?<=[,;:])\s++(?=\S)|(?<!\s)\s++[—–-]\s++|(?<=\w)—(?=\w)")


def widen(
    sought: PassageAnalysis,
    span: Span,
    sentences: Sequence[Span],
    text: str,
    weigh: Weight,
) -> Span:
    """Widen `span`, a sentence of `text`, by the neighbours that complete it.

    `sentences` are those of `text`, in order. If `span` is none of them, it is returned as it is.
    """
    if span not in sentences:
        return span
    row = _SentenceRow(sought, sentences, text, weigh, start=sentences.index(span))
    while row.length < MOST:
        number = row.completing_neighbour()
        if number is None:
            break
        row.take_in(number)
    return row.span


class _SentenceRow:
    """Sentences in a row that become a passage: those numbered `first` to `last`."""

    def __init__(
        self,
        sought: PassageAnalysis,
        sentences: Sequence[Span],
        text: str,
        weigh: Weight,
        *,
        start: int,
    ) -> None:
        self.sought = sought
        self.sentences = sentences
        self.text = text
        self.weigh = weigh
        self.first = self.last = start
        self.terms = set(terms(self._said(start)))

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def span(self) -> Span:
        return Span(self.sentences[self.first].start, self.sentences[self.last].end)

    def take_in(self, number: int) -> None:
        self.first = min(self.first, number)
        self.last = max(self.last, number)
        self.terms |= set(terms(self._said(number)))

    def completing_neighbour(self) -> int | None:
        """Return the number of the neighbour that adds enough of what is sought, or None."""
        neighbours = self._neighbours()
        sought_weight = sum(map(self.weigh, self.sought.counts)) or 1.0
        shares = {number: self._weight_added(number) / sought_weight for number in neighbours}
        best = max(neighbours, key=lambda number: shares[number], default=None)
        if best is not None and shares[best] >= self._enough():
            return best
        following = self.last + 1
        if following in neighbours and self._says_when(following):
            return following
        return None

    def _neighbours(self) -> list[int]:
        """Return the numbers of the sentences right before and right after, if they stand together.

        A very long sentence is no neighbour.
        """
        neighbours = []
        if self.first > 0 and self._stand_together(self.first - 1, self.first):
            neighbours.append(self.first - 1)
        if self.last + 1 < len(self.sentences) and self._stand_together(self.last, self.last + 1):
            neighbours.append(self.last + 1)
        return [number for number in neighbours if len(self.sentences[number]) <= LONGEST]

    def _stand_together(self, number: int, following: int) -> bool:
        return self.sentences[following].start - self.sentences[number].end <= APART

    def _enough(self) -> float:
        if _NEXT_SENTENCE.search(self.sought.text):
            return COMPLETES_SEVERAL
        return COMPLETES

    def _weight_added(self, number: int) -> float:
        """Return the weight sought that a sentence adds; 0 if it speaks of other things."""
        own_terms = set(terms(self._said(number)))
        shared = own_terms & self.sought.counts.keys()
        own_weight = sum(map(self.weigh, own_terms))
        if sum(map(self.weigh, shared)) < TO_THE_POINT * own_weight:
            return 0.0
        return sum(map(self.weigh, shared - self.terms))

    def _says_when(self, number: int) -> bool:
        """Whether a sentence says when something sought took place, measured by what the one before it says.

        “Kuleba addressed the meeting. Lavrov left during his speech.” answers to “left before Kuleba spoke”.
        """
        said = self._said(number)
        if not _SAYS_WHEN.search(said):
            return False
        added = [
            term for term in terms(said) if term in self.sought.counts and term not in self.terms
        ]
        return any(self.weigh(term) >= TELLING for term in added)

    def _said(self, number: int) -> str:
        span = self.sentences[number]
        return self.text[span.start : span.end]


def cut(sought: PassageAnalysis, span: Span, text: str, weigh: Weight) -> Span:
    """Cut off the clauses at the ends of `span` that share nothing with what is sought."""
    said = text[span.start : span.end]
    if len(said) < WHOLE:
        return span
    clauses = _clauses(said)
    weights = [
        _weight_shared(
            sought,
            said[clause.start : clause.end],
            weigh,
        )
        for clause in clauses
    ]
    idle = IDLE * sum(weights)

    first, last = 0, len(clauses) - 1
    while first < last and weights[first] <= idle:
        if clauses[last].end - clauses[first + 1].start < LEAST:
            break
        first += 1
    while last > first and weights[last] <= idle:
        if clauses[last - 1].end - clauses[first].start < LEAST:
            break
        last -= 1
    return Span(span.start + clauses[first].start, span.start + clauses[last].end)


def _clauses(said: str) -> list[Span]:
    """Return where the clauses of a passage stand in it, without what parts them."""
    clauses = []
    start = 0
    for joint in _JOINT.finditer(said):
        clauses.append(Span(start, joint.start()))
        start = joint.end()
    clauses.append(Span(start, len(said)))
    return clauses


def _weight_shared(sought: PassageAnalysis, clause: str, weigh: Weight) -> float:
    """Return the weight of the telling words that a clause shares with what is sought.

    A clause without one is idle, whatever little words it shares.
    """
    shared = [term for term in set(terms(clause)) if term in sought.counts]
    return sum(weigh(term) for term in shared if weigh(term) >= TELLING)
