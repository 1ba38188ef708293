"""Define the result of the search for a passage in a newer revision of its text."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from annotations.logic.marking.letters import unstyled, words_at
from annotations.logic.marking.selectors import Selector
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span

#: The share of a quote that may be edited. With more edits it counts as another passage.
MOST_EDITED = 0.3
#: The share of a quote that must be unchanged.
LEAST_KEPT = 1 - MOST_EDITED

#: The score of a passage of which only the typographic style changed.
STYLE_CHANGED = 0.99


@dataclass(frozen=True, slots=True)
class Placement:
    """The result of searching for a passage in a newer revision.

    `span` is the new place of the passage, or None if it is lost. `score` is the similarity to the marked
    words, from 0 (lost) to 1 (equal).
    """

    state: AnchorState
    span: Span | None
    score: float


LOST = Placement(AnchorState.LOST, None, 0.0)


def unchanged_placement(selector: Selector, start: int) -> Placement:
    """Return the placement of a quote that occurs unchanged at the offset `start` (code points)."""
    span = Span(start, start + len(selector.quote))
    if start == selector.start:
        return Placement(AnchorState.SAME, span, 1.0)
    return Placement(AnchorState.MOVED, span, 1.0)


def changed_placement(quote: str, text: str, span: Span) -> Placement:
    """Return the placement of a quote whose new wording is the part of `text` at `span`.

    The score is the normalised Levenshtein similarity of the two wordings. It is at most `STYLE_CHANGED`.
    """
    words = words_at(text, span)
    # A changed style should not make a passage look more edited than it is.
    similarity = max(
        Levenshtein.normalized_similarity(quote, words),
        Levenshtein.normalized_similarity(unstyled(quote), unstyled(words)),
    )
    return Placement(AnchorState.CHANGED, span, min(similarity, STYLE_CHANGED))
