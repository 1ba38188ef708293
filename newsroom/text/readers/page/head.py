"""Find the segments near the headline and the first paragraph of a page: byline, date and standfirst.

A standfirst is a short introduction below the headline.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from newsroom.text.metadata.dates import is_date_line
from newsroom.text.model import Role
from newsroom.text.readers.page.bylines import credit_of
from newsroom.text.readers.page.entry_times import entry_times
from newsroom.text.readers.page.regions import RUNNING, PageSegment, is_caption
from newsroom.text.structure.byline_lines import credited_to

#: The longest line, in characters, that does not count as a paragraph.
SHORT_LINE = 80
#: The longest byline or date line, in characters.
_LONGEST_HEAD_LINE = 160
#: How far from the headline and the first paragraph a byline or date is searched, in segments.
_NEAR = 4
#: How far before the first paragraph it is searched at most, in segments.
_FARTHEST = 60
_SUBHEADINGS = ("2", "3")


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a page: what is near its headline and its first paragraph.

    `headline`, `first` and `last` are the indexes of the headline, of the first and of the last paragraph.
    `headline` is None if the page has no headline. `entry_times` are the indexes of the times in a live blog,
    which say nothing about the article.
    """

    page: Sequence[PageSegment]
    headline: int | None
    first: int
    last: int
    entry_times: Collection[int]

    def indexes(self) -> range:
        """Return the indexes of the segments that may belong to the head."""
        top = self.first
        if self.headline is not None:
            top = min(top, self.headline)
        start = max(0, top - _NEAR, self.first - _FARTHEST)
        stop = min(self.first + _NEAR, len(self.page))
        return range(start, stop)

    def role_of(self, index: int) -> Role | None:
        """Return the role of the segment at `index`, or None if the segment does not belong to the head."""
        if index in self.entry_times:
            return None
        segment = self.page[index]
        text = " ".join(segment.text.split())
        if len(text) <= _LONGEST_HEAD_LINE:
            if credited_to(text) or (self._may_credit(index) and _marks_author(segment)):
                return Role.BYLINE
            if is_date_line(text) or (segment.time and len(text) <= SHORT_LINE):
                return Role.DATELINE
        if self._is_between(index) and _is_standfirst(segment):
            return own_role(segment)
        return None

    def _may_credit(self, index: int) -> bool:
        """Return whether an author whom the segment at `index` marks may be the author of the article.

        Authors below the last paragraph belong to other articles. An author above the headline counts only in
        the block that holds the headline.
        """
        if index >= self.last:
            return False
        if self.headline is None or index > self.headline:
            return True
        return _shares_block(self.page[index], self.page[self.headline])

    def _is_between(self, index: int) -> bool:
        return self.headline is not None and self.headline < index < self.first


def roles_of_head(
    page: Sequence[PageSegment], taken: Collection[int], headline: int | None
) -> dict[int, Role]:
    """Return the roles of the segments near the headline and the first paragraph, as {index: role}.

    `taken` holds the indexes of the article's segments. Without a long paragraph, only the headline has a
    role.
    """
    roles: dict[int, Role] = {}
    if headline is not None:
        roles[headline] = Role.TITLE
    paragraphs = [
        index for index in sorted(taken) if index != headline and len(page[index].text) > SHORT_LINE
    ]
    below_headline = (index for index in paragraphs if headline is None or index > headline)
    first = next(below_headline, None)
    if first is None:
        return roles

    head = _Head(page, headline, first, last=paragraphs[-1], entry_times=entry_times(page))
    for index in head.indexes():
        if index == headline:
            continue
        role = head.role_of(index)
        if role is not None:
            roles[index] = role
    return roles


def own_role(segment: PageSegment) -> Role:
    """Return the role of a segment by the elements that it is in: caption, or body."""
    if is_caption(segment):
        return Role.CAPTION
    # A figure may also contain a quotation, a table or code.
    if segment.within("figure") and not segment.within("blockquote", "table", "pre"):
        return Role.CAPTION
    return Role.BODY


def _marks_author(segment: PageSegment) -> bool:
    """Return whether a segment contains an element that the page marks as an author.

    Segments in page furniture do not count, except in a footer, because some systems put the byline there.
    """
    if segment.is_in_furniture and not segment.within("footer"):
        return False
    return bool(segment.authors) and credit_of(segment) != ""


def _shares_block(segment: PageSegment, headline: PageSegment) -> bool:
    """Return whether the block that holds the headline also holds `segment`."""
    return any(block is headline.region.parent for block in segment.region.chain())


def _is_standfirst(segment: PageSegment) -> bool:
    """Return whether a segment between the headline and the text is a standfirst or a caption.

    A standfirst is a short introduction to the text. It has no link. A long segment counts as a standfirst in
    any element, because sites write lead paragraphs in `<div>` or as bare text.
    """
    if segment.linked or segment.is_in_furniture:
        return False
    if is_caption(segment) or len(segment.text) >= RUNNING:
        return True
    return segment.region.tag == "p" or segment.heading in _SUBHEADINGS
