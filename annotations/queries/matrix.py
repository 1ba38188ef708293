"""What the matrix and the timeline of a story show, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from annotations.logic.counting.matrix import Cell, CellAnswer, CellEvidence, Column, cells, columns
from annotations.logic.counting.timeline import TimelineDrawing, TimelineReport, drawing
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Evidence, Origin, Silence
from annotations.queries.desk import articles_of, origins_of
from annotations.queries.standing import standing_evidence
from annotations.queries.stories import claims_with_standing
from newsroom.models import Article, Revision, Story

#: Rows to show: the address's word -> what people read.
SHOWN = {
    "": "All claims",
    "unsettled": "Not settled",
    "contradicted": "Contradicted",
    "single": "One origin only",
    "open": "With open cells",
}
SORTS = {
    "": "As stated",
    "statement": "By wording",
    "origins": "Fewest origins first",
    "against": "Contradicted first",
}


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """What of the matrix is shown: rows and their order (words of `SHOWN` and `SORTS`), and columns.

    Columns are those of the outlet of that name, of the origin, and of `articles` (ids), each where it is
    given.
    """

    show: str = ""
    sort: str = ""
    outlet: str = ""
    origin: UUID | None = None
    articles: frozenset[int] = frozenset()

    @property
    def of_columns(self) -> bool:
        return bool(self.outlet or self.origin or self.articles)

    @property
    def query(self) -> str:
        """The same in an address; blank where all is shown."""
        asked = {"show": self.show, "sort": self.sort, "outlet": self.outlet, "origin": self.origin or ""}
        asked["read"] = ",".join(map(str, sorted(self.articles)))
        return urlencode({name: value for name, value in asked.items() if value}, safe=",")


@dataclass(frozen=True, slots=True)
class MatrixSource:
    """Columns that count as one: its articles, and the origins that join them (none: an article of its own)."""

    articles: list[Article]
    origins: list[Origin]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim, with its `standing`, and a cell for each article in the order of the columns."""

    claim: Claim
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`sources` and `rows` are those shown; `every_source` are all of the story's."""

    sources: list[MatrixSource]
    rows: list[MatrixRow]
    every_source: list[MatrixSource]

    @property
    def articles(self) -> list[Article]:
        return [article for source in self.sources for article in source.articles]

    @property
    def every_article(self) -> list[Article]:
        return [article for source in self.every_source for article in source.articles]

    @property
    def outlets(self) -> list[str]:
        """The names of all outlets, in the order of the alphabet."""
        return sorted(
            {article.outlet.name for article in self.every_article if article.outlet}, key=str.casefold
        )

    @property
    def origins(self) -> list[Origin]:
        return list(dict.fromkeys(chain.from_iterable(map(origins_of, self.every_article))))


@dataclass(frozen=True, slots=True)
class CellContents:
    """What one cell holds: the passages, or the silence somebody stated."""

    claim: Claim
    article: Article
    evidence: list[Evidence]
    silence: Silence | None


def matrix(story: Story, chosen: MatrixChoice | None = None) -> Matrix:
    """The story's claims against its articles. Which rows are shown is asked of the cells that are.

    What a claim stands on is counted over all articles, and columns that count as one are so whatever is
    shown of them.
    """
    chosen = chosen or MatrixChoice()
    claims = claims_with_standing(story.claims.filter(withdrawn_at=None))
    every = _sources(list(articles_of(story)))
    sources = [MatrixSource(kept, source.origins) for source in every if (kept := _kept(source, chosen))]
    order = [article.pk for source in sources for article in source.articles]
    found = cells([claim.pk for claim in claims], order, _bearings(story), _silences(story))
    rows = [MatrixRow(claim, found[claim.pk]) for claim in claims]
    return Matrix(sources, _sorted([row for row in rows if _shown(row, chosen.show)], chosen.sort), every)


def told(claim: Claim, article: Article) -> CellContents:
    """What one article says about one claim."""
    evidence = claim.evidence.filter(withdrawn_at=None, highlight__article=article)
    evidence = evidence.select_related(
        "highlight__anchor__revision", "highlight__projected_from", "created_by"
    )
    deferred = [f"highlight__anchor__revision__{field}" for field in ("text", "blocks", "marks")]
    silence = claim.silences.filter(withdrawn_at=None, article=article).select_related("created_by").first()
    return CellContents(
        claim, article, list(evidence.defer(*deferred).order_by("highlight__anchor__start")), silence
    )


def matrix_rows(shown: Matrix) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The matrix as a table: the header, and a row for each claim with the words of each cell."""
    header = ["claim_id", "statement", "status", "verdict", "stands_on"]
    header += [f"{article.pk} {article.outlet or article.title}" for article in shown.articles]
    rows = (
        (
            *(
                row.claim.pk,
                row.claim.statement,
                row.claim.status,
                row.claim.verdict,
                row.claim.standing.sentence,
            ),
            *(cell.words for cell in row.cells),
        )
        for row in shown.rows
    )
    return header, rows


@dataclass(frozen=True, slots=True)
class MatrixReport:
    """An article on the timeline: the times of its later revisions, and the claims no earlier report
    mentions.
    """

    article: Article
    origins: list[Origin]
    revised: list[Revision]
    first: list[Claim]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, and the same as a list: the reports by time, those without a date last."""

    drawing: TimelineDrawing
    reports: list[MatrixReport]

    @property
    def by_article(self) -> dict[int, MatrixReport]:
        return {report.article.pk: report for report in self.reports}


def timeline(story: Story) -> Timeline:
    articles = list(articles_of(story))
    revised: dict[int, list[Revision]] = defaultdict(list)
    later = Revision.objects.filter(article__in=articles, number__gt=1, corrects=None).order_by("number")
    for revision in later.only("article_id", "number", "created_at"):
        revised[revision.article_id].append(revision)
    first = _first_mentions(story, articles)
    happenings = [
        TimelineReport(_column(article), tuple(revision.created_at for revision in revised[article.pk]))
        for article in articles
    ]
    reports = [
        MatrixReport(article, origins_of(article), revised[article.pk], first[article.pk])
        for article in sorted(articles, key=_when)
    ]
    return Timeline(drawing(happenings), reports)


def _first_mentions(story: Story, articles: list[Article]) -> dict[int, list[Claim]]:
    """For each article the claims that it was the first to report, in their order."""
    mentioning: dict[UUID, set[int]] = defaultdict(set)
    for bearing in _bearings(story):
        if bearing.relation in (Relation.CORROBORATES, Relation.REPEATS):
            mentioning[bearing.claim].add(bearing.article)
    order = [article.pk for article in sorted(articles, key=_when)]
    first: dict[int, list[Claim]] = defaultdict(list)
    for claim in story.claims.filter(withdrawn_at=None):
        if mentioned := [article for article in order if article in mentioning[claim.pk]]:
            first[mentioned[0]].append(claim)
    return first


def _when(article: Article) -> tuple[bool, float, int]:
    published = article.current.published_at
    return published is None, published.timestamp() if published else 0.0, article.pk


def _column(article: Article) -> Column:
    origins = frozenset(origin.source for origin in origins_of(article))
    return Column(article.pk, origins, article.current.published_at)


def _sources(articles: list[Article]) -> list[MatrixSource]:
    by_id = {article.pk: article for article in articles}
    origins = {origin.source: origin for article in articles for origin in origins_of(article)}
    return [
        MatrixSource([by_id[column.article] for column in held], [origins[name] for name in group.origins])
        for group, held in columns(map(_column, articles))
    ]


def _kept(source: MatrixSource, chosen: MatrixChoice) -> list[Article]:
    return [
        article
        for article in source.articles
        if (not chosen.outlet or (article.outlet and article.outlet.name == chosen.outlet))
        and (not chosen.origin or any(origin.pk == chosen.origin for origin in origins_of(article)))
        and (not chosen.articles or article.pk in chosen.articles)
    ]


def _bearings(story: Story) -> list[CellEvidence]:
    """The standing evidence for the story's claims from the articles it holds."""
    standing = standing_evidence().filter(claim__story=story)
    rows = standing.values_list("claim", "highlight__article", "relation", "highlight__projected_from")
    return [
        CellEvidence(claim, article, Relation(relation), bool(source))
        for claim, article, relation, source in rows
    ]


def _silences(story: Story) -> list[tuple[UUID, int]]:
    return list(Silence.objects.filter(claim__story=story, withdrawn_at=None).values_list("claim", "article"))


def _shown(row: MatrixRow, show: str) -> bool:
    claim = row.claim
    return {
        "unsettled": claim.status != "settled",
        "contradicted": any(
            answer is CellAnswer.CONTRADICTS for cell in row.cells for answer, _ in cell.answers
        ),
        "single": claim.standing.independent_origins == 1,
        "open": any(cell.answer is CellAnswer.OPEN for cell in row.cells),
    }.get(show, True)


def _sorted(rows: Iterable[MatrixRow], sort: str) -> list[MatrixRow]:
    keys = {
        "statement": lambda row: row.claim.statement.casefold(),
        "origins": lambda row: row.claim.standing.independent_origins,
        "against": lambda row: -row.claim.standing.contradicting_origins,
    }
    return sorted(rows, key=keys[sort]) if sort in keys else list(rows)
