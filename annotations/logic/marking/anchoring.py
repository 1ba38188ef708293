"""Where a passage stands in another revision of its text.

Every stretch where it may stand is a candidate (`candidates`), and what speaks for each is counted in one
score (`evidence`). The best is the passage, if its score is enough and no other place comes near it. Else the
passage is lost.
"""

from collections.abc import Sequence

from annotations.logic.marking.candidates import candidate_spans, similar_spans
from annotations.logic.marking.edges import with_whole_tokens
from annotations.logic.marking.evidence import CandidateStretch, PassageSearch, weighed
from annotations.logic.marking.letters import overlap, words_at
from annotations.logic.marking.placement import LOST, Placement, changed, word_for_word
from annotations.logic.marking.selectors import Selector
from newsroom.text.changes.offsets import OffsetMap
from newsroom.text.model import Span

#: By how many letters the score of the passage is above that of any other place.
LEAST_LEAD = 1


def place(selector: Selector, moved: OffsetMap, text: str) -> Placement:
    """Find the passage in the newer `text`. `moved` maps the text of `selector` to it.

    Offsets are code points, end exclusive. Unless the state is changed, the words at the placement are those
    of the quote.
    """
    span = _untouched(selector, moved)
    if span is None:
        span = _most_proven(PassageSearch(selector, moved, text))
    if span is None:
        return LOST

    whole = with_whole_tokens(selector, text, span)
    if words_at(text, whole) == selector.quote:
        return word_for_word(selector, whole.start)
    return changed(selector.quote, text, whole)


def _untouched(selector: Selector, moved: OffsetMap) -> Span | None:
    """Return where a quote went in one piece with all its neighbours, whatever else the text holds."""
    around = Span(selector.start - len(selector.prefix), selector.end + len(selector.suffix))
    there = moved.forward(around)
    if moved.origin(there) != around:
        return None
    start = there.start + len(selector.prefix)
    return Span(start, start + len(selector.quote))


def _most_proven(search: PassageSearch) -> Span | None:
    """Return the stretch for which most speaks; None if nothing is proven."""
    candidates = [weighed(search, span) for span in candidate_spans(search)]
    span = _winner(candidates)
    if span is not None:
        return span

    # To look for similar words takes long, so it is done only if nothing else is proven.
    similar = similar_spans(search)
    if not similar:
        return None
    candidates += [weighed(search, span) for span in similar]
    return _winner(candidates)


def _winner(candidates: Sequence[CandidateStretch]) -> Span | None:
    """Return the proven candidate with the highest score; None if none is, or another place comes near it."""
    proven = [candidate for candidate in candidates if candidate.is_proven]
    if not proven:
        return None

    best = max(proven, key=_score)
    for rival in candidates:
        if (
            _is_apart(rival, best)
            and not rival.is_foreign
            and rival.score > best.score - LEAST_LEAD
        ):
            return None
    return _best_edges(candidates, best)


def _best_edges(candidates: Sequence[CandidateStretch], best: CandidateStretch) -> Span:
    """Return where the passage begins and ends in the place that `best` stands in.

    The neighbours tell the place, but words may have been put in beside them. So the edges are those of the
    very words, else those of the words that the comparison knows, else those of what is most alike.
    """
    in_place = []
    for candidate in candidates:
        if candidate.is_alike and not candidate.is_foreign and not _is_apart(candidate, best):
            in_place.append(candidate)

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
