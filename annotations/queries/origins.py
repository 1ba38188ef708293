"""What the pages of origins show."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from django.db.models import Count, F, Prefetch, QuerySet
from django.utils.safestring import SafeString

from annotations.logic.sources.copies import CopyComparison, SharedWording, compare, reading
from annotations.logic.sources.credits import Credit, credits_of
from annotations.logic.vocabulary import OriginState
from annotations.models import Origin, Provenance
from newsroom.models import Article
from newsroom.presentation.painting import HighlightStyle, paint
from newsroom.queries.import_reports import Remark
from newsroom.text.runs import runs

#: Articles of one origin that are compared with each other on its page.
MOST_COMPARED = 12


@dataclass(frozen=True, slots=True)
class OriginMember:
    """An article of an origin, what it says of its sources, and the other origins it draws on."""

    article: Article
    credits: tuple[Credit, ...]
    others: list[Origin]


@dataclass(frozen=True, slots=True)
class OriginPair:
    """Two articles of an origin and what they share."""

    left: Article
    right: Article
    comparison: CopyComparison


@dataclass(frozen=True, slots=True)
class LitText:
    """One article's text with the shared stretches marked."""

    article: Article
    side: SharedWording
    prose: SafeString


def origins(state: str = "", story: str = "") -> QuerySet[Origin]:
    """Origins, the undecided first, each with `number` of articles; of one state, of a story's articles."""
    found = Origin.objects.annotate(number=Count("articles", distinct=True)).select_related("decided_by")
    if state:
        found = found.filter(state=state)
    if story:
        found = found.filter(
            pk__in=Provenance.objects.filter(article__places__story__slug=story).values("origin")
        )
    articles = Prefetch("articles", Article.objects.select_related("outlet").order_by("pk"), to_attr="held")
    return found.prefetch_related(articles).order_by(
        F("decided_at").desc(nulls_first=True), "-created_at", "pk"
    )


def counts() -> dict[str, int]:
    """How many origins are in each state."""
    counted = dict(Origin.objects.order_by().values_list("state").annotate(Count("pk")))
    return {state.value: counted.get(state.value, 0) for state in OriginState}


def members(origin: Origin) -> list[OriginMember]:
    """The articles of the origin by time of publication, then by id."""
    others = Prefetch(
        "origins", Origin.objects.exclude(state="rejected").exclude(pk=origin.pk), to_attr="other_origins"
    )
    articles = origin.articles.select_related("outlet", "current").prefetch_related(others)
    ordered = articles.order_by("current__published_at", "pk")
    return [OriginMember(article, _credits(article), article.other_origins) for article in ordered]


def _credits(article: Article) -> tuple[Credit, ...]:
    revision = article.current
    return credits_of(revision.document, byline=revision.byline, credit=revision.credit)


def revised_since(moment: datetime, articles: list[Article]) -> list[Article]:
    """Which of the articles that stood at that time have newer revisions: what was said of them then was of
    others.
    """
    return [article for article in articles if article.created_at <= moment < article.current.created_at]


def compared(articles: list[Article]) -> list[OriginPair]:
    """Every two of the articles (of the first `MOST_COMPARED`), those that share most first."""
    texts = {article: reading(article.current.document) for article in articles[:MOST_COMPARED]}
    pairs = [
        OriginPair(one, other, compare(texts[one], texts[other])) for one, other in combinations(texts, 2)
    ]
    return sorted(pairs, key=lambda pair: -pair.comparison.share)


def lit(pair: OriginPair) -> tuple[LitText, LitText]:
    """Both texts with what they share lit."""
    sides = ((pair.left, pair.comparison.left, "left"), (pair.right, pair.comparison.right, "right"))
    one, other = (_lit(article, side, prefix) for article, side, prefix in sides)
    return one, other


def _lit(article: Article, side: SharedWording, prefix: str) -> LitText:
    shared = [(span, f"{prefix}-{number}") for number, span in enumerate(side.spans, start=1)]
    looks = {name: HighlightStyle(state="shared") for _, name in shared}
    return LitText(article, side, paint(runs(article.current.document, shared), looks, prefix=prefix))


def undecided(story_articles: list[int]) -> list[Origin]:
    """The proposed origins of these articles, each once."""
    found = Origin.objects.filter(state=OriginState.PROPOSED, articles__in=story_articles)
    return list(found.annotate(number=Count("provenances", distinct=True)).distinct())


def chosen_pair(pairs: list[OriginPair], left: str, right: str) -> OriginPair | None:
    """The pair of these two articles (ids as in the address), else the likest."""
    wanted = {left, right}
    asked = [pair for pair in pairs if {str(pair.left.pk), str(pair.right.pk)} == wanted]
    return (asked or pairs or [None])[0]


def remarks_on(articles: list[int]) -> list[Remark]:
    """For each of these articles and each standing origin it has with others: which they are, in two queries."""
    standing = Provenance.objects.exclude(origin__state=OriginState.REJECTED)
    found = standing.filter(article__in=articles).select_related("origin").order_by("id")
    members: dict[Any, list[Article]] = defaultdict(list)
    others = standing.filter(origin__in=[own.origin_id for own in found]).select_related("article__outlet")
    for provenance in others.order_by("id"):
        members[provenance.origin_id].append(provenance.article)
    told = []
    for own in found:
        named = [_named(other) for other in members[own.origin_id] if other.pk != own.article_id]
        if named:
            rest = f" and {len(named) - 1} more" if len(named) > 1 else ""
            sentence = f"It shares wording with {named[0]}{rest}."
            told.append(Remark(own.article_id, sentence, own.origin.get_absolute_url()))
    return told


def _named(article: Article) -> str:
    return f"“{article.title[:80]}” ({article.outlet})" if article.outlet else f"“{article.title[:80]}”"
