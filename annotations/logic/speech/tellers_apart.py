"""Separate speakers from tellers.

Speakers are people, offices and documents; a teller is an outlet that reports. In “She left, Ilves said, the
Daily Mirror reports” the speaker is Ilves.
"""

from collections.abc import Sequence
from functools import lru_cache

from annotations.logic.sources.outlet_names import PAPER_WORDS, OutletNames
from annotations.logic.speech.reported import Speech

#: Last words of the names of outlets that are not newspapers.
_OUTLET_WORDS = PAPER_WORDS | frozenset(
    [
        "agency",
        "channel",
        "magazine",
        "media",
        "network",
        "newspaper",
        "online",
        "paper",
        "radio",
        "tv",
    ]
)
#: Most words of the name of an outlet.
LONGEST_OUTLET = 5


def without_tellers(candidates: Sequence[Speech]) -> list[Speech]:
    """Return the speeches of people and bodies. If only outlets speak, all speeches are returned."""
    spoken = [speech for speech in candidates if not is_outlet(speech.speaker)]
    return spoken or list(candidates)


def is_outlet(speaker: str) -> bool:
    """Return whether a speaker has the name of an outlet or agency, or is a word for one."""
    words = speaker.split()
    if not words or len(words) > LONGEST_OUTLET:
        return False
    mentions = _known_names().mentions(speaker)
    is_known = any(mention.end - mention.start == len(speaker) for mention in mentions)
    return is_known or words[-1].casefold() in _OUTLET_WORDS


@lru_cache(maxsize=1)
def _known_names() -> OutletNames:
    return OutletNames()
