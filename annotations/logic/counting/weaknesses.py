"""Name the only source, or the only unnamed speaker, on which all corroboration of a claim depends.

An editor who calls such a claim true must say that they have seen this.
"""

from collections.abc import Callable, Sequence

from annotations.logic.counting.namesakes import is_named
from annotations.logic.counting.standing import EvidenceCount
from annotations.logic.vocabulary import Verdict
from newsroom.errors import Invalid

#: The verdicts that call a claim true.
CALLED_TRUE = (Verdict.TRUE, Verdict.MOSTLY_TRUE)


class WeakClaim(Invalid):
    """The error for a verdict on a weak claim that the editor has not confirmed.

    `weaknesses` are phrases that say on what alone the claim depends, as the function `weaknesses` returns
    them.
    """

    def __init__(self, weaknesses: Sequence[str]) -> None:
        self.weaknesses = tuple(weaknesses)
        super().__init__(
            f"The claim {', and '.join(weaknesses)}. "
            "Say that you have seen this if you want to give the verdict all the same."
        )


def weaknesses(standing: EvidenceCount, label: Callable[[str], str]) -> list[str]:
    """Return phrases that name the one source or the one unnamed voice on which a claim depends.

    The list is empty if the claim depends on neither, or if nothing corroborates it. `label` returns the name
    that people read for the key of a source.
    """
    if not standing.passages:
        return []
    found = []
    if standing.sources.at_least <= 1:
        found.append(_one_source(standing, label))
    speakers = {voice.speaker for voice in standing.voices}
    if len(standing.voices) == 1 and "" not in speakers:
        (speaker,) = speakers
        if not is_named(speaker):
            found.append(f"rests on one unnamed voice: {speaker}")
    return found


def _one_source(standing: EvidenceCount, label: Callable[[str], str]) -> str:
    names = [label(key) for key in sorted(standing.common)]
    certainty = "rests on one source"
    if standing.sources.at_most > 1:
        certainty = "may rest on one source"
    if not names:
        return certainty
    return f"{certainty}: {', '.join(names)}"
