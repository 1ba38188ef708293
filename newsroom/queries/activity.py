"""Read the lines of history that match filters, and the values that people can filter by."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from newsroom.models import Activity, Article, Subject, User
from newsroom.roles import UserRole, has_role


def visible_activity(viewer: User) -> QuerySet[Activity]:
    """Return the lines of history that `viewer` may read, in the default order.

    Lines about accounts contain personal details, so only curators may read them.
    """
    if has_role(viewer, UserRole.CURATOR):
        return Activity.objects.all()
    return without_accounts(Activity.objects.all())


def without_accounts(lines: QuerySet[Activity]) -> QuerySet[Activity]:
    """Return `lines` without those about accounts."""
    return lines.exclude(object_type=Subject.USER)


def activity_matching(filters: Mapping[str, Any], *, viewer: User) -> QuerySet[Activity]:
    """Return the lines of history that `viewer` may read and that match `filters`, newest first.

    `filters` may have the keys `by` (a user name), `verb`, `type`, `story` (a slug), `since` and `until`
    (dates). A missing or empty filter matches every line.
    """
    lines = visible_activity(viewer).select_related("actor", "story", "article", "redacted_by")
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


def activity_words(viewer: User) -> dict[str, list[str]]:
    """Return the user names (`by`), verbs (`verb`) and types (`type`) that occur in the lines that `viewer`
    may read, sorted.
    """
    return {
        "by": _distinct("actor__username", viewer),
        "verb": _distinct("verb", viewer),
        "type": _distinct("object_type", viewer),
    }


def _distinct(field: str, viewer: User) -> list[str]:
    # The default order is removed, because the database would make rows distinct by it as well.
    lines = visible_activity(viewer).order_by()
    return sorted(lines.values_list(field, flat=True).distinct())
