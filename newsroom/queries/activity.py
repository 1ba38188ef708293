"""Read the lines of history that match filters, and the values that people can filter by."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from newsroom.models import Activity, Article


def activity_matching(filters: Mapping[str, Any]) -> QuerySet[Activity]:
    """Return the lines of history that match `filters`, newest first.

    `filters` may have the keys `by` (a user name), `verb`, `type`, `story` (a slug), `since` and `until`
    (dates). A missing or empty filter matches every line.
    """
    lines = Activity.objects.select_related("actor", "story", "article")
    if username := filters.get("by"):
        lines = lines.filter(actor__username=username)
    if verb := filters.get("verb"):
        lines = lines.filter(verb=verb)
    if kind := filters.get("type"):
        lines = lines.filter(object_type=kind)
    if slug := filters.get("story"):
        # Lines about an article belong to every story that holds the article now.
        articles = Article.objects.filter(places__story__slug=slug)
        lines = lines.filter(Q(story__slug=slug) | Q(article__in=articles))
    if since := filters.get("since"):
        lines = lines.filter(at__date__gte=since)
    if until := filters.get("until"):
        lines = lines.filter(at__date__lte=until)
    return lines.order_by("-pk")


def activity_words() -> dict[str, list[str]]:
    """Return the user names (`by`), verbs (`verb`) and types (`type`) that occur in the history, sorted."""
    return {
        "by": _distinct("actor__username"),
        "verb": _distinct("verb"),
        "type": _distinct("object_type"),
    }


def _distinct(field: str) -> list[str]:
    # The default order is removed, because the database would make rows distinct by it as well.
    lines = Activity.objects.order_by()
    return sorted(lines.values_list(field, flat=True).distinct())
