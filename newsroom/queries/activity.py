"""What the pages of the history show."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from newsroom.models import Activity, Article


def activity_matching(filters: Mapping[str, Any]) -> QuerySet[Activity]:
    """Lines of the history chosen by `{by, verb, type, story, since, until}`, newest first."""
    found = Activity.objects.select_related("actor", "story", "article")
    if by := filters.get("by"):
        found = found.filter(actor__username=by)
    if verb := filters.get("verb"):
        found = found.filter(verb=verb)
    if kind := filters.get("type"):
        found = found.filter(object_type=kind)
    if slug := filters.get("story"):
        held = Article.objects.filter(places__story__slug=slug)
        found = found.filter(Q(story__slug=slug) | Q(article__in=held))
    if since := filters.get("since"):
        found = found.filter(at__date__gte=since)
    if until := filters.get("until"):
        found = found.filter(at__date__lte=until)
    return found.order_by("-pk")


def activity_words() -> dict[str, list[str]]:
    """What the history can be filtered by: people, verbs and types that occur in it."""
    lines = Activity.objects.order_by()
    return {
        "by": sorted(lines.values_list("actor__username", flat=True).distinct()),
        "verb": sorted(lines.values_list("verb", flat=True).distinct()),
        "type": sorted(lines.values_list("object_type", flat=True).distinct()),
    }
