"""Find the stretch of the newer text that holds the unchanged words of a passage."""

from collections.abc import Iterator

from annotations.logic.marking.evidence import PassageSearch
from newsroom.text.model import Span

#: Each letter inserted between unchanged words subtracts this much from the sum of unchanged letters, and so
#: does each deleted letter that it stands for.
REPLACED_COST = 0.1


def unchanged_core(search: PassageSearch) -> tuple[Span, Span] | None:
    """Return the stretch from the first to the last unchanged word, as a span of the old text and one of the
    new text.

    Returns None if no word is unchanged. Unchanged words far away from the others are left out if much new
    text is between them, because the comparison may match such words by chance. The stretch is the one with
    the highest sum (maximum subarray, algorithm of Kadane): each unchanged letter adds 1. Between two
    unchanged stretches, each inserted letter subtracts `REPLACED_COST`, and so does each letter that the
    inserted text replaces. Text that was only deleted subtracts nothing.
    """
    best = current = 0.0
    best_span: tuple[Span, Span] | None = None
    old_start = old_end = new_start = new_end = 0
    for old, new in _unchanged(search):
        put_in, taken_out = new.start - new_end, old.start - old_end
        # Words that were only taken out do not part the words around them.
        cost = REPLACED_COST * (put_in + taken_out) if put_in else 0.0
        # A new start is better than crossing a long inserted text.
        if current <= cost:
            current, old_start, new_start = 0.0, old.start, new.start
        else:
            current -= cost
        current += len(new)
        old_end, new_end = old.end, new.end
        if current > best:
            best = current
            best_span = Span(old_start, old.end), Span(new_start, new.end)
    return best_span


def _unchanged(search: PassageSearch) -> Iterator[tuple[Span, Span]]:
    """Yield the spans of each unchanged stretch of the passage: in the old text, and in the new text."""
    for origin in search.moved.origins(search.sent):
        # An unchanged stretch of the text can extend beyond the passage.
        start = max(origin.start, search.passage.start)
        end = min(origin.end, search.passage.end)
        if start < end:
            old = Span(start, end)
            yield old, search.moved.forward(old)
