"""Lay out the matrix of a story: what each article (column) says about each claim (row).

Columns are grouped into sources (see `source_groups`). The groups and the articles in them are ordered by
time. A projection is shown as a repetition.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from annotations.logic.counting.chains import NOBODY_KNOWN, Chain, followed
from annotations.logic.counting.source_groups import SourceGroup, grouped_passages
from annotations.logic.vocabulary import Relation


class CellAnswer(StrEnum):
    """An answer of an article about a claim. The members are ordered, the most important answer first.

    If an article gives several answers, the most important one determines how the cell looks.
    """

    label: str
    sign: str

    def __new__(cls, value: str, label: str, sign: str) -> "CellAnswer":
        answer = str.__new__(cls, value)
        answer._value_ = value
        answer.label = label
        answer.sign = sign
        return answer

    CONTRADICTS = "contradicts", "Contradicts", "≠"
    CORROBORATES = "corroborates", "Corroborates", "✓"
    REPEATS = "repeats", "Repeats", "="
    UPDATES = "updates", "Updates", "↻"
    CONTEXT = "context", "Gives context", "○"
    SILENT = "silent", "Does not mention it", "–"
    OPEN = "open", "Open", "?"


@dataclass(frozen=True, slots=True)
class Column:
    """An article as a column of the matrix.

    `article` is its id, `chain` its chain of telling, and `published` its time of publication, or None if
    unknown.
    """

    article: int
    chain: Chain = NOBODY_KNOWN
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class CellEvidence:
    """The fact that a passage of an article is evidence for a claim.

    `claim` and `article` are ids. `projected` is true if the passage is a projection, which shows as a
    repetition.
    """

    claim: UUID
    article: int
    relation: Relation
    projected: bool = False

    @property
    def answer(self) -> CellAnswer:
        if self.projected:
            return CellAnswer.REPEATS
        return CellAnswer[self.relation.name]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix: the answers of one article about one claim, the most important first.

    Each answer has its number of passages, which is 0 for “does not mention it” and “open”.
    """

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
        """Return all answers in words: “Contradicts (2 passages), Corroborates”."""
        return ", ".join(_described(answer, number) for answer, number in self.answers)


def columns(articles: Iterable[Column]) -> list[tuple[SourceGroup, list[Column]]]:
    """Group the columns into sources. The groups, and the columns of each group, are ordered by time.

    The chains of the returned columns are extended by the sources of their sources (see `followed`). Columns
    of the same time are ordered by id. Those without a date come last. An article whose chain holds no name
    has a group of its own.
    """
    by_id = {column.article: column for column in articles}
    chains = followed([column.chain for column in by_id.values()])
    for article, chain in zip(by_id, chains, strict=True):
        by_id[article] = replace(by_id[article], chain=chain)

    ordered: list[tuple[SourceGroup, list[Column]]] = []
    for group in grouped_passages(list(by_id), chains).groups:
        members = sorted((by_id[article] for article in group.articles), key=_by_time)
        if group.links or len(members) == 1:
            ordered.append((group, members))
        else:
            # Nothing is known about the sources of these articles, so they are not grouped.
            ordered += [(SourceGroup((member.article,)), [member]) for member in members]
    return sorted(ordered, key=lambda pair: _by_time(pair[1][0]))


def cells(
    claims: Sequence[UUID],
    order: Sequence[int],
    bearings: Iterable[CellEvidence],
    silences: Iterable[tuple[UUID, int]],
) -> dict[UUID, list[Cell]]:
    """Return the row of cells of each claim, by its id. A row has one cell for each article in `order`.

    `order` holds article ids. `silences` are pairs of a claim id and an article id: the article does not
    mention the claim.
    """
    answers: defaultdict[tuple[UUID, int], Counter[CellAnswer]] = defaultdict(Counter)
    for bearing in bearings:
        answers[bearing.claim, bearing.article][bearing.answer] += 1
    for claim, article in silences:
        # Evidence takes precedence over the statement that the article does not mention the claim.
        if not answers[claim, article]:
            answers[claim, article][CellAnswer.SILENT] = 0

    rows: dict[UUID, list[Cell]] = {}
    for claim in claims:
        rows[claim] = [_cell(article, answers[claim, article]) for article in order]
    return rows


def _described(answer: CellAnswer, number: int) -> str:
    if number > 1:
        return f"{answer.label} ({number} passages)"
    return answer.label


def _cell(article: int, answers: Mapping[CellAnswer, int]) -> Cell:
    if not answers:
        return Cell(article, ((CellAnswer.OPEN, 0),))

    weights = list(CellAnswer)
    ordered = sorted(answers.items(), key=lambda pair: weights.index(pair[0]))
    return Cell(article, tuple(ordered))


def _by_time(column: Column) -> tuple[bool, float, int]:
    if column.published is None:
        return True, 0.0, column.article
    return False, column.published.timestamp(), column.article
