"""What the pages of stories and claims show."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from annotations.logic.counting.claims import Attention
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Evidence, Link, Origin
from annotations.queries.desk import articles_of
from annotations.queries.origins import undecided
from annotations.queries.reviewing import attention, waiting
from annotations.queries.standing import standings
from newsroom.models import Activity, Article, Story, StoryArticle

COUNTED = ("articles", "outlets", "highlights", "claims", "settled")


@dataclass(frozen=True, slots=True)
class StoryProgress:
    """How far a story's checking has come. `contradictions` are open: contradicted claims nobody settled yet."""

    claims: int
    settled: int
    contradictions: int


def stories() -> list[Story]:
    """All stories, newest first, each with `counts`: articles, outlets, highlights, claims and settled
    claims.
    """
    held = StoryArticle.objects.order_by().values("story")
    marked = Count("article__highlights", filter=Q(article__highlights__withdrawn_at=None), distinct=True)
    reading = held.annotate(articles=Count("article"), outlets=Count("article__outlet", distinct=True))
    marking = held.annotate(highlights=marked)
    claiming = Claim.objects.filter(withdrawn_at=None).order_by().values("story")
    claiming = claiming.annotate(claims=Count("pk"), settled=Count("pk", filter=Q(status="settled")))
    counts: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(COUNTED, 0))
    for row in chain(reading, marking, claiming):
        counts[row.pop("story")].update(row)
    listed = list(Story.objects.all())
    for story in listed:
        story.counts = counts[story.pk]
    return listed


def articles_with_counts(story: Story) -> list[Article]:
    """The story's articles as on the desk, each with `highlight_count`."""
    standing = Count("highlights", filter=Q(highlights__withdrawn_at=None), distinct=True)
    return list(articles_of(story).annotate(highlight_count=standing))


def claims_with_standing(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each with `standing`, and with `attention` where its evidence changed or was lost."""
    listed = list(claims)
    found, needing = standings(listed), attention(listed)
    for claim in listed:
        claim.standing = found[claim.pk]
        claim.attention = needing.get(claim.pk, Attention())
    return listed


def progress(claims: Iterable[Claim]) -> StoryProgress:
    """Of claims that carry their `standing`."""
    listed = list(claims)
    return StoryProgress(
        claims=len(listed),
        settled=sum(claim.status == "settled" for claim in listed),
        contradictions=sum(
            claim.status != "settled" and bool(claim.standing.contradicting) for claim in listed
        ),
    )


@dataclass(frozen=True, slots=True)
class ToDo:
    """What a story's desk still has to decide."""

    contradicted: list[Claim]
    contradictions: list[Link]
    single: list[Claim]
    unreviewed: int
    origins: list[Origin]

    def __bool__(self) -> bool:
        return bool(
            self.contradicted or self.contradictions or self.single or self.unreviewed or self.origins
        )


def to_do(story: Story, claims: Iterable[Claim], articles: Iterable[Article]) -> ToDo:
    """Of claims that carry their `standing`: those contradicted, and those on one origin only, that nobody
    settled; contradicting passages that no settled claim answers; passages to review; origins to decide.
    """
    unsettled = [claim for claim in claims if claim.status != "settled"]
    held = [article.pk for article in articles]
    return ToDo(
        contradicted=[claim for claim in unsettled if claim.standing.contradicting],
        contradictions=_open_contradictions(held),
        single=[claim for claim in unsettled if claim.standing.independent_origins == 1],
        unreviewed=waiting(story).count(),
        origins=undecided(held),
    )


def _open_contradictions(articles: list[int]) -> list[Link]:
    """Contradicting links between the articles, but for those between passages of one settled claim, by
    aspect.
    """
    standing = Evidence.objects.filter(withdrawn_at=None)
    settled = standing.filter(
        claim__status="settled",
        highlight=OuterRef("source"),
        claim__in=standing.filter(highlight=OuterRef(OuterRef("target"))).values("claim"),
    )
    found = Link.objects.filter(
        ~Exists(settled),
        relation=Relation.CONTRADICTS,
        withdrawn_at=None,
        source__article__in=articles,
        target__article__in=articles,
    )
    ends = ("source__anchor", "target__anchor", "source__article__outlet", "target__article__outlet")
    return list(found.select_related(*ends).order_by("aspect", "created_at"))


def recent_activity(story: Story, most: int = 12) -> list[Activity]:
    """The newest lines that concern the story or one of its articles."""
    # As a list, not as a query within: then either database looks in the indexes of both, where else it would
    # read all.
    held = list(StoryArticle.objects.filter(story=story).values_list("article", flat=True))
    concerning = Activity.objects.filter(Q(story=story) | Q(article__in=held))
    return list(concerning.order_by("-id").select_related("actor")[:most])


def articles_not_in(story: Story, search: str, most: int = 50) -> list[Article]:
    """Imported articles that the story does not hold, newest first; those whose title or outlet has `search`."""
    found = Article.objects.exclude(places__story=story).select_related("outlet", "current")
    if search:
        found = found.filter(Q(title__icontains=search) | Q(outlet__name__icontains=search))
    return list(found.defer("current__text", "current__blocks", "current__marks")[:most])


def history_of(noun: str, pk: UUID, most: int = 50) -> list[Activity]:
    """The newest lines about one thing."""
    return list(Activity.objects.filter(object_type=noun, object_id=str(pk)).select_related("actor")[:most])
