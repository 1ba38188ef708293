"""Read numbers of which only the size is stated: “dozens of people”, “scores were killed”, “hundreds”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The smallest number that each word may mean.
_LEAST = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
    "millions": 1_000_000,
    "tens of millions": 10_000_000,
    "hundreds of millions": 100_000_000,
    "billions": 1_000_000_000,
}
_NAMES = "|".join(name.replace(" ", r"\s") for name in sorted(_LEAST, key=len, reverse=True))
# “Scores” may be the scores of a match. So such a word is a number only if “of” or a word about people
# follows.
_VAGUE = re.compile(
    rf"(?<![\w-])(?P<size>{_NAMES})\b(?!\sof\s(?:dozens|scores|hundreds|thousands|millions|billions))"
    r"(?P<of>\sof\b)?(?:\s(?P<noun>[^\W\d_]+))?",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"(?:people|more|others|were|are|have|had|killed|dead|died|wounded|injured|hurt|feared|missing)\b",
    re.IGNORECASE,
)
# After a number the word is a scale.
_SCALE_OF = re.compile(
    r"(?:\d|\b(?:a|few|several|many|two|three|four|five|six|seven|eight|nine|ten|of))\s\Z"
)
# How many characters before the word are examined.
_REACH = 10


@dataclass(frozen=True, slots=True)
class VagueNumber:
    """A word such as “dozens” in a text, with its offsets `start` and `end` in code points.

    `least` is the smallest number that the word may mean. `noun` is the next word, or an empty string if no
    word follows.
    """

    least: float
    text: str
    start: int
    end: int
    noun: str


def vague_numbers(text: str) -> Iterator[VagueNumber]:
    """Yield the words of a text that state only the size of a number, in order."""
    for match in _VAGUE.finditer(text):
        noun = match["noun"] or ""
        reach = max(0, match.start() - _REACH)
        if _SCALE_OF.search(text[reach : match.start()]):
            continue
        if not match["of"] and not _FATE.match(noun):
            continue
        size = " ".join(match["size"].casefold().split())
        yield VagueNumber(
            least=float(_LEAST[size]),
            text=match["size"],
            start=match.start(),
            end=match.end("size"),
            noun=noun,
        )
