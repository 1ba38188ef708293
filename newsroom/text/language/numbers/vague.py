"""Numbers that are told by their size alone: “dozens of people”, “scores were killed”, “hundreds”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The least that each may mean.
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
# “Scores” may be those of a match, so they count something only if “of” or what became of people follows.
_VAGUE = re.compile(
    rf"(?<![\w-])(?P<size>{_NAMES})\b(?!\sof\s(?:dozens|scores|hundreds|thousands|millions|billions))"
    r"(?P<of>\sof\b)?(?:\s(?P<noun>[^\W\d_]+))?",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"(?:people|more|others|were|are|have|had|killed|dead|died|wounded|injured|hurt|feared|missing)\b",
    re.IGNORECASE,
)
# Behind a number the word is a scale.
_SCALE_OF = re.compile(
    r"(?:\d|\b(?:a|few|several|many|two|three|four|five|six|seven|eight|nine|ten|of))\s\Z"
)
# Characters before the word that are looked at.
_REACH = 10


@dataclass(frozen=True, slots=True)
class VagueNumber:
    """The size `text` at `start..end`, the least it may mean, and the noun it counts, if any."""

    least: float
    text: str
    start: int
    end: int
    noun: str


def vague_numbers(text: str) -> Iterator[VagueNumber]:
    """Yield the sizes of a text in order."""
    for match in _VAGUE.finditer(text):
        noun = match["noun"] or ""
        if _SCALE_OF.search(text[max(0, match.start() - _REACH) : match.start()]):
            continue
        if not match["of"] and not _FATE.match(noun):
            continue
        size = " ".join(match["size"].casefold().split())
        yield VagueNumber(
            float(_LEAST[size]), match["size"], match.start(), match.end("size"), noun
        )
