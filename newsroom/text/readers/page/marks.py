"""Which inline elements are open while a stretch of text is gathered, and the marks they make."""

from dataclasses import dataclass, field

from newsroom.text.model import Mark, MarkKind


@dataclass(slots=True)
class InlineMarks:
    """The inline formatting that is open, and the marks made since the last segment ended.

    `depth` counts the open elements of a kind, because a mark reaches over all of them. `starts` says where
    the mark of an open kind begins; None means that no text has come since it was opened or cut.
    """

    depth: dict[MarkKind, int] = field(default_factory=dict)
    starts: dict[MarkKind, int | None] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def begin(self, kind: MarkKind, address: str, position: int) -> None:
        """Note that an element begins at `position`. `address` is that of a link, else blank."""
        if kind is MarkKind.LINK:
            # A link in a link ends the outer one, because text has one address at most.
            self._cut(kind, position)
            self.links.append(address)
        self.depth[kind] = self.depth.get(kind, 0) + 1
        self.starts.setdefault(kind, None)

    def end(self, kind: MarkKind, position: int) -> None:
        """Note that the innermost element of a kind ends at `position`."""
        self.depth[kind] -= 1
        if kind is MarkKind.LINK or not self.depth[kind]:
            self._cut(kind, position)
        if kind is MarkKind.LINK:
            self.links.pop()
        if not self.depth[kind]:
            del self.starts[kind]

    def begin_text(self, position: int) -> None:
        """Note that text stands at `position`: marks that wait for text begin there."""
        for kind, start in self.starts.items():
            if start is None:
                self.starts[kind] = position

    def end_segment(self, position: int) -> list[Mark]:
        """Return the marks of the segment that ends at `position`. What is open goes on in the next one."""
        for kind in self.starts:
            self._cut(kind, position)
        marks = self.marks
        self.marks = []
        return marks

    def _cut(self, kind: MarkKind, position: int) -> None:
        """Make the mark of a kind as far as it reaches; what the element covers later gets another mark."""
        start = self.starts.get(kind)
        address = self.links[-1] if kind is MarkKind.LINK and self.links else ""
        leads_nowhere = kind is MarkKind.LINK and not address
        if start is not None and start < position and not leads_nowhere:
            self.marks.append(Mark(start, position, kind, address))
        if kind in self.starts:
            self.starts[kind] = None
