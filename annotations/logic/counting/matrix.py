"""The claims of a story against its articles: what each article says about each claim.

Columns stand grouped as they are counted (`independence.grouped`), groups and the articles in them by time. A
projection shows as repetition, for that is what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from annotations.logic.counting.independence import SourceGroup, grouped
from annotations.logic.vocabulary import Relation


class CellAnswer(StrEnum):
    """What an article says about a claim, the weightiest first: of several, the first one names the cell."""

    label: str
    sign: str

    def __new__(cls, value: str, label: str, sign: str) -> "CellAnswer":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label, word.sign = label, sign
        return word

    CONTRADICTS = "contradicts", "Contradicts", "≠"
    CORROBORATES = "corroborates", "Corroborates", "✓"
    REPEATS = "repeats", "Repeats", "="
    UPDATES = "updates", "Updates", "↻"
    CONTEXT = "context", "Gives context", "○"
    SILENT = "silent", "Does not mention it", "–"
    OPEN = "open", "Open", "?"


@dataclass(frozen=True, slots=True)
class Column:
    """An article: its id, its standing origins, and when it was published (None: not known)."""

    article: int
    origins: frozenset[str] = frozenset()
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class CellEvidence:
    """That a passage of an article bears on a claim."""

    claim: UUID
    article: int
    relation: Relation
    projected: bool = False

    @property
    def answer(self) -> CellAnswer:
        return CellAnswer.REPEATS if self.projected else CellAnswer[self.relation.name]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article says about a claim: how many passages give each answer, the weightiest first."""

    article: int
    answers: tuple[tuple[CellAnswer, int], ...]

    @property
    def answer(self) -> CellAnswer:
        return self.answers[0][0]

    @property
    def passages(self) -> int:
        return sum(number for _, number in self.answers)

    @property
    def words(self) -> str:
        """For people: “Contradicts (2 passages), Corroborates”."""
        return ", ".join(
            answer.label + (f" ({number} passages)" if number > 1 else "") for answer, number in self.answers
        )


def columns(articles: Iterable[Column]) -> list[tuple[SourceGroup, list[Column]]]:
    """The columns in their groups: by time, those without a date last, then by id."""
    by_id = {column.article: column for column in articles}
    groups = grouped((column.article, column.origins) for column in by_id.values())
    ordered = [(group, sorted((by_id[article] for article in group.articles), key=_when)) for group in groups]
    return sorted(ordered, key=lambda pair: _when(pair[1][0]))


def cells(
    claims: Sequence[UUID],
    order: Sequence[int],
    bearings: Iterable[CellEvidence],
    silences: Iterable[tuple[UUID, int]],
) -> dict[UUID, list[Cell]]:
    """The row of each claim, with a cell for every article in `order`. `silences` are (claim, article)."""
    found: dict[tuple[UUID, int], dict[CellAnswer, int]] = {}
    for bearing in bearings:
        answers = found.setdefault((bearing.claim, bearing.article), {})
        answers[bearing.answer] = answers.get(bearing.answer, 0) + 1
    for claim, article in silences:
        found.setdefault((claim, article), {CellAnswer.SILENT: 0})
    return {claim: [_cell(article, found.get((claim, article), {})) for article in order] for claim in claims}


def _cell(article: int, answers: Mapping[CellAnswer, int]) -> Cell:
    weight = list(CellAnswer)
    ordered = sorted(answers.items(), key=lambda pair: weight.index(pair[0]))
    return Cell(article, tuple(ordered) or ((CellAnswer.OPEN, 0),))


def _when(column: Column) -> tuple[bool, float, int]:
    return column.published is None, column.published.timestamp() if column.published else 0.0, column.article
