"""Define the parts of a search, as the index looks them up."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a part of a search: folded words that follow each other in a text, or one mark of a
    word (`newsroom.text.language.indexing.word_forms`).

    If `open_end` is true, a longer word that begins with the last word matches too.
    """

    words: tuple[str, ...]
    open_end: bool = False


#: A list of spellings. At least one of them must occur in the text.
Clause = Sequence[Spelling]
