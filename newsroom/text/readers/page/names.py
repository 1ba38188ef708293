"""Which stretches of a segment the page marks as an author's name."""

import re
from dataclasses import dataclass, field
from itertools import islice

from newsroom.text.readers.page.regions import Element, Region, names_of

#: What pages call an element that holds an author's name; "author-bio" and "author-location" hold other
#: things.
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|written-?by|username)"
    r"(?:[_-]{1,2}(?:names?|links?|url|info|list))?(?=$|\s)",
    re.IGNORECASE,
)
#: How many of the blocks around a stretch are asked whether they hold an author's name.
_NEAREST_BLOCKS = 3
#: Names in names that are deeper than this say nothing more to a reader.
_DEEPEST = 6


@dataclass(slots=True)
class AuthorNames:
    """The elements marked as authors that are open, with their starts, and the stretches that have closed."""

    naming: list[tuple[Element, int]] = field(default_factory=list)
    named: list[tuple[int, int]] = field(default_factory=list)

    def begin(self, element: Element, position: int) -> None:
        if len(self.naming) < _DEEPEST and _AUTHOR.search(names_of(element)):
            self.naming.append((element, position))

    def end(self, element: Element, position: int) -> None:
        """Note the stretch of an element that names an author, unless a stretch in it already does."""
        if not self.naming or self.naming[-1][0] is not element:
            return
        start = self.naming.pop()[1]
        is_named_inside = bool(self.named) and self.named[-1][0] >= start
        if start < position and not is_named_inside:
            self.named.append((start, position))

    def end_segment(self, text: str, region: Region) -> tuple[str, ...]:
        """Return the authors named in the segment `text`: the marked stretches, or all of it if its block is
        marked. What is open goes on in the next segment.
        """
        stretches = list(self.named)
        if self.naming:
            stretches.append((self.naming[-1][1], len(text)))
        self.named = []
        self.naming = [(element, 0) for element, _ in self.naming]
        if not stretches and _is_author_block(region):
            stretches.append((0, len(text)))
        return tuple(" ".join(text[start:end].split()) for start, end in stretches)


def _is_author_block(region: Region) -> bool:
    blocks = islice(region.chain(), _NEAREST_BLOCKS)
    return any(_AUTHOR.search(block.names) for block in blocks)
