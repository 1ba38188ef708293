"""Choose the part of a very long sentence that is worth comparing.

A list, a transcript or a text without full stops counts as one sentence. Comparing thousands of words takes
seconds, but only a few of them can make the searched statement.
"""

from collections.abc import Iterator

from annotations.logic.finding.comparison import PassageAnalysis
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: Longest sentence that is compared as a whole, in code points. It also has at most this number of words.
LONGEST = 500
#: A longer sentence is split between words into pieces of at most this number of code points.
PIECE = 100
#: Number of consecutive pieces in an excerpt.
_PIECES = LONGEST // PIECE
#: Most code points of long sentences that are read in one search. After that the start of each sentence is
#: taken.
MOST_READ = 100_000


class ExcerptChooser:
    """Chooses the part of a long sentence that shares the most weight with the searched passage `sought`.

    Use one instance for each search, because it limits how much text is read in the search (`MOST_READ`).
    """

    def __init__(self, sought: PassageAnalysis, weigh: Weight) -> None:
        self._sought = sought
        self._weigh = weigh
        self._left_to_read = MOST_READ

    def excerpt(self, text: str, sentence: Span) -> Span:
        """Return `sentence`, a span of `text`, or a part of it if it is longer than `LONGEST` code points.

        The part has at most `LONGEST` code points. It is the part that shares the most with the searched
        passage, and the first such part if there are several.
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
        """Return the sum of the weights of all terms in the sets, each term counted once."""
        # The terms are sorted, because the order of a set, and with it the rounding, differs between
        # processes.
        return sum(map(self._weigh, sorted(set().union(*term_sets))))


def _pieces(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the spans of the pieces of a stretch, without the spaces between them.

    A piece has at most `PIECE` code points. A word is split only if it is longer than that.
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
