"""Track the inline elements that are open while text is gathered, and make marks from them."""

from dataclasses import dataclass, field

from newsroom.text.model import Mark, MarkKind


@dataclass(slots=True)
class InlineMarks:
    """The inline elements that are open at one place of a page, and the marks made for the current segment.

    `depth` counts the open elements of each kind, because one mark covers nested elements of a kind. `starts`
    holds the position (in code points of the segment) where the mark of an open kind begins. None means that
    no text has come since the element was opened or its mark was cut. `links` holds the addresses of the open
    links.
    """

    depth: dict[MarkKind, int] = field(default_factory=dict)
    starts: dict[MarkKind, int | None] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def begin(self, kind: MarkKind, address: str, position: int) -> None:
        """Record that an element is open from now on. Its mark begins where its first text begins.

        If the element is a link inside a link, the mark of the outer link ends at `position`. `address` is
        the address of a link; it is empty for other elements and for links whose address is not safe.
        """
        if kind is MarkKind.LINK:
            # A link inside a link ends the outer one, because text has at most one address.
            self._cut(kind, position)
            self.links.append(address)
        self.depth[kind] = self.depth.get(kind, 0) + 1
        self.starts.setdefault(kind, None)

    def end(self, kind: MarkKind, position: int) -> None:
        """Record that the innermost open element of `kind` ends at `position`."""
        self.depth[kind] -= 1
        if kind is MarkKind.LINK or not self.depth[kind]:
            self._cut(kind, position)
        if kind is MarkKind.LINK:
            self.links.pop()
        if not self.depth[kind]:
            del self.starts[kind]

    def begin_text(self, position: int) -> None:
        """Record that text begins at `position`. Open elements that had no text yet begin there."""
        for kind, start in self.starts.items():
            if start is None:
                self.starts[kind] = position

    def end_segment(self, position: int) -> list[Mark]:
        """Return the marks of the segment that ends at `position`, and forget them.

        Open elements continue in the next segment.
        """
        for kind in self.starts:
            self._cut(kind, position)
        marks = self.marks
        self.marks = []
        return marks

    def _cut(self, kind: MarkKind, position: int) -> None:
        """Make a mark of `kind` that ends at `position`. Later text of the same element gets another mark.

        No mark is made if the element has no text yet, or is a link without a safe address.
        """
        start = self.starts.get(kind)
        address = ""
        if kind is MarkKind.LINK and self.links:
            address = self.links[-1]
        # A link without a safe address is plain text to readers.
        is_plain = kind is MarkKind.LINK and not address
        if start is not None and start < position and not is_plain:
            self.marks.append(Mark(start, position, kind, address))
        if kind in self.starts:
            self.starts[kind] = None
