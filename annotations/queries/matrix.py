"""Read the matrix of a story: its claims as rows, its articles as columns. The number of queries is fixed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from annotations.logic.counting.chains import Bounds, bounds
from annotations.logic.counting.matrix import (
    Cell,
    CellAnswer,
    CellEvidence,
    Column,
    cells,
    columns,
)
from annotations.logic.counting.source_groups import SourceGroup
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Origin, Silence
from annotations.queries.counting.chains import columns_of, origin_of_key
from annotations.queries.desk.surroundings import articles_of, origins_of
from annotations.queries.standing import CountedClaim, counted_claims, standing_evidence
from newsroom.models import Article, Story

#: The choices of rows: the value in the address, and the label on the page.
SHOWN = {
    "": "All claims",
    "unsettled": "Not settled",
    "contradicted": "Contradicted",
    "single": "One source or unnamed voice only",
    "open": "With open cells",
}
#: The orders of rows: the value in the address, and the label on the page.
SORTS = {
    "": "As stated",
    "statement": "By wording",
    "sources": "Fewest sources first",
    "against": "Contradicted first",
}


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """The rows and columns that a person wants to see. `show` and `sort` are keys of `SHOWN` and
    `SORTS`. `outlet` (a name), `origin` (an id) and `articles` (ids) restrict the columns, unless they
    are empty.
    """

    show: str = ""
    sort: str = ""
    outlet: str = ""
    origin: UUID | None = None
    articles: frozenset[int] = frozenset()

    @property
    def of_columns(self) -> bool:
        """Return whether the choice restricts the columns."""
        return bool(self.outlet or self.origin or self.articles)

    @property
    def query(self) -> str:
        """Return this choice as a query string without empty parameters. It is empty if nothing was
        chosen.
        """
        parameters = {
            "show": self.show,
            "sort": self.sort,
            "outlet": self.outlet,
            "origin": self.origin,
            "read": ",".join(str(article) for article in sorted(self.articles)),
        }
        filled = {name: value for name, value in parameters.items() if value}
        return urlencode(filled, safe=",")

    def takes(self, article: Article) -> bool:
        """Return whether the choice admits the column of `article`."""
        # Each filter can exclude the column. The last one is the list of articles.
        if self.outlet and (article.outlet is None or article.outlet.name != self.outlet):
            return False
        if self.origin and all(origin.pk != self.origin for origin in origins_of(article)):
            return False
        return not self.articles or article.pk in self.articles


@dataclass(frozen=True, slots=True)
class MatrixSource:
    """A group of columns (articles) that count as one source. `origins` are the origins that the
    articles share, or all origins of an article that is alone. `outlets` are the names of other sources
    that they share.
    """

    articles: list[Article]
    origins: list[Origin]
    outlets: list[str]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim with the count of its sources (`counted`), and one cell for each column that is shown."""

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
    """The matrix of a story. `sources` and `rows` are those that are shown; `every_source` holds all
    columns. `independent` is the number of independent sources among the shown articles (two bounds).
    """

    sources: list[MatrixSource]
    rows: list[MatrixRow]
    every_source: list[MatrixSource]
    independent: Bounds

    @property
    def articles(self) -> list[Article]:
        return _articles_in(self.sources)

    @property
    def every_article(self) -> list[Article]:
        return _articles_in(self.every_source)

    @property
    def outlets(self) -> list[str]:
        """Return the names of the outlets of all articles of the story, each once, in alphabetical order."""
        names = {article.outlet.name for article in self.every_article if article.outlet}
        return sorted(names, key=str.casefold)

    @property
    def origins(self) -> list[Origin]:
        """Return the origins of all articles of the story, each once, without rejected ones."""
        unique_origins: dict[Origin, None] = {}
        for article in self.every_article:
            unique_origins.update(dict.fromkeys(origins_of(article)))
        return list(unique_origins)


#: The test for each choice in `SHOWN`: it decides whether a row is shown.
_TESTS: dict[str, Callable[[MatrixRow], bool]] = {
    "unsettled": lambda row: not row.counted.settled,
    "contradicted": lambda row: row.has_contradicting_cell,
    "single": lambda row: bool(row.counted.weaknesses),
    "open": lambda row: row.has_open_cell,
}
#: The sort key for each order in `SORTS`.
_KEYS: dict[str, Callable[[MatrixRow], Any]] = {
    "statement": lambda row: row.claim.statement.casefold(),
    "sources": lambda row: row.counted.standing.sources.at_least,
    "against": lambda row: -row.counted.standing.opposing.at_least,
}


def matrix(story: Story, choice: MatrixChoice | None = None) -> Matrix:
    """Return the matrix of a story, with the rows and columns of `choice` (all without a choice). Rows
    are chosen by the shown cells, but a claim's count includes all articles, and hidden columns belong
    to sources too.
    """
    choice = choice or MatrixChoice()
    articles = list(articles_of(story))
    article_columns = columns_of(articles)
    # Columns are grouped before filtering, because hidden articles still belong to a source.
    groups = columns(article_columns.columns)
    every_source = _sources(articles, groups, article_columns.families)
    sources = _shown_sources(every_source, choice)

    counted = counted_claims(story.claims.filter(withdrawn_at=None))
    claim_ids = [item.claim.pk for item in counted]
    column_order = [article.pk for article in _articles_in(sources)]
    cells_of = cells(claim_ids, column_order, evidence_in_cells(story), _silences(story))
    rows = [MatrixRow(item, cells_of[item.claim.pk]) for item in counted]
    shown_articles = set(column_order)
    chains = [
        column.chain
        for _, members in groups
        for column in members
        if column.article in shown_articles
    ]
    return Matrix(sources, _chosen_rows(rows, choice), every_source, bounds(chains))


def matrix_rows(shown_matrix: Matrix) -> tuple[list[str], Iterator[list[Any]]]:
    """Return the matrix as a table: the names of the columns, and an iterator with one row for each
    shown claim.
    """
    header = ["claim_id", "statement", "status", "verdict", "stands_on"]
    for article in shown_matrix.articles:
        header.append(f"{article.pk} {article.outlet or article.title}")
    header.append("changed_since_verdict")
    return header, (_table_row(row) for row in shown_matrix.rows)


def evidence_in_cells(story: Story) -> list[CellEvidence]:
    """Return the evidence for all claims of the story, without withdrawn evidence and lost passages."""
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


def _table_row(row: MatrixRow) -> list[Any]:
    claim = row.claim
    values = [claim.pk, claim.statement, claim.status, claim.verdict]
    values.append(row.counted.standing.sentence)
    values += [cell.words for cell in row.cells]
    values.append("; ".join(row.counted.verdict_changes.phrases))
    return values


def _sources(
    articles: list[Article],
    groups: Iterable[tuple[SourceGroup, list[Column]]],
    families: OutletFamilies,
) -> list[MatrixSource]:
    article_by_id = {article.pk: article for article in articles}
    origins = [origin for article in articles for origin in origins_of(article)]
    origin_by_key = origin_of_key(origins, families)

    sources = []
    for group, members in groups:
        names = [link.name for link in group.links]
        source = MatrixSource(
            articles=[article_by_id[column.article] for column in members],
            origins=[origin_by_key[name] for name in names if name in origin_by_key],
            outlets=[families.label(name) for name in names if name not in origin_by_key],
        )
        sources.append(source)
    return sources


def _shown_sources(sources: list[MatrixSource], choice: MatrixChoice) -> list[MatrixSource]:
    rows = []
    for source in sources:
        articles = [article for article in source.articles if choice.takes(article)]
        if articles:
            rows.append(replace(source, articles=articles))
    return rows


def _articles_in(sources: Iterable[MatrixSource]) -> list[Article]:
    articles: list[Article] = []
    for source in sources:
        articles.extend(source.articles)
    return articles


def _silences(story: Story) -> list[tuple[UUID, int]]:
    not_withdrawn = Silence.objects.filter(claim__story=story, withdrawn_at=None)
    return list(not_withdrawn.values_list("claim", "article"))


def _chosen_rows(rows: list[MatrixRow], choice: MatrixChoice) -> list[MatrixRow]:
    test = _TESTS.get(choice.show)
    if test:
        rows = [row for row in rows if test(row)]

    key = _KEYS.get(choice.sort)
    # Without a key the rows keep the order in which the claims were made.
    if key:
        rows = sorted(rows, key=key)
    return rows


def _contradicts(cell: Cell) -> bool:
    return any(answer is CellAnswer.CONTRADICTS for answer, _ in cell.answers)
