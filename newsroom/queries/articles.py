"""What the pages of articles show, and which article a source is another copy of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from newsroom.models import Article, Outlet, Revision, Story
from newsroom.search.texts import Hit, articles_saying, hits
from newsroom.text.addresses.canonical import canonical
from newsroom.text.metadata.outlets import bare_name
from newsroom.text.normalise import repair_surrogates
from newsroom.text.pipeline import PreparedSource

#: What a list can be sorted by: the address's word -> the order.
SORTS = {
    "newest": ("-pk",),
    "published": ("-current__published_at", "-pk"),
    "title": ("title", "pk"),
    "outlet": ("outlet__name", "title", "pk"),
}
_WITHOUT_TEXT = ("current__text", "current__blocks", "current__marks")


def articles_matching(filters: Mapping[str, Any]) -> QuerySet[Article]:
    """Articles chosen by `{q, outlet, story, language, since, until, sort}` (blank ones do not choose)."""
    found = (
        Article.objects.filter(current__isnull=False)
        .select_related("outlet", "current")
        .defer(*_WITHOUT_TEXT)
    )
    if words := filters.get("q"):
        found = found.filter(articles_saying(words))
    if outlet := filters.get("outlet"):
        found = found.filter(outlet__name__iexact=outlet)
    if story := filters.get("story"):
        found = found.filter(places__story__slug=story)
    if language := filters.get("language"):
        found = found.filter(current__language__iexact=language)
    if since := filters.get("since"):
        found = found.filter(current__published_at__date__gte=since)
    if until := filters.get("until"):
        found = found.filter(current__published_at__date__lte=until)
    return found.prefetch_related(Prefetch("stories", Story.objects.order_by("title"))).order_by(
        *SORTS.get(filters.get("sort") or "", SORTS["newest"])
    )


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article of a list, with the passages of its text that answer to what was searched."""

    article: Article
    hits: tuple[Hit, ...] = ()


def article_lines(articles: Iterable[Article], words: str) -> list[ArticleLine]:
    """Return each article with its hits for `words`, in one query.

    An article has no hits if only its title, outlet or byline matched.
    """
    listed = list(articles)
    if not words:
        return [ArticleLine(article) for article in listed]

    current = Revision.objects.filter(current_of__in=listed)
    texts = dict(current.values_list("article_id", "text"))
    return [ArticleLine(article, tuple(hits(texts[article.pk], words))) for article in listed]


def outlets() -> list[str]:
    """The names of all outlets, for choosing one."""
    return list(Outlet.objects.values_list("name", flat=True))


def languages() -> list[str]:
    """The languages articles say they are in."""
    found = Revision.objects.exclude(language="").exclude(current_of=None)
    return list(found.order_by("language").values_list("language", flat=True).distinct())


def known_article(prepared: PreparedSource, external_id: str = "") -> Article | None:
    """The article this source is another copy or a later state of, or None."""
    if external_id and (article := _known(external_id=external_id)):
        return article
    address = canonical(prepared.metadata.url)
    if address:
        return _known(address=address)
    return None if external_id else _known(current__sha256=prepared.sha256)


def _known(**by: str) -> Article | None:
    """Asked by id first: mostly there is none, and the question for a whole article takes three times as
    long.
    """
    pk = Article.objects.filter(**by).values_list("pk", flat=True).first()
    return Article.objects.select_related("current").get(pk=pk) if pk else None


def articles_called(references: Iterable[str]) -> list[Article]:
    """The articles that go by these (`Article.reference`), by id; what names none is passed over."""
    names = sorted({name for name in references if "\0" not in name and name == repair_surrogates(name)})
    found: set[Article] = set()
    for at in range(0, len(names), 500):  # a database takes only so many parameters at once
        part = names[at : at + 500]
        numbers = [int(name) for name in part if name.isascii() and name.isdecimal() and len(name) < 19]
        found.update(Article.objects.filter(Q(external_id__in=part) | Q(external_id="", pk__in=numbers)))
    return sorted(found, key=lambda article: article.pk)


def says_the_same(current: Revision, prepared: PreparedSource) -> bool:
    """Whether text and masthead are those of the current revision. A blank now does not deny what was known
    before.

    What the desk corrected is compared as it was read: a correction makes no revision out of the same source.
    """
    found, read = prepared.metadata, current.metadata_as_read
    masthead = [
        (read.title, found.title),
        (read.byline, found.byline),
        (read.published_at, found.published_at),
    ]
    return current.sha256 == prepared.sha256 and all(not now or was == now for was, now in masthead)


def outlets_alike() -> list[int]:
    """The ids of outlets whose names, without what names differ in by chance, are another's too."""
    alike: dict[str, list[int]] = defaultdict(list)
    for pk, name in Outlet.objects.values_list("pk", "name"):
        alike[bare_name(name)].append(pk)
    return [pk for same in alike.values() if len(same) > 1 for pk in same]
