"""Read the articles that a list shows, and the passages that match its search."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from newsroom.models import Article, Revision, Story
from newsroom.search.texts import Hit, condition_for_search, hits

#: The orders of a list, by their names in the address.
SORTS = {
    "newest": ("-pk",),
    "published": ("-current__published_at", "-pk"),
    "title": ("title", "pk"),
    "outlet": ("outlet__name", "title", "pk"),
}
_WITHOUT_TEXT = ("current__text", "current__blocks", "current__marks")


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article of a list.

    `hits` are the first passages of its text that match the search; it may be empty.
    """

    article: Article
    hits: tuple[Hit, ...] = ()


def articles_matching(filters: Mapping[str, Any]) -> QuerySet[Article]:
    """Return the articles that match `filters`: `{q, outlet, story, language, since, until, sort}`.

    A missing or empty filter matches every article. The texts are not loaded, because a list does not show
    them.
    """
    articles = Article.objects.filter(current__isnull=False)
    if words := filters.get("q"):
        articles = articles.filter(condition_for_search(words))
    if outlet := filters.get("outlet"):
        articles = articles.filter(outlet__name__iexact=outlet)
    if story := filters.get("story"):
        articles = articles.filter(places__story__slug=story)
    if language := filters.get("language"):
        articles = articles.filter(current__language__iexact=language)
    if since := filters.get("since"):
        articles = articles.filter(current__published_at__date__gte=since)
    if until := filters.get("until"):
        articles = articles.filter(current__published_at__date__lte=until)

    stories = Prefetch("stories", Story.objects.order_by("title"))
    order = SORTS.get(filters.get("sort") or "", SORTS["newest"])
    return (
        articles.select_related("outlet", "current")
        .prefetch_related(stories)
        .defer(*_WITHOUT_TEXT)
        .order_by(*order)
    )


def article_lines(articles: Iterable[Article], words: str) -> list[ArticleLine]:
    """Return each article with the passages of its text that match the search `words`.

    Takes one query. An article has no passages if `words` is empty, or if only its title, outlet or byline
    matches.
    """
    listed = list(articles)
    if not words:
        return [ArticleLine(article) for article in listed]

    current = Revision.objects.filter(current_of__in=listed)
    texts = dict(current.values_list("article_id", "text"))
    lines = []
    for article in listed:
        language = article.current.language if article.current else ""
        passages = hits(texts[article.pk], words, language=language)
        lines.append(ArticleLine(article, tuple(passages)))
    return lines


def languages() -> list[str]:
    """Return the distinct languages of the current revisions of all articles, sorted."""
    current = Revision.objects.exclude(language="").exclude(current_of=None)
    in_order = current.order_by("language").values_list("language", flat=True)
    return list(in_order.distinct())
