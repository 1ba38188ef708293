"""When two pairs of passages are the same pair, so that what was set aside once is not offered again."""

import hashlib
from dataclasses import dataclass

from newsroom.text.language.words import folded


@dataclass(frozen=True, slots=True)
class PassageKey:
    """A passage by its article and its words."""

    article: int
    quote: str

    @property
    def words(self) -> str:
        """The words as they are compared: spelling, spacing and punctuation make no difference."""
        return " ".join(folded(self.quote))


def hash_of_pair(passage: PassageKey, other: PassageKey) -> str:
    """Return a hash of both passages, the same in either order, as 64 hexadecimal digits."""
    ends = sorted(f"{end.article} {end.words}" for end in (passage, other))
    return hashlib.sha256("\n".join(ends).encode()).hexdigest()


def is_same_pair(
    pair: tuple[PassageKey, PassageKey], other_pair: tuple[PassageKey, PassageKey]
) -> bool:
    """Whether two pairs are about the same passages: at both ends one quote holds the other, in any order."""
    first, second = pair
    other_first, other_second = other_pair
    in_this_order = _are_alike(first, other_first) and _are_alike(second, other_second)
    return in_this_order or (_are_alike(first, other_second) and _are_alike(second, other_first))


def _are_alike(passage: PassageKey, other: PassageKey) -> bool:
    """Whether both stand in one article, and the words of one are whole words of the other."""
    if passage.article != other.article:
        return False
    # Spaces on either side keep “left the roo” from being part of “left the room”.
    words, other_words = f" {passage.words} ", f" {other.words} "
    return words in other_words or other_words in words
