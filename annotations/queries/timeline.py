"""Read the timeline of a story. The number of queries does not depend on the size of the story."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from annotations.logic.counting.timeline import TimelineDrawing, TimelineReport, drawing
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.vocabulary import SAYING_SO
from annotations.models import Claim, Origin
from annotations.queries.counting.chains import columns_of
from annotations.queries.desk.surroundings import articles_of, origins_of
from annotations.queries.matrix import evidence_in_cells
from newsroom.models import Article, Revision, Story


@dataclass(frozen=True, slots=True)
class ListedReport:
    """An article on the timeline.

    `revised` are its revisions after the first one, without corrections by the desk. `first` are the claims
    that this article was the first to report.
    """

    article: Article
    origins: list[Origin]
    revised: list[Revision]
    first: list[Claim]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timeline of a story, as a drawing and as a list (`reports`).

    The list is ordered by time of publication, and articles without a date come last. `families` gives the
    names of the sources that the articles of one lane (row) of the drawing have in common.
    """

    drawing: TimelineDrawing
    families: OutletFamilies
    reports: list[ListedReport]

    @property
    def by_article(self) -> dict[int, ListedReport]:
        return {report.article.pk: report for report in self.reports}


def timeline(story: Story) -> Timeline:
    """Return the timeline of a story, with all its articles."""
    articles = list(articles_of(story))
    revisions = _later_revisions(articles)
    # The list is ordered by time. The drawing has an order of its own, by source.
    by_time = sorted(articles, key=_time_of)
    first_claims = _first_mentions(story, by_time)

    article_columns = columns_of(articles)
    to_draw = []
    for column in article_columns.columns:
        times = tuple(revision.created_at for revision in revisions[column.article])
        to_draw.append(TimelineReport(column, times))

    reports = [
        ListedReport(
            article=article,
            origins=origins_of(article),
            revised=revisions[article.pk],
            first=first_claims[article.pk],
        )
        for article in by_time
    ]
    return Timeline(drawing(to_draw), article_columns.families, reports)


def _later_revisions(articles: Iterable[Article]) -> defaultdict[int, list[Revision]]:
    """Return the revisions of each article after the first one, by article id, in their order.

    Corrections by the desk are left out. An article without later revisions has an empty list.
    """
    # A correction by the desk is not a change that the outlet made.
    later = Revision.objects.filter(
        article__in=articles,
        number__gt=1,
        corrects=None,
    )
    revisions: defaultdict[int, list[Revision]] = defaultdict(list)
    for revision in later.order_by("number").only("article_id", "number", "created_at"):
        revisions[revision.article_id].append(revision)
    return revisions


def _first_mentions(story: Story, by_time: list[Article]) -> defaultdict[int, list[Claim]]:
    """Return the claims that each article was the first to report, by article id.

    `by_time` holds the articles in order of publication. An article that was the first for no claim has an
    empty list.
    """
    mentioned_by: dict[UUID, set[int]] = defaultdict(set)
    for evidence in evidence_in_cells(story):
        if evidence.relation in SAYING_SO:
            mentioned_by[evidence.claim].add(evidence.article)

    first: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in story.claims.filter(withdrawn_at=None):
        # `by_time` is ordered, so the first article in it was the first to report.
        mentions = [article.pk for article in by_time if article.pk in mentioned_by[claim.pk]]
        if mentions:
            first[mentions[0]].append(claim)
    return first


def _time_of(article: Article) -> tuple[bool, float, int]:
    """Return the key that sorts articles by time of publication. Articles without a date come last."""
    published = article.current.published_at
    if published is None:
        return True, 0.0, article.pk
    return False, published.timestamp(), article.pk
