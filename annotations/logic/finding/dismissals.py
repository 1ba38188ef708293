"""When two pairs of passages are the same pair, so that what was set aside once is not offered again."""

import hashlib
from dataclasses import dataclass

from newsroom.text.language.words import folded


@dataclass(frozen=True, slots=True)
class PassageKey:
    """A passage by its article and its words."""

    article: int
    quote: str


def pair_of(one: PassageKey, other: PassageKey) -> str:
    """A hash of both, the same in either order; spelling, spacing and signs do not matter. 64 hexadecimal
    digits.
    """
    ends = sorted(f"{end.article} {' '.join(folded(end.quote))}" for end in (one, other))
    return hashlib.sha256("\n".join(ends).encode()).hexdigest()


def is_same(one: tuple[PassageKey, PassageKey], other: tuple[PassageKey, PassageKey]) -> bool:
    """Whether two pairs are about the same passages: at both ends, in either order, one quote holds the
    other.
    """
    return any(
        _holds(one[0], first) and _holds(one[1], second) for first, second in (other, (other[1], other[0]))
    )


def _holds(one: PassageKey, other: PassageKey) -> bool:
    if one.article != other.article:
        return False
    mine, yours = (f" {' '.join(folded(end.quote))} " for end in (one, other))
    return mine in yours or yours in mine
