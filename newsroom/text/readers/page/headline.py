"""Find the segment of a page that is the headline of its article."""

import re
from collections.abc import Callable, Collection, Sequence

from newsroom.text.readers.page.regions import PageSegment
from newsroom.text.readers.page.stated.metadata import PageMetadata

_NOT_LETTERS = re.compile(r"[\W_]+")
_FIRST_LEVEL = "1"
#: Sorts segments that are not headings after the six levels of headings.
_BELOW_HEADINGS = "9"


def find_headline(
    page: Sequence[PageSegment], taken: Collection[int], stated: PageMetadata
) -> int | None:
    """Return the index of the segment of `page` that is the headline, or None if there is none.

    The order of preference is: a segment with a headline that the page states, a heading at the start of the
    page's title, the last first-level heading before the segments at the indexes `taken`.
    """
    index = _stated_as_headline(page, stated.headlines)
    if index is None:
        index = _heading_in_title(page, stated.titles)
    if index is None:
        index = _heading_before_text(page, taken, stated.metadata.outlet)
    return index


def same_words_as(text: str) -> Callable[[str], bool]:
    """Return a function that tests whether another text has the same letters and digits as `text`.

    The letters of `text` are computed once, because many texts are compared with them. If `text` has no
    letters and no digits, the function always returns False.
    """
    letters = _letters_of(text)

    def has_same_words(other_text: str) -> bool:
        return bool(letters) and letters == _letters_of(other_text)

    return has_same_words


def _letters_of(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def _stated_as_headline(page: Sequence[PageSegment], headlines: Sequence[str]) -> int | None:
    letters_of_headlines = {_letters_of(headline) for headline in headlines} - {""}
    matches = [
        index
        for index, segment in enumerate(page)
        if _letters_of(segment.text) in letters_of_headlines
    ]
    return min(matches, key=lambda index: page[index].heading or _BELOW_HEADINGS, default=None)


def _heading_in_title(page: Sequence[PageSegment], titles: Sequence[str]) -> int | None:
    """Return the index of the heading that equals the longest possible one of `titles`.

    `titles` are ordered from long to short. Of several equal headings, the one with the highest level is
    returned. Returns None if no heading equals any title.
    """
    rank_of_title = {_letters_of(title): rank for rank, title in enumerate(titles)}
    ranked: list[tuple[int, str, int]] = []
    for index, segment in enumerate(page):
        if not segment.heading:
            continue
        rank = rank_of_title.get(_letters_of(segment.text))
        if rank is not None:
            ranked.append((rank, segment.heading, index))
    if not ranked:
        return None
    return min(ranked)[-1]


def _heading_before_text(
    page: Sequence[PageSegment], taken: Collection[int], outlet: str
) -> int | None:
    paragraphs = (index for index in sorted(taken) if not page[index].heading)
    first_paragraph = next(paragraphs, len(page))
    names_outlet = same_words_as(outlet)
    for index in reversed(range(first_paragraph)):
        segment = page[index]
        # A heading that is only a link, or only the outlet's name, leads to the outlet's front page.
        if segment.heading != _FIRST_LEVEL or segment.linked >= len(segment.text):
            continue
        if not names_outlet(segment.text):
            return index
    return None
