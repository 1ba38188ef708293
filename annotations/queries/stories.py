"""Read what the list of stories and the page of one story show."""

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
from annotations.queries.origins import undecided_origins
from annotations.queries.reviewing import waiting
from annotations.queries.standing import CountedClaim
from newsroom.models import Activity, Article, Story, StoryArticle

#: Most lines of the history on the page of a story.
MOST_LINES = 12
#: Most articles that are offered for a story.
MOST_ADDABLE = 50
#: Most lines of the history about one object on its page.
MOST_LINES_ABOUT_ONE = 50


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """How many articles, outlets, highlights, claims and settled claims a story has, without withdrawn
    ones.
    """

    articles: int = 0
    outlets: int = 0
    highlights: int = 0
    claims: int = 0
    settled: int = 0


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story in the list of all stories, with the numbers of what it contains."""

    story: Story
    counts: StoryCounts


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article on the page of a story.

    `origins` are its origins without rejected ones. `highlights` is the number of its highlights without
    withdrawn ones.
    """

    article: Article
    origins: list[Origin]
    highlights: int


@dataclass(frozen=True, slots=True)
class StoryProgress:
    """How far the work on the claims of a story has come: the number of claims and of settled claims.

    `contradictions` is the number of contradicted claims that are not settled.
    """

    claims: int
    settled: int
    contradictions: int


@dataclass(frozen=True, slots=True)
class ToDo:
    """The work that is left in a story. It is false as a boolean if nothing is left.

    `contradicted` are claims that are contradicted but not settled. `contradictions` are contradicting links
    that no verdict answers. `single` are unsettled claims that depend on one source or one unnamed voice.
    `outdated` are settled claims of which something changed after the verdict. `unreviewed` is the number of
    passages to review. `origins` are the proposed origins.
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
    """Return all stories with their numbers, the newest story first, with four queries."""
    articles_by_story = StoryArticle.objects.order_by().values("story")
    articles = articles_by_story.annotate(
        articles=Count("article"), outlets=Count("article__outlet", distinct=True)
    )
    not_withdrawn = Q(article__highlights__withdrawn_at=None)
    highlights = articles_by_story.annotate(
        highlights=Count("article__highlights", filter=not_withdrawn, distinct=True)
    )
    settled = Q(status=ClaimStatus.SETTLED)
    claims = (
        Claim.objects.filter(withdrawn_at=None)
        .order_by()
        .values("story")
        .annotate(claims=Count("pk"), settled=Count("pk", filter=settled))
    )

    numbers: dict[int, dict[str, int]] = defaultdict(dict)
    # Each query returns other numbers of the same stories. They are merged by the id of the story.
    for row in chain(articles, highlights, claims):
        counts: dict[str, Any] = dict(row)
        numbers[counts.pop("story")].update(counts)
    listed = []
    for story in Story.objects.all():
        counts_of_story = StoryCounts(**numbers[story.pk])
        listed.append(ListedStory(story, counts_of_story))
    return listed


def listed_articles(story: Story) -> list[ListedArticle]:
    """Return the articles of the story in the order in which they were added, with origins and
    highlight counts.
    """
    number_of_highlights = Count(
        "highlights", filter=Q(highlights__withdrawn_at=None), distinct=True
    )
    articles = articles_of(story).annotate(highlight_count=number_of_highlights)
    return [
        ListedArticle(article, origins_of(article), article.highlight_count) for article in articles
    ]


def progress(claims: Iterable[CountedClaim]) -> StoryProgress:
    """Return the numbers of all claims, of settled claims, and of claims that are
    contradicted but not settled.
    """
    listed = list(claims)
    # A settled claim answers its contradictions, so they are not open any more.
    open_contradictions = [claim for claim in listed if claim.contradicted and not claim.settled]
    return StoryProgress(
        claims=len(listed),
        settled=sum(claim.settled for claim in listed),
        contradictions=len(open_contradictions),
    )


def to_do(
    story: Story,
    claims: Iterable[CountedClaim],
    articles: Iterable[Article],
) -> ToDo:
    """Return the work that is left in `story`. `claims` and `articles` are all claims and articles of
    the story.
    """
    listed = list(claims)
    unsettled = [claim for claim in listed if not claim.settled]
    article_ids = [article.pk for article in articles]
    return ToDo(
        contradicted=[claim for claim in unsettled if claim.contradicted],
        contradictions=_open_contradictions(article_ids),
        single=[claim for claim in unsettled if claim.weaknesses],
        outdated=[claim for claim in listed if claim.verdict_changes],
        unreviewed=waiting(story).count(),
        origins=undecided_origins(article_ids),
    )


def _open_contradictions(articles: list[int]) -> list[Link]:
    """Return the contradicting links between the articles (ids), ordered by aspect and time.

    A link is left out if both its passages are evidence for one settled claim, because the verdict answers
    the contradiction.
    """
    not_withdrawn = Evidence.objects.filter(withdrawn_at=None)
    # Both ends must be evidence for the same settled claim, so the subqueries refer to both ends.
    claims_of_target = not_withdrawn.filter(highlight=OuterRef(OuterRef("target"))).values("claim")
    answered = not_withdrawn.filter(
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
    """Return the newest lines of the history about the story or its articles, newest first.

    At most `MOST_LINES` are returned.
    """
    # The articles are read into a list, because with a list both databases use the indexes of both
    # conditions. With a subquery they would read all lines.
    articles = list(StoryArticle.objects.filter(story=story).values_list("article", flat=True))
    # A line about a highlight names its article and not its story.
    concerning = Activity.objects.filter(Q(story=story) | Q(article__in=articles))
    return list(concerning.order_by("-id").select_related("actor")[:MOST_LINES])


def articles_not_in(story: Story, search: str) -> list[Article]:
    """Return articles that are not in the story, newest first, `MOST_ADDABLE` at most.

    If `search` is not empty, only articles with this text in the title or in the name of the outlet are
    returned.
    """
    articles = Article.objects.exclude(places__story=story).select_related("outlet", "current")
    if search:
        articles = articles.filter(Q(title__icontains=search) | Q(outlet__name__icontains=search))
    # The list shows no texts, so the large columns are not read.
    return list(articles.defer("current__text", "current__blocks", "current__marks")[:MOST_ADDABLE])


def history_of(noun: str, pk: UUID) -> list[Activity]:
    """Return the newest lines of the history about one object, newest first, `MOST_LINES_ABOUT_ONE` at most.

    `noun` is the type of the object, such as `origin`, and `pk` is its id.
    """
    lines = Activity.objects.filter(object_type=noun, object_id=str(pk))
    return list(lines.select_related("actor")[:MOST_LINES_ABOUT_ONE])
