"""What the timeline of a story shows, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from annotations.logic.counting.timeline import TimelineDrawing, TimelineReport, drawing
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Origin
from annotations.queries.desk.surroundings import articles_of, origins_of
from annotations.queries.matrix import column_of, evidence_in_cells
from newsroom.models import Article, Revision, Story

#: Relations by which an article says what the claim says.
_SAYING = (Relation.CORROBORATES, Relation.REPEATS)


@dataclass(frozen=True, slots=True)
class ListedReport:
    """An article on the timeline: its later revisions, and the claims that no earlier report mentions."""

    article: Article
    origins: list[Origin]
    revised: list[Revision]
    first: list[Claim]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, and the same as a list: the reports by time, those without a date last."""

    drawing: TimelineDrawing
    reports: list[ListedReport]

    @property
    def by_article(self) -> dict[int, ListedReport]:
        return {report.article.pk: report for report in self.reports}


def timeline(story: Story) -> Timeline:
    """Return the story's reports by time."""
    articles = list(articles_of(story))
    revisions = _later_revisions(articles)
    by_time = sorted(articles, key=_time_of)
    first_claims = _first_mentions(story, by_time)

    to_draw = []
    for article in articles:
        times = tuple(revision.created_at for revision in revisions[article.pk])
        to_draw.append(TimelineReport(column_of(article), times))

    reports = [
        ListedReport(
            article=article,
            origins=origins_of(article),
            revised=revisions[article.pk],
            first=first_claims[article.pk],
        )
        for article in by_time
    ]
    return Timeline(drawing(to_draw), reports)


def _later_revisions(articles: Iterable[Article]) -> defaultdict[int, list[Revision]]:
    """Return by article the revisions that its outlet made after the first one."""
    later = Revision.objects.filter(article__in=articles, number__gt=1, corrects=None)
    revisions: defaultdict[int, list[Revision]] = defaultdict(list)
    for revision in later.order_by("number").only("article_id", "number", "created_at"):
        revisions[revision.article_id].append(revision)
    return revisions


def _first_mentions(story: Story, by_time: list[Article]) -> defaultdict[int, list[Claim]]:
    """Return for each article the claims that it was the first to report, in the order of the claims."""
    mentioned_by: dict[UUID, set[int]] = defaultdict(set)
    for evidence in evidence_in_cells(story):
        if evidence.relation in _SAYING:
            mentioned_by[evidence.claim].add(evidence.article)

    first: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in story.claims.filter(withdrawn_at=None):
        mentions = [article.pk for article in by_time if article.pk in mentioned_by[claim.pk]]
        if mentions:
            first[mentions[0]].append(claim)
    return first


def _time_of(article: Article) -> tuple[bool, float, int]:
    """Return what reports are ordered by: those without a date come last."""
    published = article.current.published_at
    if published is None:
        return True, 0.0, article.pk
    return False, published.timestamp(), article.pk
