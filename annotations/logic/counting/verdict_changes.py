"""Find what changed about a claim after its verdict.

A verdict is about a statement, passages and a count. The state at the verdict and the current state are
stored as the same type, so the changes are computed by comparing them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from annotations.logic.vocabulary import Relation
from newsroom.text.language.counted import counted, counted_range


class PassageChange(StrEnum):
    """The change of a passage after the verdict. The label is shown after a number: “2 passages added”."""

    label: str

    def __new__(cls, value: str, label: str) -> "PassageChange":
        change = str.__new__(cls, value)
        change._value_ = value
        change.label = label
        return change

    ADDED = "added", "added"
    REMOVED = "removed", "taken off"
    OTHER_RELATION = "other-relation", "with another relation"
    OTHER_WORDS = "other-words", "with other words"
    LOST = "lost", "lost in a newer revision"


@dataclass(frozen=True, slots=True)
class PassageState:
    """A passage that is evidence for a claim, at one time: its relation and its words.

    `lost` is true if the newest revision of the article at that time does not contain the passage. In this
    case `quote` holds the last known words of the passage.
    """

    relation: Relation
    quote: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class ClaimState:
    """A claim at one time: its statement, the count, and its passages by the ids of their highlights.

    `at_least` and `at_most` are the bounds of the number of independent sources. `contradicting` is the
    number of sources that contradict the claim.
    """

    statement: str
    passages: Mapping[UUID, PassageState]
    at_least: int
    at_most: int
    contradicting: int

    @property
    def sources(self) -> str:
        """Return the number of sources in words: “2 independent sources” or “1 to 2 independent sources”."""
        return counted_range(self.at_least, self.at_most, "independent source")

    @property
    def fingerprint(self) -> str:
        """Return a hash of the whole state as 64 hexadecimal digits.

        A form carries the hash, so that it is known which state of the claim the person saw.
        """
        passages = []
        for highlight, passage in self.passages.items():
            passages.append([str(highlight), passage.relation.value, passage.quote, passage.lost])
        counts = [self.at_least, self.at_most, self.contradicting]
        state = json.dumps([self.statement, sorted(passages), counts])
        return hashlib.sha256(state.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SeenEvidence:
    """What an editor has seen of the evidence for a claim before the verdict.

    `fingerprint` is that of the statement, passages and count that the page showed, or empty if none was
    shown. `weakness` is true if the editor has seen on which source or voice alone the claim rests.
    """

    fingerprint: str = ""
    weakness: bool = False


NOTHING_SEEN = SeenEvidence()


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A passage that changed after the verdict. `highlight` is the id of its highlight.

    `was` is the passage at the verdict, and `now` is the passage today. Each is None if the passage was not
    evidence at that time.
    """

    highlight: UUID
    change: PassageChange
    was: PassageState | None
    now: PassageState | None


@dataclass(frozen=True, slots=True)
class VerdictChanges:
    """The changes of a claim after its verdict: as phrases for people, and as the changed passages.

    `judged` is the state at the verdict. It is None if that state was not recorded, and then no change is
    known.
    """

    judged: ClaimState | None = None
    phrases: tuple[str, ...] = ()
    passages: tuple[ChangedPassage, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.phrases)

    @property
    def sentence(self) -> str:
        """Return the changes in words, such as “changed since the verdict: 1 passage added”.

        Returns an empty string if nothing changed.
        """
        if not self.phrases:
            return ""
        return f"changed since the verdict: {'; '.join(self.phrases)}"


def changes_since(judged: ClaimState | None, now: ClaimState) -> VerdictChanges:
    """Return what differs between `judged`, the state at the verdict, and the current state `now`.

    The result is empty if `judged` is None.
    """
    if judged is None:
        return VerdictChanges()
    passages = tuple(_changed_passages(judged.passages, now.passages))
    phrases = [*_phrases_of_claim(judged, now), *_phrases_of_passages(passages)]
    phrases += _phrases_of_count(judged, now)
    return VerdictChanges(judged, tuple(phrases), passages)


def _phrases_of_claim(judged: ClaimState, now: ClaimState) -> Iterator[str]:
    if judged.statement != now.statement:
        yield f"the statement was “{judged.statement}”"


def _phrases_of_passages(passages: tuple[ChangedPassage, ...]) -> Iterator[str]:
    numbers = Counter(passage.change for passage in passages)
    for change in PassageChange:
        if numbers[change]:
            yield f"{counted(numbers[change], 'passage')} {change.label}"


def _phrases_of_count(judged: ClaimState, now: ClaimState) -> Iterator[str]:
    if judged.sources != now.sources:
        yield f"{judged.sources} then, {now.sources} now"
    if judged.contradicting != now.contradicting:
        yield f"{judged.contradicting} against it then, {now.contradicting} now"


def _changed_passages(
    judged: Mapping[UUID, PassageState], now: Mapping[UUID, PassageState]
) -> Iterator[ChangedPassage]:
    """Yield the passages that changed: first those that were evidence at the verdict, then the added ones."""
    for highlight, was in judged.items():
        state = now.get(highlight)
        change = _change_of(was, state)
        if change is not None:
            yield ChangedPassage(highlight, change, was, state)
    for highlight, state in now.items():
        if highlight not in judged:
            yield ChangedPassage(highlight, PassageChange.ADDED, None, state)


def _change_of(was: PassageState, now: PassageState | None) -> PassageChange | None:
    """Return the most important change of a passage, or None if the passage did not change."""
    if now is None:
        return PassageChange.REMOVED
    if now.lost and not was.lost:
        return PassageChange.LOST
    if now.relation is not was.relation:
        return PassageChange.OTHER_RELATION
    if now.quote != was.quote:
        return PassageChange.OTHER_WORDS
    return None
