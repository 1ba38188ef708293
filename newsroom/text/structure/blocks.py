"""Hold the pieces of an article while their roles are being assigned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.text.model import MarkKind, Piece, Role

#: How many pieces at the beginning are the head of an article, and how many at the end are its tail.
HEAD = 8
TAIL = 4


@dataclass(frozen=True, slots=True)
class Blocks:
    """The pieces of an article while their roles are being assigned.

    `texts` holds the text of each piece in one line, and `roles` the role of each piece. The rules change
    `roles` one after the other.
    """

    pieces: Sequence[Piece]
    texts: list[str]
    roles: list[Role]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Blocks":
        """Return the blocks for `pieces`. Each begins with the role that the reader has assigned."""
        texts = [" ".join(piece.text.split()) for piece in pieces]
        return cls(pieces, texts, [piece.role for piece in pieces])

    def __len__(self) -> int:
        return len(self.pieces)

    def body(self) -> Iterator[int]:
        """Yield the indexes of the pieces whose role is body when the iteration reaches them."""
        for index, role in enumerate(self.roles):
            if role is Role.BODY:
                yield index

    def is_body(self, index: int) -> bool:
        """Return whether the piece at `index` has the role body."""
        return self.roles[index] is Role.BODY

    def heading_levels(self, index: int) -> set[str]:
        """Return the levels of all heading marks on the piece at `index`, or an empty set if it has none.

        Some pages nest one heading in another, so there may be several.
        """
        return {mark.value for mark in self.pieces[index].marks if mark.kind is MarkKind.HEADING}

    def is_in_head(self, index: int) -> bool:
        """Return whether the piece at `index` is one of the first `HEAD` pieces."""
        return index < HEAD

    def is_in_last(self, index: int, number: int) -> bool:
        """Return whether the piece at `index` is one of the last `number` pieces."""
        return index >= len(self.pieces) - number

    def with_roles(self) -> tuple[Piece, ...]:
        """Return the pieces with the roles that the rules have assigned."""
        pieces = []
        for piece, role in zip(self.pieces, self.roles, strict=True):
            pieces.append(replace(piece, role=role))
        return tuple(pieces)
