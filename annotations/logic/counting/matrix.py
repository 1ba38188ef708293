"""The claims of a story against its articles: what each article says about each claim.

Columns stand in groups, as they are counted (see `source_groups`). Groups, and the articles in them, stand
by time. A projection shows as repetition, because it is one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.source_groups import SourceGroup, grouped
from annotations.logic.vocabulary import Relation


class CellAnswer(StrEnum):
    """What an article says about a claim, the weightiest first.

    If an article gives several answers, the first of them names the cell.
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


#: The chain of an article of which nobody knows who prints it.
NOBODY_KNOWN = Chain()


@dataclass(frozen=True, slots=True)
class Column:
    """An article: its id, through whom it came, and when it was published (None: not known)."""

    article: int
    chain: Chain = NOBODY_KNOWN
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
        if self.projected:
            return CellAnswer.REPEATS
        return CellAnswer[self.relation.name]


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
        return ", ".join(_described(answer, number) for answer, number in self.answers)


def columns(articles: Iterable[Column]) -> list[tuple[SourceGroup, list[Column]]]:
    """The columns in their groups: by time, those without a date last, then by id.

    Articles that can be anybody's stand alone.
    """
    by_id = {column.article: column for column in articles}
    chains = [column.chain for column in by_id.values()]
    ordered: list[tuple[SourceGroup, list[Column]]] = []
    for group in grouped(list(by_id), chains).groups:
        members = sorted((by_id[article] for article in group.articles), key=_by_time)
        if group.links or len(members) == 1:
            ordered.append((group, members))
        else:
            # Nothing joins these, because nothing is known of any of them.
            ordered += [(SourceGroup((member.article,)), [member]) for member in members]
    return sorted(ordered, key=lambda pair: _by_time(pair[1][0]))


def cells(
    claims: Sequence[UUID],
    order: Sequence[int],
    bearings: Iterable[CellEvidence],
    silences: Iterable[tuple[UUID, int]],
) -> dict[UUID, list[Cell]]:
    """The row of each claim, with a cell for every article in `order`. `silences` are (claim, article)."""
    answers: defaultdict[tuple[UUID, int], Counter[CellAnswer]] = defaultdict(Counter)
    for bearing in bearings:
        answers[bearing.claim, bearing.article][bearing.answer] += 1
    for claim, article in silences:
        # A passage outweighs the statement that there is none.
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
