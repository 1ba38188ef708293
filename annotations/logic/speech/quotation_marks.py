"""Find the quotations of a paragraph, and decide which words and which speeches are inside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from annotations.logic.speech.reported import QUOTED, Speech
from newsroom.text.model import Span


class QuotationMarks:
    """The quotations within `text[start:end]`, which should start at the start of a paragraph.

    The span of a quotation includes its quotation marks. All offsets are in code points of `text`.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = [match.span() for match in QUOTED.finditer(text[start:end])]
        self._text = text
        self._starts = [start + first for first, _ in spans]
        self._ends = [start + last for _, last in spans]

    def quotation_of(self, passage: Span) -> Span | None:
        """Return the span of the first quotation that overlaps the passage, or None if no quotation does."""
        number = bisect_right(self._ends, passage.start)
        if number < len(self._starts) and self._starts[number] < passage.end:
            return Span(self._starts[number], self._ends[number])
        return None

    def hold(self, position: int) -> bool:
        """Return whether the character at `position` (code points) is inside a quotation."""
        last_opened = bisect_right(self._starts, position) - 1
        return last_opened >= 0 and position < self._ends[last_opened] - 1

    def outside(self, speeches: Iterable[Speech]) -> Iterator[Speech]:
        """Yield those of the `speeches` whose verb is outside quotations."""
        for speech in speeches:
            if not self.hold(speech.at):
                yield speech

    def are_all_of(self, span: Span) -> bool:
        """Return whether all words within the span are inside quotations."""
        position = span.start
        number = bisect_left(self._ends, span.start)
        while number < len(self._starts) and self._starts[number] < span.end:
            if _has_words(self._text[position : self._starts[number]]):
                return False
            position = self._ends[number]
            number += 1
        return not _has_words(self._text[position : span.end])


def _has_words(stretch: str) -> bool:
    return any(character.isalnum() for character in stretch)
