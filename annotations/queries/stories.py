"""What the pages of stories and claims show."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from django.db.models import Count, Prefetch, Q

from annotations.logic.claims import Attention
from annotations.logic.independence import Group, Standing
from annotations.models import Claim, Evidence, Link, Origin
from annotations.queries.desk import articles_of
from annotations.queries.reviewing import attention
from annotations.queries.standing import standings
from newsroom.models import Activity, Article, Story, StoryArticle

COUNTED = ("articles", "outlets", "highlights", "claims", "settled")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a story's checking has come. `contradictions` are open: contradicted claims nobody settled yet."""

    claims: int
    settled: int
    contradictions: int


def stories() -> list[Story]:
    """All stories, newest first, each with `counts`: articles, outlets, highlights, claims and settled claims."""
    held = StoryArticle.objects.order_by().values("story")
    marked = Count("article__highlights", filter=Q(article__highlights__withdrawn_at=None), distinct=True)
    reading = held.annotate(articles=Count("article"), outlets=Count("article__outlet", distinct=True))
    marking = held.annotate(highlights=marked)
    claiming = Claim.objects.order_by().values("story")
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
    found, waiting = standings(listed), attention(listed)
    for claim in listed:
        claim.standing = found[claim.pk]
        claim.attention = waiting.get(claim.pk, Attention())
    return listed


def progress(claims: Iterable[Claim]) -> Progress:
    """Of claims that carry their `standing`."""
    listed = list(claims)
    return Progress(
        claims=len(listed),
        settled=sum(claim.status == "settled" for claim in listed),
        contradictions=sum(claim.status != "settled" and bool(claim.standing.contradicting) for claim in listed),
    )


def recent_activity(story: Story, most: int = 12) -> list[Activity]:
    """The newest lines that concern the story or one of its articles."""
    concerning = Q(story=story) | Q(article__places__story=story)
    newest = Activity.objects.filter(concerning).order_by("-id").values("pk").distinct()[:most]
    return list(Activity.objects.filter(pk__in=[row["pk"] for row in newest]).select_related("actor"))


def articles_not_in(story: Story, search: str, most: int = 50) -> list[Article]:
    """Imported articles that the story does not hold, newest first; those whose title or outlet has `search`."""
    found = Article.objects.exclude(places__story=story).select_related("outlet", "current")
    if search:
        found = found.filter(Q(title__icontains=search) | Q(outlet__name__icontains=search))
    return list(found.defer("current__text", "current__blocks", "current__marks")[:most])


def evidence_of(claim: Claim) -> list[Evidence]:
    """The standing evidence, each with passage, article, outlet, revision and origins."""
    return list(
        claim.evidence.filter(withdrawn_at=None)
        .select_related(
            "highlight__anchor__revision", "highlight__article__outlet", "highlight__article__current", "created_by"
        )
        .defer("highlight__anchor__revision__text", "highlight__article__current__text")
        .prefetch_related(
            Prefetch(
                "highlight__article__origins", Origin.objects.exclude(state="rejected"), to_attr="standing_origins"
            )
        )
        .order_by("created_at")
    )


def contradicting_links(evidence: Iterable[Evidence]) -> list[Link]:
    """The standing contradictions between passages that bear on one claim."""
    passages = [item.highlight_id for item in evidence]
    return list(
        Link.objects.filter(
            relation="contradicts", withdrawn_at=None, source__in=passages, target__in=passages
        ).select_related("source__anchor", "target__anchor", "source__article__outlet", "target__article__outlet")
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """One source of a claim as people read it: the articles counted together, and the origins that join them."""

    articles: list[Article]
    origins: list[Origin]


def why(standing: Standing, evidence: Iterable[Evidence]) -> dict[str, list[Counted]]:
    """What was counted together, for each side: `{"corroborating": [...], "contradicting": [...]}`."""
    articles = {item.highlight.article_id: item.highlight.article for item in evidence}
    origins = {str(origin.pk): origin for article in articles.values() for origin in article.standing_origins}

    def named(groups: tuple[Group, ...]) -> list[Counted]:
        return [
            Counted([articles[pk] for pk in group.articles], [origins[pk] for pk in group.origins]) for group in groups
        ]

    return {"corroborating": named(standing.corroborating), "contradicting": named(standing.contradicting)}


def history_of(noun: str, pk: UUID, most: int = 50) -> list[Activity]:
    """The newest lines about one thing."""
    return list(Activity.objects.filter(object_type=noun, object_id=str(pk)).select_related("actor")[:most])
