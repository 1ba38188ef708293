"""Look up related values for many rows of an export at once. Each function makes one query."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from annotations.logic.sources.outlet_names import outlet_key
from annotations.models import Evidence, HighlightTag, Provenance
from newsroom.models import OutletAlias, StoryArticle

#: The related values of each row, by its id. A row without related values has an empty list.
Lists = defaultdict[Any, list[Any]]


def stories_of(articles: Iterable[int]) -> Lists:
    """Return the slugs of the stories of each article, by article id."""
    places = StoryArticle.objects.filter(article__in=articles).order_by("id")
    return _lists(places, "article_id", "story__slug")


def origins_of(articles: Iterable[int]) -> Lists:
    """Return the names of the origins of each article, by article id, without rejected origins."""
    provenances = Provenance.objects.filter(article__in=articles)
    not_rejected = provenances.exclude(origin__state="rejected").order_by("id")
    return _lists(not_rejected, "article_id", "origin__name")


def sources_of(articles: Iterable[int]) -> dict[int, set[str]]:
    """Return the keys of the origins of each article, by article id, without rejected origins.

    Origins with the same key count as one source. An article without origins has no entry.
    """
    return {article: set(map(outlet_key, names)) for article, names in origins_of(articles).items()}


def tags_of(highlights: Iterable[UUID]) -> Lists:
    """Return the paths of the tags of each highlight, by highlight id, in the order in which they were
    added.
    """
    # Tags are listed in the order in which they were added.
    tags = HighlightTag.objects.filter(highlight__in=highlights).order_by("id")
    return _lists(tags, "highlight_id", "tag__path")


def claims_of(highlights: Iterable[UUID]) -> Lists:
    """Return the ids of the claims for which each highlight is evidence, by highlight id."""
    evidence = Evidence.objects.filter(
        highlight__in=highlights, withdrawn_at=None, claim__withdrawn_at=None
    )
    return _lists(evidence.order_by("created_at", "pk"), "highlight_id", "claim_id")


def aliases_of(outlets: Iterable[int]) -> Lists:
    """Return the other names and domains of each outlet, by outlet id, in alphabetical order."""
    aliases = OutletAlias.objects.filter(outlet__in=outlets).order_by("word")
    return _lists(aliases, "outlet_id", "word")


def day_or_time(published_at: datetime | None, on_day: bool) -> date | None:
    """Return the date of `published_at` if only the day is known (`on_day`), else the time.

    Returns None if `published_at` is None.
    """
    # A time of midnight would claim a precision that the article does not give.
    if published_at is not None and on_day:
        return published_at.date()
    return published_at


def _lists(rows: QuerySet[Any], key: str, value: str) -> Lists:
    # A `defaultdict` returns an empty list for rows without related values.
    lists: Lists = defaultdict(list)
    for group, related_value in rows.values_list(key, value):
        lists[group].append(related_value)
    return lists
