"""Decide whether two pairs of passages are the same, so that a dismissed pair is not offered again."""

import hashlib
from dataclasses import dataclass

from newsroom.text.language.words import folded


@dataclass(frozen=True, slots=True)
class PassageKey:
    """A passage, identified by the id of its article and by its words."""

    article: int
    quote: str

    @property
    def words(self) -> str:
        """Return the words in the form that is compared: without case, extra spaces and punctuation."""
        return " ".join(folded(self.quote))


def hash_of_pair(passage: PassageKey, other: PassageKey) -> str:
    """Return a hash of two passages as 64 hexadecimal digits. The hash does not depend on their order."""
    ends = sorted(f"{end.article} {end.words}" for end in (passage, other))
    return hashlib.sha256("\n".join(ends).encode()).hexdigest()


def is_same_pair(
    pair: tuple[PassageKey, PassageKey], other_pair: tuple[PassageKey, PassageKey]
) -> bool:
    """Return whether two pairs are about the same passages, in any order.

    Two quotes are of the same passage if they are from one article, and one contains all
    words of the other in a row.
    """
    first, second = pair
    other_first, other_second = other_pair
    in_this_order = _are_alike(first, other_first) and _are_alike(second, other_second)
    return in_this_order or (_are_alike(first, other_second) and _are_alike(second, other_first))


def _are_alike(passage: PassageKey, other: PassageKey) -> bool:
    """Return whether both passages are in one article, and one contains all words of the other in a row."""
    if passage.article != other.article:
        return False
    # The spaces on both sides prevent that “left the roo” matches “left the room”.
    words, other_words = f" {passage.words} ", f" {other.words} "
    return words in other_words or other_words in words
