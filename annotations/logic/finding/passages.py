"""Turn a sentence that matches the searched passage into a passage.

Neighbouring sentences that add to the match are included. Clauses at both ends that do not match are cut off.
"""

import re
from collections.abc import Sequence

from annotations.logic.finding.comparison import TELLING, PassageAnalysis
from annotations.logic.finding.excerpts import LONGEST
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: A neighbouring sentence is included if it adds at least this share of the searched weight.
COMPLETES = 0.2
#: The same share if the searched passage has several sentences.
COMPLETES_SEVERAL = 0.06
#: Least share of a neighbouring sentence's own weight that must be in the searched passage.
TO_THE_POINT = 0.4
#: Most sentences in a passage.
MOST = 3
#: Most code points between two neighbouring sentences. The end of a paragraph has this length.
APART = 2
#: Shortest sentence, in code points, from which clauses are cut off.
WHOLE = 120
#: Least number of code points that are left after a cut.
LEAST = 40
#: Largest share of the shared weight that a cut can lose.
IDLE = 0.02

#: Words that give a time relative to the sentence before: “during his speech”, “before she spoke”.
_SAYS_WHEN = re.compile(
    r"\b(?:during|before|after|while|when|as)\s+(?:his|her|their|he|she|they)\b", re.IGNORECASE
)
#: The end of a sentence that is followed by another one.
_NEXT_SENTENCE = re.compile(r"[.!?。！？][\"'”’»)]*\s*(?=\S{2})")
#: Separators between clauses.
_JOINT = re.compile(r"(?<=[,;:])\s++(?=\S)|(?<!\s)\s++[—–-]\s++|(?<=\w)—(?=\w)")


def widen(
    sought: PassageAnalysis,
    span: Span,
    sentences: Sequence[Span],
    text: str,
    weigh: Weight,
) -> Span:
    """Return `span`, a sentence of `text`, extended by neighbouring sentences that add to the match.

    `sought` is the searched passage. `sentences` are the spans of all sentences of the text in order. If
    `span` is not one of them, it is returned unchanged. `weigh` returns the weight (IDF) of a term.
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
    """A row of consecutive sentences that form a passage: those with the indexes `first` to `last`.

    `terms` are all terms in these sentences.
    """

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
        """Return the index of the neighbouring sentence that belongs to the passage, or None if none does.

        It is the sentence that adds the most weight of searched terms, if the weight is enough. Else it is
        the next sentence, if it says when the searched event happened.
        """
        neighbours = self._neighbours()
        sought_weight = sum(map(self.weigh, self.sought.counts)) or 1.0
        shares = {number: self._weight_added(number) / sought_weight for number in neighbours}
        best = max(neighbours, key=lambda number: shares[number], default=None)
        if best is not None and shares[best] >= self._enough():
            return best
        # “He left during his speech” adds few searched words but completes the statement.
        following = self.last + 1
        if following in neighbours and self._says_when(following):
            return following
        return None

    def _neighbours(self) -> list[int]:
        """Return the indexes of the sentences directly before and after the row, if they are close enough.

        Very long sentences are left out. The list can be empty.
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
        """Return the weight of the searched terms that a sentence adds to the row.

        Returns 0 if most of the sentence is about something else.
        """
        own_terms = set(terms(self._said(number)))
        shared = own_terms & self.sought.counts.keys()
        own_weight = sum(map(self.weigh, own_terms))
        # A sentence that is mostly about something else would make the passage harder to read.
        if sum(map(self.weigh, shared)) < TO_THE_POINT * own_weight:
            return 0.0
        return sum(map(self.weigh, shared - self.terms))

    def _says_when(self, number: int) -> bool:
        """Return whether a sentence says when a searched event happened, relative to the sentence before.

        For example, “Kuleba addressed the meeting. Lavrov left during his speech.” matches “left before
        Kuleba spoke”.
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


def cut(
    sought: PassageAnalysis,
    span: Span,
    text: str,
    weigh: Weight,
) -> Span:
    """Return `span` without the clauses at both ends that share almost nothing with the searched passage.

    Short passages are not cut, and at least `LEAST` code points are left.
    """
    said = text[span.start : span.end]
    # Short sentences are easy to read as a whole.
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
    # A clause is cut off only if enough text is left.
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
    """Return the spans of the clauses within `said`, without the separators between them."""
    clauses = []
    start = 0
    for joint in _JOINT.finditer(said):
        clauses.append(Span(start, joint.start()))
        start = joint.end()
    clauses.append(Span(start, len(said)))
    return clauses


def _weight_shared(sought: PassageAnalysis, clause: str, weigh: Weight) -> float:
    """Return the weight of the significant words that a clause shares with the searched passage.

    It is 0 if there is none. Words of less weight than `TELLING` do not show a match.
    """
    shared = [term for term in set(terms(clause)) if term in sought.counts]
    return sum(weigh(term) for term in shared if weigh(term) >= TELLING)
