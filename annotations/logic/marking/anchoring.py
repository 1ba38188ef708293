"""Find a passage again in another revision of its text.

The module `candidates` collects every stretch of the new text that could be the passage. The module
`evidence` gives each candidate a score. The candidate with the highest score is the passage if its score
reaches a minimum and no other place has nearly the same score. Otherwise the passage is lost.
"""

from collections.abc import Sequence

from annotations.logic.marking.candidates import candidate_spans, similar_spans
from annotations.logic.marking.edges import with_whole_tokens
from annotations.logic.marking.evidence import CandidateStretch, PassageSearch, weighed_candidate
from annotations.logic.marking.letters import overlap, words_at
from annotations.logic.marking.placement import (
    LOST,
    Placement,
    changed_placement,
    unchanged_placement,
)
from annotations.logic.marking.selectors import Selector
from newsroom.text.changes.offsets import OffsetMap
from newsroom.text.model import Span

#: The score of the passage must exceed the score of every other place by this number of letters.
LEAST_LEAD = 1


def place(selector: Selector, moved: OffsetMap, text: str) -> Placement:
    """Return the placement of the passage that `selector` describes in `text`, a newer revision.

    `moved` maps offsets of the old text to offsets of `text`. All offsets are code points, and the end is
    exclusive. Returns `LOST` if the passage is not found. If the state of the placement is `same` or `moved`,
    the new words are exactly the quote.
    """
    # Most passages are not edited. This test is fast and needs no search.
    span = _untouched(selector, moved)
    if span is None:
        span = _most_proven(PassageSearch(selector, moved, text))
    if span is None:
        return LOST

    # The same letters inside a longer word or figure say something else.
    whole = with_whole_tokens(selector, text, span)
    if words_at(text, whole) == selector.quote:
        return unchanged_placement(selector, whole.start)
    return changed_placement(selector.quote, text, whole)


def _untouched(selector: Selector, moved: OffsetMap) -> Span | None:
    """Return the new span of a quote if neither the quote nor the stored text around it was edited.

    Returns None otherwise.
    """
    context_start = selector.start - len(selector.prefix)
    context_end = selector.end + len(selector.suffix)
    old_context = Span(context_start, context_end)
    new_context = moved.forward(old_context)
    # The text around the quote must come back unchanged, else something in it was edited.
    if moved.origin(new_context) != old_context:
        return None
    start = new_context.start + len(selector.prefix)
    return Span(start, start + len(selector.quote))


def _most_proven(search: PassageSearch) -> Span | None:
    """Return the span of the candidate with the best evidence, or None if none has enough evidence.

    None is also returned if another place has nearly the same score.
    """
    candidates = [weighed_candidate(search, span) for span in candidate_spans(search)]
    span = _winner(candidates)
    if span is not None:
        return span

    # The search for similar words is slow, so it runs only if the fast candidates are not enough.
    similar = similar_spans(search)
    if not similar:
        return None
    candidates += [weighed_candidate(search, span) for span in similar]
    return _winner(candidates)


def _winner(candidates: Sequence[CandidateStretch]) -> Span | None:
    """Return the span of the proven candidate with the highest score.

    Returns None if no candidate is proven, or if a candidate at another place has nearly the same score.
    """
    proven = [candidate for candidate in candidates if candidate.is_proven]
    if not proven:
        return None

    best = max(proven, key=_score)
    # If another place fits almost as well, it is not clear which one is meant, so a person must decide.
    for rival in candidates:
        if (
            _is_apart(rival, best)
            and not rival.is_foreign
            and rival.score > best.score - LEAST_LEAD
        ):
            return None
    return _best_edges(candidates, best)


def _best_edges(candidates: Sequence[CandidateStretch], best: CandidateStretch) -> Span:
    """Return the span of the passage at the place where the candidate `best` was found.

    Several candidates can overlap at that place. The text next to the passage identifies the place, but
    somebody may have inserted words there that do not belong to the passage. Therefore a candidate that
    equals the quote is preferred, then the candidate that the comparison of the two texts gives, then the
    candidate that is most similar to the quote.
    """
    in_place = []
    for candidate in candidates:
        if candidate.is_alike and not candidate.is_foreign and not _is_apart(candidate, best):
            in_place.append(candidate)

    # The exact words of the quote are the best evidence of its edges.
    verbatim = [candidate for candidate in in_place if candidate.likeness == 1]
    if verbatim:
        return max(verbatim, key=_score).span
    if candidates[0] in in_place:
        return candidates[0].span
    return max(in_place, key=lambda candidate: candidate.likeness).span


def _score(candidate: CandidateStretch) -> float:
    return candidate.score


def _is_apart(first: CandidateStretch, second: CandidateStretch) -> bool:
    return overlap(first.span, second.span) < 0
