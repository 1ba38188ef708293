"""Read the bounds of a figure: “at least 12”, “up to 12”, “about 12”, “12 or more”."""

import math
import re
from enum import StrEnum


class Bound(StrEnum):
    """The limit that words such as “at least” set on a number.

    `EXACT` means that no such word is there. `LEAST` and `OVER` are lower limits, `MOST` and `UNDER` are
    upper limits, and `NEARLY` and `ABOUT` mean a number close to the given one.
    """

    EXACT = ""
    LEAST = "at least"
    OVER = "more than"
    MOST = "at most"
    UNDER = "fewer than"
    NEARLY = "nearly"
    ABOUT = "about"


#: How far “about” and “nearly” may be from the number, as a share of the number.
ROUGHLY = 0.15
# These bounds include the number itself. Reports write “more than 40” and “40” for the same source.
_INCLUSIVE = frozenset({Bound.EXACT, Bound.LEAST, Bound.OVER, Bound.MOST, Bound.ABOUT})
_BEFORE = {
    Bound.LEAST: (
        "at least|no fewer than|no less than|not less than|a minimum of|mindestens|au moins|al menos"
        "|por lo menos|almeno|pelo menos|ten minste|minstens|co najmniej|как минимум|не менее"
        "|по меньшей мере|щонайменше|не менше"
    ),
    Bound.OVER: (
        "(?<!no )(?<!not )more than|over|upwards? of|exceed(?:s|ed|ing)?|above"
        "|in excess of|topp(?:ed|ing)|surpass(?:ed|ing)"
        "|mehr als|über|plus de|más de|più di|mais de|meer dan|ponad|более|больше|свыше|понад|більше"
    ),
    Bound.MOST: (
        "at most|up to|as many as|as much as|no more than|not more than|a maximum of|bis zu|höchstens|jusqu'à"
        "|jusqu’à|hasta|fino a|até|tot|nawet|до"
    ),
    Bound.UNDER: (
        "fewer than|less than|under|below|weniger als|unter|moins de|menos de|meno di|minder dan|mniej niż"
        "|менее|меньше|менше"
    ),
    Bound.NEARLY: (
        "nearly|almost|close to|just short of|fast|beinahe|presque|près de|casi|quasi|quase|bijna|prawie"
        "|почти|майже"
    ),
    Bound.ABOUT: (
        "about|around|approximately|approx\\.?|roughly|some|(?:an )?estimated|circa|ca\\.?|etwa|rund|ungefähr"
        "|environ|unos|unas|alrededor de|aproximadamente|cerca de|ongeveer|około|около|примерно|близько"
        "|приблизно"
    ),
}
# “At least another 12” has the same bound as “at least 12”.
_WORD_BETWEEN = r"(?:\s(?:another|a further|a total of|the|all))?"
_ANY_BEFORE = "|".join(f"(?P<{bound.name}>{words})" for bound, words in _BEFORE.items())
_BOUND_BEFORE = re.compile(rf"\b(?:{_ANY_BEFORE}){_WORD_BETWEEN}\s?\Z", re.IGNORECASE)
_SIGN_BEFORE = re.compile(r"[~≈]\s?\Z")
_BOUND_AFTER = (
    (Bound.LEAST, re.compile(r"\+|-plus\b|(?:\s\w{1,20})?\sor\smore\b", re.IGNORECASE)),
    (Bound.MOST, re.compile(r"(?:\s\w{1,20})?\sor\s(?:fewer|less)\b", re.IGNORECASE)),
    (Bound.ABOUT, re.compile(r"-odd\b|-something\b|(?:\s\w{1,20})?\sor\sso\b", re.IGNORECASE)),
)
# How many characters before a figure are searched for its bound.
_REACH = 32


def bound_of(text: str, start: int, end: int) -> Bound:
    """Return the bound that the words before or after the number at `start..end` set.

    Returns `Bound.EXACT` if no word sets a bound.
    """
    before = text[max(0, start - _REACH) : start]
    match = _BOUND_BEFORE.search(before)
    if match and match.lastgroup:
        return Bound[match.lastgroup]
    if _SIGN_BEFORE.search(before):
        return Bound.ABOUT
    for bound, pattern in _BOUND_AFTER:
        if pattern.match(text, end):
            return bound
    return Bound.EXACT


def limits(value: float, bound: Bound) -> tuple[float, float]:
    """Return the lowest and the highest number that a report may mean by `value` with `bound`.

    The lowest is -infinity if the bound sets no lower limit, and the highest is infinity if it sets no upper
    limit.
    """
    margin = abs(value) * ROUGHLY
    if bound in (Bound.LEAST, Bound.OVER):
        return value, math.inf
    if bound in (Bound.MOST, Bound.UNDER):
        return -math.inf, value
    if bound is Bound.NEARLY:
        return value - margin, value
    if bound is Bound.ABOUT:
        return value - margin, value + margin
    return value, value


def bounds_agree(bound: Bound, other: Bound) -> bool:
    """Return whether a number with `bound` and the same number with `other` say the same.

    “More than 10” and “10” do, but “fewer than 10” and “10” do not.
    """
    return bound is other or {bound, other} <= _INCLUSIVE
