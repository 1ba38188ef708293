"""Read scores and votes: “won 3-1”, “a 2-0 defeat”, “passed by 52 to 48”. Both numbers belong together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CONTEST = (
    "w[io]ns?|winning|beat(?:s|en|ing)?|los(?:t|e|es|ing)|defeat(?:s|ed|ing)?|draws?|drew|drawn|tied|ties?|le(?:d|ads?)"
    "|leading|trail(?:s|ed|ing)?|edged|thrash(?:ed|ing)|crushed|passed|approved|adopted|rejected|backed|votes?"
    "|voted|voting|ruled|scores?|victory|triumph|ahead|margin|ballot|sieg|gewann|gewannen|verlor|siegte"
    "|bat|battu|victoire|ganó|venció|vinse|batte"
)
_CONTEST_BEFORE = re.compile(rf"\b(?:{_CONTEST})\b[^.;:!?()\d]{{0,40}}\Z", re.IGNORECASE)
_VOTE_BEFORE = re.compile(
    r"\b(?:passed|approved|adopted|rejected|backed|votes?|voted|voting|ballot)\b[^.;:!?()\d]{0,40}\Z",
    re.IGNORECASE,
)
_CONTEST_AFTER = re.compile(
    r"[\s-](?:wins?|victory|defeat|loss|draw|tie|lead|votes?|decision|ruling|majority|score|scoreline"
    r"|thrashing|verdict|triumph|on\saggregate|against|sieg|niederlage)\b",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(r"\bby\s(?:(?:a\s)?(?:vote|margin|score|count)\sof\s)?\Z", re.IGNORECASE)
# Words and signs that show that no noun follows. So “lost 1-3” is a score, but “won 5-7 seats” is a range.
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:!?)\]”\"’]|\Z)|\s(?:in|on|at|to|against|away|after|by|with|and|for|from|over|before|when|as|last|this"
    r"|votes?|goals?|points?|today|yesterday|today|tonight)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"""
    (?<![\w.,/:$€£¥₽₹+–-])(?P<first>\d{1,4})
    (?:
        (?P<dash>[-–]|\s[-–]\s)
        |\s(?:votes?\s)?(?:to|against|v)\s
    )
    (?P<second>\d{1,4})(?![\w%°]|\s?(?:%|per\s?cent)|[-–/:.,]\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SCALE_AFTER = re.compile(
    r"\s?-?(?:per\s?cent|percent|hundred|thousand|lakhs?|crores?|million|billion|trillion|mln|bln|m|bn|km|kg)\b",
    re.IGNORECASE,
)
# How many characters before a pair are searched for words of a contest.
_REACH = 70
#: A pair with a dash, without words of a contest and with a number from this on, is not a score. It may be a
#: span of years or a name.
HIGHEST_PLAIN = 100


@dataclass(frozen=True, slots=True)
class Score:
    """The two numbers of a score or a vote that a text states.

    `start` and `end` are offsets in the text, in code points. The higher number of a game comes first.
    """

    pair: tuple[int, int]
    start: int
    end: int


def scores(text: str) -> Iterator[Score]:
    """Yield the scores and votes of a text, in order; yields nothing if there are none."""
    for match in _PAIR.finditer(text):
        if _is_score(text, match):
            yield Score(_pair(text, match), match.start(), match.end())


def _pair(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the two numbers of a score: those of a vote as written, those of a game with the higher number
    first.

    “Lost 1-3” means the same as “won 3-1”, but a bill that passed 48-52 did not pass 52-48.
    """
    first, second = int(match["first"]), int(match["second"])
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _VOTE_BEFORE.search(before):
        return first, second
    return max(first, second), min(first, second)


def _is_score(text: str, match: re.Match[str]) -> bool:
    if _SCALE_AFTER.match(text, match.end()):
        return False
    first, second = int(match["first"]), int(match["second"])
    falls = first >= second
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _CONTEST_AFTER.match(text, match.end()):
        return True
    if _CONTEST_BEFORE.search(before):
        return falls or _NO_NOUN.match(text, match.end()) is not None
    if match["dash"]:
        return falls and first < HIGHEST_PLAIN
    return falls and _BY_BEFORE.search(before) is not None
