"""Define the parts of a search in the form in which they are searched."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """Folded words in a row. If `open_end` is true, the last word is only the beginning of a word."""

    words: tuple[str, ...]
    open_end: bool = False


#: A list of spellings. At least one of them must occur in the text.
Clause = Sequence[Spelling]
