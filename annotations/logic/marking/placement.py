"""What became of a passage in a newer revision of its text."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from annotations.logic.marking.letters import folded, words_at
from annotations.logic.marking.selectors import Selector
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span

#: The share of a quote that may have been edited. With more edits it is another passage.
MOST_EDITED = 0.3
#: The share of a quote that must stand unchanged.
LEAST_KEPT = 1 - MOST_EDITED

#: How alike a passage is whose style alone changed.
STYLE_CHANGED = 0.99


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

    The score is the share of characters that no edit touches (normalised Levenshtein similarity). Where only
    the style changed, such as the case or the quotation marks, it is `STYLE_CHANGED`.
    """
    words = words_at(text, span)
    similarity = max(
        Levenshtein.normalized_similarity(quote, words),
        Levenshtein.normalized_similarity(folded(quote), folded(words)),
    )
    return Placement(AnchorState.CHANGED, span, min(similarity, STYLE_CHANGED))
