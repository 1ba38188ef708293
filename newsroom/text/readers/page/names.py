"""Find the parts of a segment that the page marks as the name of an author."""

import re
from dataclasses import dataclass, field
from itertools import islice

from newsroom.text.readers.page.regions import Element, Region, names_of

#: Names that pages give to elements with an author's name. Names such as "author-bio" and "author-location"
#: do not match.
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|written-?by|username)"
    r"(?:[_-]{1,2}(?:names?|links?|url|info|list))?(?=$|\s)",
    re.IGNORECASE,
)
#: How many blocks around a segment are checked for such a name.
_NEAREST_BLOCKS = 3
#: Marked elements that are nested more deeply are ignored.
_DEEPEST = 6


@dataclass(slots=True)
class AuthorNames:
    """The parts of a segment that the page marks as names of authors.

    `naming` holds the marked elements that are open, each with the position where it began. `named` holds the
    (start, end) of the marked elements that have ended. Positions are code points of the segment.
    """

    naming: list[tuple[Element, int]] = field(default_factory=list)
    named: list[tuple[int, int]] = field(default_factory=list)

    def begin(self, element: Element, position: int) -> None:
        if len(self.naming) < _DEEPEST and _AUTHOR.search(names_of(element)):
            self.naming.append((element, position))

    def end(self, element: Element, position: int) -> None:
        """Record the start and the end of a marked element that ends at `position`.

        Nothing is recorded if `element` is not marked, or if a marked element inside it was recorded already.
        """
        if not self.naming or self.naming[-1][0] is not element:
            return
        start = self.naming.pop()[1]
        is_named_inside = bool(self.named) and self.named[-1][0] >= start
        if start < position and not is_named_inside:
            self.named.append((start, position))

    def end_segment(self, text: str, region: Region) -> tuple[str, ...]:
        """Return the authors named in the segment `text`, which may be none, and forget them.

        These are the parts of the text that are marked, or the whole text if its block is marked. Open
        elements continue in the next segment.
        """
        stretches = list(self.named)
        if self.naming:
            stretches.append((self.naming[-1][1], len(text)))
        self.named = []
        self.naming = [(element, 0) for element, _ in self.naming]
        if not stretches and _is_author_block(region):
            stretches.append((0, len(text)))
        names = []
        for start, end in stretches:
            # A name may be broken over several lines.
            names.append(" ".join(text[start:end].split()))
        return tuple(names)


def _is_author_block(region: Region) -> bool:
    blocks = islice(region.chain(), _NEAREST_BLOCKS)
    return any(_AUTHOR.search(block.names) for block in blocks)
