"""What became of a passage in a newer revision of its text."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from annotations.logic.marking.selectors import Selector
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span

#: The share of a quote that may have been edited. With more edits it is another passage.
MOST_EDITED = 0.3
#: The share of a quote that must stand unchanged.
LEAST_KEPT = 1 - MOST_EDITED


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage stands, and how alike it is to what was marked: from 1, word for word, to 0, lost."""

    state: AnchorState
    span: Span | None
    score: float


LOST = Placement(AnchorState.LOST, None, 0.0)


def word_for_word(selector: Selector, start: int) -> Placement:
    """The placement of a quote that reads the same at `start`."""
    span = Span(start, start + len(selector.quote))
    if start == selector.start:
        return Placement(AnchorState.SAME, span, 1.0)
    return Placement(AnchorState.MOVED, span, 1.0)


def changed(quote: str, text: str, span: Span) -> Placement:
    """The placement of a quote that now reads as `text` does at `span`.

    The score is the share of characters that no edit touches (normalised Levenshtein similarity).
    """
    if not span:
        return Placement(AnchorState.CHANGED, span, 0.0)

    words = text[span.start : span.end]
    similarity = Levenshtein.normalized_similarity(quote, words)
    return Placement(AnchorState.CHANGED, span, similarity)
