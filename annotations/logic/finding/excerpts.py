"""The part of a very long sentence that is worth comparing.

What counts as one sentence may be a list, a transcript or a text without full stops. To compare thousands of
its words would take seconds, and only a few of them can say what is sought.
"""

from collections.abc import Iterator

from annotations.logic.finding.comparison import PassageAnalysis
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: Longest sentence that is compared as a whole, in code points. It holds at most so many words, too.
LONGEST = 500
#: A longer sentence is read in pieces of at most so many code points, which end between words.
PIECE = 100
#: An excerpt is so many pieces in a row.
_PIECES = LONGEST // PIECE
#: Code points of long sentences that are read for one search. Of what comes later the beginning is taken.
MOST_READ = 100_000


class ExcerptChooser:
    """Chooses from long sentences what shares most weight with the passage sought."""

    def __init__(self, sought: PassageAnalysis, weigh: Weight) -> None:
        self._sought = sought
        self._weigh = weigh
        self._left_to_read = MOST_READ

    def excerpt(self, text: str, sentence: Span) -> Span:
        """Return `sentence`, a span of `text`, or of a long one the stretch that shares most.

        The stretch has at most `LONGEST` code points. Of equal stretches the first is returned.
        """
        if len(sentence) <= LONGEST:
            return sentence
        length = max(LONGEST, min(len(sentence), self._left_to_read))
        self._left_to_read = max(0, self._left_to_read - length)

        pieces = list(_pieces(text, Span(sentence.start, sentence.start + length)))
        shared_terms = [self._shared_terms(text[piece.start : piece.end]) for piece in pieces]
        firsts = range(max(1, len(pieces) - _PIECES + 1))
        best = max(firsts, key=lambda first: self._weight(shared_terms[first : first + _PIECES]))
        last = min(best + _PIECES, len(pieces)) - 1
        return Span(pieces[best].start, pieces[last].end)

    def _shared_terms(self, said: str) -> set[str]:
        return self._sought.counts.keys() & set(terms(said))

    def _weight(self, term_sets: list[set[str]]) -> float:
        """Return the weight of the terms in some pieces, each term once."""
        # The order of a set differs from process to process, and rounding with it.
        return sum(map(self._weigh, sorted(set().union(*term_sets))))


def _pieces(text: str, stretch: Span) -> Iterator[Span]:
    """Yield a stretch of a text in pieces, without the spaces between them.

    A piece holds no word in part, except where no space stands in `PIECE` code points.
    """
    start = stretch.start
    while start < stretch.end:
        end = min(start + PIECE, stretch.end)
        if end == stretch.end:
            yield Span(start, end)
            return
        space = text.rfind(" ", start + 1, end + 1)
        if space == -1:
            yield Span(start, end)
            start = end
        else:
            yield Span(start, space)
            start = space + 1
