"""What people search for, as it is looked up: the spellings of each part of a search."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """Folded words in a row. `open_end`: the last of them may go on."""

    words: tuple[str, ...]
    open_end: bool = False


#: Spellings, one of which must stand in the text.
Clause = Sequence[Spelling]
