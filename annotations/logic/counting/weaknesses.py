"""Name the only source, or the only unnamed speaker, on which all corroboration of a claim depends."""

from collections.abc import Callable

from annotations.logic.counting.namesakes import is_named
from annotations.logic.counting.standing import Standing


def weaknesses(standing: Standing, label: Callable[[str], str]) -> list[str]:
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


def _one_source(standing: Standing, label: Callable[[str], str]) -> str:
    names = [label(key) for key in sorted(standing.common)]
    certainty = "rests on one source"
    if standing.sources.at_most > 1:
        certainty = "may rest on one source"
    if not names:
        return certainty
    return f"{certainty}: {', '.join(names)}"
