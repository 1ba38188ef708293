"""Describe what becomes of each annotation of another tool."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from newsroom.text.language.counted import counted


class AnnotationState(StrEnum):
    """What becomes of an annotation.

    `NEW` is placed, `SAME` is here already and marks the same words. `MOVED` is here already but marks other
    words in the file; the highlight here does not change. `AMBIGUOUS` has words that stand several times in
    the article, `NOT_FOUND` has words that do not stand there. `REFUSED` breaks a rule of the desk.
    """

    NEW = "new"
    SAME = "same"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not found"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AnnotationLine:
    """What becomes of one annotation. `exact` are its words. `reason` says why it is left out, and is empty
    if it is not.
    """

    state: AnnotationState
    foreign_id: str
    exact: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationReport:
    """What becomes of the annotations of a file. `remarks` are sentences about other contents of the file
    that have no place here. `new_tags` and `known_tags` count the entries of its codebook.
    """

    lines: tuple[AnnotationLine, ...]
    remarks: tuple[str, ...] = ()
    new_tags: int = 0
    known_tags: int = 0

    @property
    def counts(self) -> Counter[AnnotationState]:
        return Counter(line.state for line in self.lines)

    @property
    def summary(self) -> str:
        """Return the number of annotations in each state, in words: “3 new, 0 same, …”.

        If the file has a codebook, its tags follow; a codebook alone has no annotations to count.
        """
        annotations = ", ".join(f"{self.counts[state]} {state.value}" for state in AnnotationState)
        if not self.new_tags and not self.known_tags:
            return annotations
        tags = f"{counted(self.new_tags, 'new tag')}, {self.known_tags} known"
        if not self.lines:
            return tags
        return f"{annotations}; {tags}"

    @property
    def left_out(self) -> list[AnnotationLine]:
        """Return the lines of annotations that are neither new nor the same."""
        placed = (AnnotationState.NEW, AnnotationState.SAME)
        return [line for line in self.lines if line.state not in placed]
