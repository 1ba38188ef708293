"""Separate speakers from tellers.

A speaker is a person, an office or a document. A teller is an outlet that reports. In “She left, Ilves said,
the Daily Mirror reports” the speaker is Ilves and the teller is the Daily Mirror.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

from collections.abc import Sequence
from functools import lru_cache

from annotations.logic.sources.outlet_names import PAPER_WORDS, OutletNames
from annotations.logic.sources.telling.word_names import outlet_mentions
from annotations.logic.speech.reported import Speech

#: Last words of descriptions and names of outlets: “the newspaper”, “the Harbour Gazette”.
_OUTLET_WORDS = PAPER_WORDS | frozenset(
    "agency channel magazine media network newspaper online paper radio tv".split()
)
_ARTICLES = frozenset("a an that the this".split())
#: With one of these an outlet says where a person works: “a spokesman for Reuters”.
_PREPOSITIONS = frozenset("at for from in of to with".split())
#: Most words of the name of an outlet.
LONGEST_OUTLET = 5


def without_tellers(candidates: Sequence[Speech]) -> list[Speech]:
    """Return the speeches of people and bodies, without those of outlets.

    If only outlets speak, all speeches are returned.
    """
    spoken = [speech for speech in candidates if not is_outlet(speech.speaker)]
    return spoken or list(candidates)


def is_outlet(speaker: str, names: OutletNames | None = None) -> bool:
    """Return whether a speaker has the name of an outlet, or a description such as “the newspaper”.

    `names` are the outlets of the story. Without them, only the outlets that are always searched for are
    recognised. Somebody who works for an outlet is not one: “a spokesman for Reuters”.
    """
    words = speaker.split()
    if not words or len(words) > LONGEST_OUTLET:
        return False
    mentions = outlet_mentions(speaker, names or _known_names())
    if mentions and mentions[-1].end == len(speaker):
        # The name itself can have a preposition: “Voice of America”.
        return _PREPOSITIONS.isdisjoint(speaker[: mentions[-1].start].split())
    if not _PREPOSITIONS.isdisjoint(words):
        return False
    # Without an article, “Post” or “Star” may be a family name.
    return words[0].casefold() in _ARTICLES and words[-1].casefold() in _OUTLET_WORDS


@lru_cache(maxsize=1)
def _known_names() -> OutletNames:
    return OutletNames()
