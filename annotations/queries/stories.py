"""What the pages of stories show."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from annotations.logic.vocabulary import ClaimStatus, Relation
from annotations.models import Claim, Evidence, Link, Origin
from annotations.queries.desk.surroundings import articles_of, origins_of
from annotations.queries.origins import undecided
from annotations.queries.reviewing import waiting
from annotations.queries.standing import CountedClaim
from newsroom.models import Activity, Article, Story, StoryArticle

#: Lines of the history on a story's page.
MOST_LINES = 12
#: Articles offered to be added to a story.
MOST_ADDABLE = 50
#: Lines about one thing on its page.
MOST_LINES_ABOUT_ONE = 50


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """How much a story holds."""

    articles: int = 0
    outlets: int = 0
    highlights: int = 0
    claims: int = 0
    settled: int = 0


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story in the list of all."""

    story: Story
    counts: StoryCounts


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article on the page of its story, with its standing origins and the number of its highlights."""

    article: Article
    origins: list[Origin]
    highlights: int


@dataclass(frozen=True, slots=True)
class StoryProgress:
    """How far a story's checking has come.

    `contradictions` is the number of contradicted claims that nobody settled yet.
    """

    claims: int
    settled: int
    contradictions: int


@dataclass(frozen=True, slots=True)
class ToDo:
    """What a story's desk still has to decide.

    `outdated` are settled claims about which something changed since their verdict.
    `contradicted` and `single` are claims that nobody settled: contradicted ones, and those that rest on one
    origin. `contradictions` are contradicting passages that no settled claim answers. `unreviewed` is the
    number of passages that wait for review.
    """

    contradicted: list[CountedClaim]
    contradictions: list[Link]
    single: list[CountedClaim]
    outdated: list[CountedClaim]
    unreviewed: int
    origins: list[Origin]

    def __bool__(self) -> bool:
        waiting_kinds = (
            self.contradicted,
            self.contradictions,
            self.single,
            self.outdated,
            self.unreviewed,
            self.origins,
        )
        return any(waiting_kinds)


def stories() -> list[ListedStory]:
    """Return all stories, the newest first. Takes four queries."""
    held = StoryArticle.objects.order_by().values("story")
    articles = held.annotate(
        articles=Count("article"), outlets=Count("article__outlet", distinct=True)
    )
    standing = Q(article__highlights__withdrawn_at=None)
    highlights = held.annotate(
        highlights=Count("article__highlights", filter=standing, distinct=True)
    )
    settled = Q(status=ClaimStatus.SETTLED)
    claims = (
        Claim.objects.filter(withdrawn_at=None)
        .order_by()
        .values("story")
        .annotate(claims=Count("pk"), settled=Count("pk", filter=settled))
    )

    numbers: dict[int, dict[str, int]] = defaultdict(dict)
    for row in chain(articles, highlights, claims):
        counts: dict[str, Any] = dict(row)
        numbers[counts.pop("story")].update(counts)
    return [ListedStory(story, StoryCounts(**numbers[story.pk])) for story in Story.objects.all()]


def listed_articles(story: Story) -> list[ListedArticle]:
    """Return the story's articles in the order they were added."""
    standing = Count("highlights", filter=Q(highlights__withdrawn_at=None), distinct=True)
    articles = articles_of(story).annotate(highlight_count=standing)
    return [
        ListedArticle(article, origins_of(article), article.highlight_count) for article in articles
    ]


def progress(claims: Iterable[CountedClaim]) -> StoryProgress:
    """Return how far the checking of these claims has come."""
    listed = list(claims)
    open_contradictions = [claim for claim in listed if claim.contradicted and not claim.settled]
    return StoryProgress(
        claims=len(listed),
        settled=sum(claim.settled for claim in listed),
        contradictions=len(open_contradictions),
    )


def to_do(story: Story, claims: Iterable[CountedClaim], articles: Iterable[Article]) -> ToDo:
    """Return what is left to decide of the story's claims and articles."""
    listed = list(claims)
    unsettled = [claim for claim in listed if not claim.settled]
    article_ids = [article.pk for article in articles]
    return ToDo(
        contradicted=[claim for claim in unsettled if claim.contradicted],
        contradictions=_open_contradictions(article_ids),
        single=[claim for claim in unsettled if claim.rests_on_one_origin],
        outdated=[claim for claim in listed if claim.verdict_changes],
        unreviewed=waiting(story).count(),
        origins=undecided(article_ids),
    )


def _open_contradictions(articles: list[int]) -> list[Link]:
    """Return the contradicting links between the articles, by aspect.

    A link between two passages of one settled claim is left out, because the verdict answers it.
    """
    standing = Evidence.objects.filter(withdrawn_at=None)
    claims_of_target = standing.filter(highlight=OuterRef(OuterRef("target"))).values("claim")
    answered = standing.filter(
        claim__status=ClaimStatus.SETTLED,
        highlight=OuterRef("source"),
        claim__in=claims_of_target,
    )
    contradictions = Link.objects.filter(
        ~Exists(answered),
        relation=Relation.CONTRADICTS,
        withdrawn_at=None,
        source__article__in=articles,
        target__article__in=articles,
    )
    ends = (
        "source__anchor",
        "target__anchor",
        "source__article__outlet",
        "target__article__outlet",
    )
    return list(contradictions.select_related(*ends).order_by("aspect", "created_at"))


def recent_activity(story: Story) -> list[Activity]:
    """Return the newest lines that concern the story or one of its articles."""
    # The articles are a list and not a query within, because then either database looks in the indexes of
    # both conditions. Otherwise it would read all lines.
    articles = list(StoryArticle.objects.filter(story=story).values_list("article", flat=True))
    concerning = Activity.objects.filter(Q(story=story) | Q(article__in=articles))
    return list(concerning.order_by("-id").select_related("actor")[:MOST_LINES])


def articles_not_in(story: Story, search: str) -> list[Article]:
    """Return imported articles that the story does not hold, the newest first.

    If `search` is given, only those whose title or outlet has it.
    """
    articles = Article.objects.exclude(places__story=story).select_related("outlet", "current")
    if search:
        articles = articles.filter(Q(title__icontains=search) | Q(outlet__name__icontains=search))
    return list(articles.defer("current__text", "current__blocks", "current__marks")[:MOST_ADDABLE])


def history_of(noun: str, pk: UUID) -> list[Activity]:
    """Return the newest lines about one thing."""
    lines = Activity.objects.filter(object_type=noun, object_id=str(pk))
    return list(lines.select_related("actor")[:MOST_LINES_ABOUT_ONE])
