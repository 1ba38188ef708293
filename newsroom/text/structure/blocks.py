"""Hold the pieces of an article while their roles are being assigned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.text.model import MarkKind, Piece, Role

#: How many pieces at the beginning are the head of an article, and how many at the end are its tail.
HEAD = 8
TAIL = 4


@dataclass(frozen=True, slots=True)
class Blocks:
    """The pieces of an article, the text of each in one line, and their roles.

    The rules change `roles` one after the other.
    """

    pieces: Sequence[Piece]
    texts: list[str]
    roles: list[Role]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Blocks":
        """Return the blocks for `pieces`, with the roles that the reader has assigned."""
        texts = [" ".join(piece.text.split()) for piece in pieces]
        return cls(pieces, texts, [piece.role for piece in pieces])

    def __len__(self) -> int:
        return len(self.pieces)

    def body(self) -> Iterator[int]:
        """Yield the indexes of the pieces that still have the role body."""
        for index, role in enumerate(self.roles):
            if role is Role.BODY:
                yield index

    def is_body(self, index: int) -> bool:
        """Return whether the piece at `index` still has the role body."""
        return self.roles[index] is Role.BODY

    def heading_levels(self, index: int) -> set[str]:
        """Return the levels of all heading marks on a piece. Some pages nest one heading in another."""
        return {mark.value for mark in self.pieces[index].marks if mark.kind is MarkKind.HEADING}

    def is_in_head(self, index: int) -> bool:
        """Return whether the piece at `index` is in the head of the article."""
        return index < HEAD

    def is_in_last(self, index: int, number: int) -> bool:
        """Return whether a piece is one of the last `number` pieces."""
        return index >= len(self.pieces) - number

    def with_roles(self) -> tuple[Piece, ...]:
        """Return the pieces with the roles that the rules have assigned."""
        pieces = []
        for piece, role in zip(self.pieces, self.roles, strict=True):
            pieces.append(replace(piece, role=role))
        return tuple(pieces)
