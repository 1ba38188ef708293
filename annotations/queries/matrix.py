"""What the matrix of a story shows, in a fixed number of queries."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from annotations.logic.counting.matrix import Cell, CellAnswer, CellEvidence, Column, cells, columns
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Evidence, Origin, Silence
from annotations.queries.desk.surroundings import articles_of, origins_of
from annotations.queries.standing import CountedClaim, counted_claims, standing_evidence
from newsroom.models import Article, Story

#: Rows to show: the address's word -> what people read.
SHOWN = {
    "": "All claims",
    "unsettled": "Not settled",
    "contradicted": "Contradicted",
    "single": "One origin only",
    "open": "With open cells",
}
#: Orders of the rows: the address's word -> what people read.
SORTS = {
    "": "As stated",
    "statement": "By wording",
    "origins": "Fewest origins first",
    "against": "Contradicted first",
}


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """What of the matrix is shown: rows and their order (words of `SHOWN` and `SORTS`), and columns.

    Columns are those of the outlet of that name, of the origin, and of `articles` (ids). Each of the three
    narrows the columns only if it is given.
    """

    show: str = ""
    sort: str = ""
    outlet: str = ""
    origin: UUID | None = None
    articles: frozenset[int] = frozenset()

    @property
    def of_columns(self) -> bool:
        """Whether some columns may be left out."""
        return bool(self.outlet or self.origin or self.articles)

    @property
    def query(self) -> str:
        """The same in an address; blank if everything is shown."""
        parameters = {
            "show": self.show,
            "sort": self.sort,
            "outlet": self.outlet,
            "origin": self.origin,
            "read": ",".join(str(article) for article in sorted(self.articles)),
        }
        given = {name: value for name, value in parameters.items() if value}
        return urlencode(given, safe=",")

    def takes(self, article: Article) -> bool:
        """Return whether the column of this article is shown."""
        if self.outlet and (article.outlet is None or article.outlet.name != self.outlet):
            return False
        if self.origin and all(origin.pk != self.origin for origin in origins_of(article)):
            return False
        return not self.articles or article.pk in self.articles


@dataclass(frozen=True, slots=True)
class MatrixSource:
    """Columns that count as one: its articles, and the origins that join them.

    An article of its own is joined by no origin.
    """

    articles: list[Article]
    origins: list[Origin]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim, what it stands on, and a cell for each article in the order of the columns."""

    counted: CountedClaim
    cells: list[Cell]

    @property
    def claim(self) -> Claim:
        return self.counted.claim

    @property
    def has_contradicting_cell(self) -> bool:
        return any(_contradicts(cell) for cell in self.cells)

    @property
    def has_open_cell(self) -> bool:
        return any(cell.answer is CellAnswer.OPEN for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """`sources` and `rows` are those shown; `every_source` are all of the story's."""

    sources: list[MatrixSource]
    rows: list[MatrixRow]
    every_source: list[MatrixSource]

    @property
    def articles(self) -> list[Article]:
        return _articles_in(self.sources)

    @property
    def every_article(self) -> list[Article]:
        return _articles_in(self.every_source)

    @property
    def outlets(self) -> list[str]:
        """The names of all outlets, in the order of the alphabet."""
        names = {article.outlet.name for article in self.every_article if article.outlet}
        return sorted(names, key=str.casefold)

    @property
    def origins(self) -> list[Origin]:
        """All origins of the story's articles, each once."""
        found: dict[Origin, None] = {}
        for article in self.every_article:
            found.update(dict.fromkeys(origins_of(article)))
        return list(found)


@dataclass(frozen=True, slots=True)
class CellContents:
    """What one cell holds: the passages, or the silence somebody stated."""

    claim: Claim
    article: Article
    evidence: list[Evidence]
    silence: Silence | None


#: Whether a row is shown, by the word of `SHOWN`.
_TESTS: dict[str, Callable[[MatrixRow], bool]] = {
    "unsettled": lambda row: not row.counted.settled,
    "contradicted": lambda row: row.has_contradicting_cell,
    "single": lambda row: row.counted.rests_on_one_origin,
    "open": lambda row: row.has_open_cell,
}
#: What rows are ordered by, by the word of `SORTS`.
_KEYS: dict[str, Callable[[MatrixRow], Any]] = {
    "statement": lambda row: row.claim.statement.casefold(),
    "origins": lambda row: row.counted.standing.independent_origins,
    "against": lambda row: -row.counted.standing.contradicting_origins,
}


def matrix(story: Story, choice: MatrixChoice | None = None) -> Matrix:
    """Return the story's claims against its articles.

    Which rows are shown is asked of the cells that are shown. What a claim stands on is counted over all
    articles, and columns that count as one do so whatever is shown of them.
    """
    choice = choice or MatrixChoice()
    every_source = _sources(list(articles_of(story)))
    sources = _shown_sources(every_source, choice)

    counted = counted_claims(story.claims.filter(withdrawn_at=None))
    claim_ids = [item.claim.pk for item in counted]
    column_order = [article.pk for article in _articles_in(sources)]
    cells_of = cells(claim_ids, column_order, evidence_in_cells(story), _silences(story))
    rows = [MatrixRow(item, cells_of[item.claim.pk]) for item in counted]
    return Matrix(sources, _chosen_rows(rows, choice), every_source)


def contents_of_cell(claim: Claim, article: Article) -> CellContents:
    """Return what one article says about one claim."""
    related = ("highlight__anchor__revision", "highlight__projected_from", "created_by")
    # The text of the revision is large, and the cell shows the quotation only.
    unread = [f"highlight__anchor__revision__{field}" for field in ("text", "blocks", "marks")]
    evidence = (
        claim.evidence.filter(withdrawn_at=None, highlight__article=article)
        .select_related(*related)
        .defer(*unread)
        .order_by("highlight__anchor__start")
    )
    silences = claim.silences.filter(withdrawn_at=None, article=article)
    silence = silences.select_related("created_by").first()
    return CellContents(claim, article, list(evidence), silence)


def matrix_rows(shown: Matrix) -> tuple[list[str], Iterator[list[Any]]]:
    """Return the matrix as a table: the header, and a row for each claim with the words of each cell."""
    header = ["claim_id", "statement", "status", "verdict", "stands_on"]
    for article in shown.articles:
        header.append(f"{article.pk} {article.outlet or article.title}")
    header.append("changed_since_verdict")
    return header, (_table_row(row) for row in shown.rows)


def evidence_in_cells(story: Story) -> list[CellEvidence]:
    """Return the standing evidence for the story's claims."""
    evidence = standing_evidence().filter(claim__story=story)
    rows = evidence.values_list(
        "claim", "highlight__article", "relation", "highlight__projected_from"
    )
    return [
        CellEvidence(
            claim=claim,
            article=article,
            relation=Relation(relation),
            projected=projected_from is not None,
        )
        for claim, article, relation, projected_from in rows
    ]


def column_of(article: Article) -> Column:
    """Return the article as a column: what it is counted with, and when it was published."""
    origins = frozenset(origin.source for origin in origins_of(article))
    return Column(article.pk, origins, article.current.published_at)


def _table_row(row: MatrixRow) -> list[Any]:
    claim = row.claim
    values = [claim.pk, claim.statement, claim.status, claim.verdict, row.counted.standing.sentence]
    values += [cell.words for cell in row.cells]
    values.append("; ".join(row.counted.verdict_changes.phrases))
    return values


def _sources(articles: list[Article]) -> list[MatrixSource]:
    article_by_id = {article.pk: article for article in articles}
    origin_by_name: dict[str, Origin] = {}
    for article in articles:
        for origin in origins_of(article):
            origin_by_name[origin.source] = origin

    sources = []
    for group, members in columns(column_of(article) for article in articles):
        source = MatrixSource(
            articles=[article_by_id[column.article] for column in members],
            origins=[origin_by_name[name] for name in group.origins],
        )
        sources.append(source)
    return sources


def _shown_sources(sources: list[MatrixSource], choice: MatrixChoice) -> list[MatrixSource]:
    shown = []
    for source in sources:
        articles = [article for article in source.articles if choice.takes(article)]
        if articles:
            shown.append(MatrixSource(articles, source.origins))
    return shown


def _articles_in(sources: Iterable[MatrixSource]) -> list[Article]:
    articles: list[Article] = []
    for source in sources:
        articles.extend(source.articles)
    return articles


def _silences(story: Story) -> list[tuple[UUID, int]]:
    standing = Silence.objects.filter(claim__story=story, withdrawn_at=None)
    return list(standing.values_list("claim", "article"))


def _chosen_rows(rows: list[MatrixRow], choice: MatrixChoice) -> list[MatrixRow]:
    test = _TESTS.get(choice.show)
    if test:
        rows = [row for row in rows if test(row)]

    key = _KEYS.get(choice.sort)
    if key:
        rows = sorted(rows, key=key)
    return rows


def _contradicts(cell: Cell) -> bool:
    return any(answer is CellAnswer.CONTRADICTS for answer, _ in cell.answers)
