"""Lay out the chains of telling of a claim as a drawing with four columns.

From left to right, the columns hold the passages, the reports that print them, the sources of these reports,
and the quoted speakers. All lengths are in units of the drawing.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

#: The width of a box, and the width of the gap between two columns.
NODE_WIDTH = 160.0
GAP = 34.0
#: The height of a box, and the distance between the tops of two boxes in a column.
NODE_HEIGHT = 32.0
ROW = 44.0
#: Height of the headings of the columns, which are above the first row.
TOP = 30.0


class ChainColumn(IntEnum):
    """The columns of the drawing from left to right."""

    PASSAGE = 0
    REPORT = 1
    TELLER = 2
    SPEAKER = 3

    @property
    def heading(self) -> str:
        return _HEADINGS[self]

    @property
    def x(self) -> float:
        """Return the distance of the column from the left edge."""
        return self * (NODE_WIDTH + GAP)


#: The columns whose boxes are sources. The words of a passage or of a speaker are no source.
_SOURCES = frozenset({ChainColumn.REPORT, ChainColumn.TELLER})
_HEADINGS = {
    ChainColumn.PASSAGE: "Passage",
    ChainColumn.REPORT: "Report of",
    ChainColumn.TELLER: "Told by",
    ChainColumn.SPEAKER: "Said by",
}


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A source through which a passage came. `key` identifies the source, and `name` is its name for people.

    `sure` is true if the passage certainly came through this source.
    """

    key: str
    name: str
    sure: bool


@dataclass(frozen=True, slots=True)
class DrawnPassage:
    """A passage to draw: its words, its report and its sources. `speaker` is empty if nobody is quoted.

    `key` identifies the passage. `report_key` identifies the box of its report: it is the key of the
    outlet, or of the article if the outlet is unknown. `report` is the label of that box. `links` are the
    sources through which the passage came. `in_doubt` is true if a newer revision changed the words and
    nobody has reviewed them since.
    """

    key: str
    quote: str
    report_key: str
    report: str
    links: tuple[DrawnLink, ...] = ()
    speaker: str = ""
    in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class ChainNode:
    """A box of the drawing. `x` and `y` are the place of its upper left corner.

    `common` is true if every passage certainly came through the source of this box. `in_doubt` is true for
    the box of a passage in doubt.
    """

    key: str
    column: ChainColumn
    label: str
    x: float
    y: float
    common: bool
    in_doubt: bool


@dataclass(frozen=True, slots=True)
class ChainEdge:
    """A line from the right side of one box to the left side of another box.

    `sure` is true if the link that the line shows is certain.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    sure: bool


@dataclass(frozen=True, slots=True)
class ChainDrawing:
    """The drawing: its size, boxes (`nodes`) and lines (`edges`).

    `passages` are the drawn passages as text, for people who cannot see the drawing.
    """

    width: float
    height: float
    nodes: tuple[ChainNode, ...]
    edges: tuple[ChainEdge, ...]
    passages: tuple[DrawnPassage, ...]
    columns: tuple[ChainColumn, ...] = tuple(ChainColumn)
    node_width: float = NODE_WIDTH
    node_height: float = NODE_HEIGHT

    @property
    def common_names(self) -> list[str]:
        """Return the names of the sources through which every passage certainly came, each once.

        A source has two boxes if it prints one passage itself and is the teller of another one.
        """
        names: dict[str, str] = {}
        for node in self.nodes:
            if node.common:
                names.setdefault(node.key, node.label)
        return list(names.values())


def draw_chains(passages: Iterable[DrawnPassage], common: Collection[str] = ()) -> ChainDrawing:
    """Lay out the chains of these passages.

    `common` are the keys of the sources through which all passages certainly came. A source has only one box,
    even if many passages came through it. The boxes are in the order in which the passages name them.
    """
    drawn = tuple(passages)
    plan = _Plan(common)
    for passage in drawn:
        plan.add(passage)
    rows = max(len(keys) for keys in plan.rows.values())
    return ChainDrawing(
        width=len(ChainColumn) * (NODE_WIDTH + GAP) - GAP,
        height=TOP + rows * ROW,
        nodes=tuple(plan.nodes.values()),
        edges=tuple(plan.edges()),
        passages=drawn,
    )


class _Plan:
    """The boxes that are placed so far (`nodes`, and their keys by column in `rows`).

    `sureness` says for each line between two boxes whether the line is sure.
    """

    def __init__(self, common: Collection[str]) -> None:
        self.common = common
        self.rows: dict[ChainColumn, list[str]] = {column: [] for column in ChainColumn}
        self.nodes: dict[tuple[ChainColumn, str], ChainNode] = {}
        self.sureness: dict[tuple[ChainNode, ChainNode], bool] = {}

    def add(self, passage: DrawnPassage) -> None:
        start = self._node(
            ChainColumn.PASSAGE, passage.key, passage.quote, in_doubt=passage.in_doubt
        )
        report = self._node(ChainColumn.REPORT, passage.report_key, passage.report)
        self._join(start, report, sure=True)
        ends = []
        for link in passage.links:
            teller = self._node(ChainColumn.TELLER, link.key, link.name)
            self._join(report, teller, sure=link.sure)
            ends.append(teller)
        if passage.speaker:
            speaker = self._node(ChainColumn.SPEAKER, passage.speaker.casefold(), passage.speaker)
            for end in ends or [report]:
                self._join(end, speaker, sure=True)

    def edges(self) -> Iterable[ChainEdge]:
        for (start, end), sure in self.sureness.items():
            yield ChainEdge(
                x1=start.x + NODE_WIDTH,
                y1=start.y + NODE_HEIGHT / 2,
                x2=end.x,
                y2=end.y + NODE_HEIGHT / 2,
                sure=sure,
            )

    def _node(
        self,
        column: ChainColumn,
        key: str,
        label: str,
        *,
        in_doubt: bool = False,
    ) -> ChainNode:
        if (column, key) not in self.nodes:
            self.nodes[column, key] = ChainNode(
                key=key,
                column=column,
                label=label,
                x=column.x,
                y=TOP + len(self.rows[column]) * ROW,
                common=column in _SOURCES and key in self.common,
                in_doubt=in_doubt,
            )
            self.rows[column].append(key)
        return self.nodes[column, key]

    def _join(self, start: ChainNode, end: ChainNode, *, sure: bool) -> None:
        # A line is drawn only once. It is sure if it is sure for any passage.
        self.sureness[start, end] = sure or self.sureness.get((start, end), False)
