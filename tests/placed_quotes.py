"""Place a quote of an old text in a new text, for tests of re-anchoring."""

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.evidence import PassageSearch
from annotations.logic.marking.placement import Placement
from annotations.logic.marking.selectors import select
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span


def place_quote(quote: str, *, was: str, now: str) -> Placement:
    start = was.index(quote)
    return place(select(was, Span(start, start + len(quote))), changes(was, now), now)


def words_of(placement: Placement, text: str) -> str:
    assert placement.span is not None
    return text[placement.span.start : placement.span.end]


def search_for(quote: str, *, was: str, now: str) -> PassageSearch:
    """Return the search for the first place of the quote."""
    start = was.index(quote)
    passage = Span(start, start + len(quote))
    return PassageSearch(select(was, passage), changes(was, now), now)
