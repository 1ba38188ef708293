"""Where a passage stands in another revision of its text.

Asked in order: does it stand where it and its neighbours went in one piece; do its words stand where the
comparison of the two texts sends them, or in their old company elsewhere; does something there resemble it?
Each answer is checked against the quote (`evidence`), and the same words elsewhere, in other company, are not
taken for it. Where a passage may stand is listed by `candidates`.
"""

from annotations.logic.marking.candidates import Edges, kept_edges, occurrences, similar_stretches
from annotations.logic.marking.edges import with_whole_tokens
from annotations.logic.marking.evidence import (
    ENOUGH_COMPANY,
    PassageSearch,
    is_between_old_neighbours,
    is_mostly_from_elsewhere,
    is_proven,
    neighbours,
    stands_where_sent,
)
from annotations.logic.marking.letters import trimmed, with_closing_sign, words_at
from annotations.logic.marking.placement import LEAST_KEPT, LOST, Placement, changed, word_for_word
from annotations.logic.marking.selectors import Selector
from newsroom.text.changes.offsets import OffsetMap
from newsroom.text.model import Span

#: How many times its old length a passage may have, after words were put into it.
MOST_GROWN = 2.0


def place(selector: Selector, moved: OffsetMap, text: str) -> Placement:
    """Find the passage in the newer `text`. `moved` maps the text of `selector` to it.

    Offsets are code points, end exclusive. Unless the state is changed, the words at the placement are those
    of the quote.
    """
    placement = _place(selector, moved, text)
    if placement.span is None:
        return placement

    whole = with_whole_tokens(selector, text, placement.span)
    if whole == placement.span:
        return placement
    return changed(selector.quote, text, whole)


def _place(selector: Selector, moved: OffsetMap, text: str) -> Placement:
    """Find the passage without regard to the words and figures that its edges may part."""
    untouched = _untouched(selector, moved)
    if untouched is not None:
        return untouched

    passage = Span(selector.start, selector.end)
    kept = moved.kept(passage) / max(1, len(selector.quote))
    search = PassageSearch(selector, moved, text, moved.forward(passage), kept)
    return _verbatim(search) or _edited(search) or LOST


def _untouched(selector: Selector, moved: OffsetMap) -> Placement | None:
    """Place a quote that went in one piece with all its neighbours, whatever else the text holds."""
    around = Span(selector.start - len(selector.prefix), selector.end + len(selector.suffix))
    there = moved.forward(around)
    if moved.origin(there) != around:
        return None
    return word_for_word(selector, there.start + len(selector.prefix))


def _verbatim(search: PassageSearch) -> Placement | None:
    """Place a quote whose words stand where the comparison sends them, or elsewhere in their old company.

    Another style of quotation marks is allowed, and makes the passage a changed one. Of several places the
    one in the closest company is taken. That the comparison sends the quote to a place counts as company.
    """
    selector, text = search.selector, search.text
    old_neighbours = neighbours(selector)
    best: tuple[int, int, int] | None = None
    for start in occurrences(search):
        company = old_neighbours.around(start, start + len(selector.quote), text)
        is_sent = stands_where_sent(search, start)
        if not is_proven(search, start, company, is_sent=is_sent):
            continue

        closeness = company.total
        if is_sent:
            closeness += ENOUGH_COMPANY
        distance = abs(start - search.sent.start)
        candidate = (closeness, -distance, start)
        if best is None or candidate > best:
            best = candidate

    if best is None:
        return None

    *_, start = best
    span = Span(start, start + len(selector.quote))
    if words_at(text, span) != selector.quote:
        return changed(selector.quote, text, span)
    return word_for_word(selector, start)


def _edited(search: PassageSearch) -> Placement | None:
    """Place a quote that was edited: at what stands where it was sent, or at what is most like it nearby.

    A quote of a few words is known again in its old company only.
    """
    quote, text = search.selector.quote, search.text
    sent = with_closing_sign(quote, text, trimmed(text, search.sent))
    edges = kept_edges(search)
    between = edges.within(sent)

    # If the very words stand there, they were refused already, because their company is another.
    there = Span(min(sent.start, between.start), max(sent.end, between.end))
    if quote in words_at(text, there):
        return None
    if search.is_short and not is_between_old_neighbours(search):
        return None

    return _mostly_kept(search, sent, edges) or _most_similar(search, sent, edges)


def _mostly_kept(search: PassageSearch, sent: Span, edges: Edges) -> Placement | None:
    """Place the quote where most of it stands unchanged, if not too much was put into it."""
    if not search.mostly_kept:
        return None

    likely: list[Span] = []
    if not search.is_short:
        likely.append(sent)
    if edges.are_known:
        likely.append(edges.within(sent))

    for span in likely:
        if _has_fitting_length(search, span):
            return changed(search.selector.quote, search.text, span)
    return None


def _most_similar(search: PassageSearch, sent: Span, edges: Edges) -> Placement | None:
    """Place the quote at what is most like it, near its place or its old neighbours."""
    best = LOST
    for span in similar_stretches(search, sent, edges):
        if not _has_fitting_length(search, span) or is_mostly_from_elsewhere(search, span):
            continue

        placement = changed(search.selector.quote, search.text, span)
        if placement.score > best.score:
            best = placement

    if best.score < LEAST_KEPT:
        return None
    return best


def _has_fitting_length(search: PassageSearch, span: Span) -> bool:
    return len(span) <= MOST_GROWN * len(search.selector.quote)
