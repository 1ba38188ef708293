"""What proves that a stretch of the newer text is the passage that was marked, and what speaks against it."""

from dataclasses import dataclass

from annotations.logic.marking.letters import (
    overlap,
    shared_end,
    shared_start,
    squeezed,
    squeezed_between_breaks,
)
from annotations.logic.marking.placement import LEAST_KEPT
from annotations.logic.marking.selectors import CONTEXT, Selector
from newsroom.text.changes.offsets import OffsetMap
from newsroom.text.model import Span

#: Letters and signs next to a quote, on one side, that prove it to be the same in another place.
ENOUGH_COMPANY = 12
#: Letters and signs of a quote and its neighbours that prove it to be the same where the comparison of the
#: texts sends it. Below that the comparison may have met other words that read alike.
ENOUGH_WORDS = 24
#: The same if none of its neighbours came along with the quote.
ENOUGH_WORDS_ALONE = 2 * ENOUGH_WORDS

#: How far from a stretch its neighbours are read, in code points. White space may have been put in between,
#: which is why it is somewhat more than a selector keeps.
_REACH = CONTEXT + 16


@dataclass(frozen=True, slots=True)
class PassageSearch:
    """A passage of the old text that is looked for in the newer `text`.

    `sent` is where the comparison of the two texts sends it, and `kept` the share of it that stands there
    unchanged.
    """

    selector: Selector
    moved: OffsetMap
    text: str
    sent: Span
    kept: float

    @property
    def mostly_kept(self) -> bool:
        return self.kept >= LEAST_KEPT

    @property
    def is_short(self) -> bool:
        """Whether the quote has too few letters and signs to be known by them alone."""
        return len(squeezed(self.selector.quote)) < ENOUGH_WORDS


@dataclass(frozen=True, slots=True)
class Company:
    """How many letters and signs next to a stretch, on either side, are those that stood next to the quote.

    `whole`: all that the selector keeps came along, on both sides.
    """

    left: int
    right: int
    whole: bool

    @property
    def total(self) -> int:
        return self.left + self.right

    @property
    def is_near(self) -> bool:
        return max(self.left, self.right) >= ENOUGH_COMPANY


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stood `before` and `after` the quote, without white space."""

    before: str
    after: str

    def around(self, start: int, end: int, text: str) -> Company:
        """The company that the stretch from `start` to `end` of `text` is in."""
        text_before = text[max(0, start - _REACH) : start]
        text_after = text[end : end + _REACH]
        left = shared_end(self.before, squeezed(text_before))
        right = shared_start(self.after, squeezed(text_after))
        whole = left == len(self.before) and right == len(self.after)
        return Company(left, right, whole)


def neighbours(selector: Selector) -> Neighbours:
    """The old neighbours of the quote."""
    return Neighbours(squeezed(selector.prefix), squeezed(selector.suffix))


def stands_where_sent(search: PassageSearch, start: int) -> bool:
    """Whether the comparison sends the passage, most of it unchanged, to the quote that begins at `start`."""
    if not search.mostly_kept:
        return False

    length = len(search.selector.quote)
    return overlap(search.sent, Span(start, start + length)) >= LEAST_KEPT * length


def is_proven(search: PassageSearch, start: int, company: Company, *, is_sent: bool) -> bool:
    """Whether the words of the quote at `start`, in that company, are the passage itself.

    `is_sent`: the comparison of the texts sends the passage there.
    """
    selector, text = search.selector, search.text
    stands_in_place = is_sent and is_long_enough(selector.quote, company)
    if stands_in_place and (company.is_near or not was_taken_out(selector, text)):
        return True

    return company.is_near and not stood_elsewhere(search, start)


def is_long_enough(quote: str, company: Company) -> bool:
    """Whether the quote, with the company it is in, is too long to read so by chance."""
    if company.whole:
        return True

    least = ENOUGH_WORDS if company.total else ENOUGH_WORDS_ALONE
    letters = company.total + len(squeezed(quote))
    return letters >= least


def was_taken_out(selector: Selector, text: str) -> bool:
    """Whether the old neighbours of the quote now stand side by side.

    The quote was taken out between them then, and the comparison, which matches as much as it can, may have
    met the same words in another place.
    """
    before = squeezed(selector.prefix)[-ENOUGH_COMPANY:]
    after = squeezed(selector.suffix)[:ENOUGH_COMPANY]
    # A prefix or suffix that is shorter than others reaches the edge of the text. A line break stands for
    # that edge, because squeezed text holds no other.
    if len(selector.prefix) < CONTEXT:
        before = f"\n{before}"
    if len(selector.suffix) < CONTEXT:
        after = f"{after}\n"
    return f"{before}{after}" in squeezed_between_breaks(text)


def stood_elsewhere(search: PassageSearch, start: int) -> bool:
    """Whether the words at `start`, with those around them, stood in another place of the old text."""
    selector, text = search.selector, search.text
    end = start + len(selector.quote)
    around_start = max(0, start - ENOUGH_COMPANY)
    around_end = min(len(text), end + ENOUGH_COMPANY)
    origin = search.moved.origin(Span(around_start, around_end))
    if origin is None:
        return False

    old_start = origin.start + start - around_start
    return old_start != selector.start


def is_mostly_from_elsewhere(search: PassageSearch, span: Span) -> bool:
    """Whether more than half of `span` stood in the old text outside the marked passage.

    It is another passage then, however like the quote it reads: the rows of results and of casualty lists are
    alike in all but a name and a figure.
    """
    passage = Span(search.selector.start, search.selector.end)
    foreign = 0
    for origin in search.moved.origins(span):
        own = max(0, overlap(origin, passage))
        foreign += len(origin) - own
    return 2 * foreign > len(span)


def is_between_old_neighbours(search: PassageSearch) -> bool:
    """Whether the stretch the passage was sent to stands between what stood on both sides of the quote.

    This alone makes something of a few words the same passage: a figure that was corrected, a name that is
    spelled otherwise. Where the old text has no neighbours on one side, none are asked for.
    """
    old = neighbours(search.selector)
    company = old.around(search.sent.start, search.sent.end, search.text)
    left_is_near = company.left >= min(ENOUGH_COMPANY, len(old.before))
    right_is_near = company.right >= min(ENOUGH_COMPANY, len(old.after))
    return left_is_near and right_is_near and company.total >= ENOUGH_COMPANY
