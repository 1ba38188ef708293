"""Define which rows of each model are exported, in which order, and with which related rows.

Withdrawn rows are left out, and so are rows about something withdrawn, because a file must not name rows that
it does not hold.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Count, Model, Q, QuerySet

from annotations.models import Claim, Comment, Evidence, Highlight, Link, Provenance, Silence, Tag
from newsroom.models import Activity, Article, Outlet, Revision, Story


def _highlights() -> QuerySet[Highlight]:
    return (
        Highlight.objects.filter(withdrawn_at=None)
        .select_related("anchor__revision", "article__outlet", "created_by")
        .defer("anchor__revision__text", "anchor__revision__blocks", "anchor__revision__marks")
        .order_by("created_at", "pk")
    )


def _links() -> QuerySet[Link]:
    related = (
        "source__anchor",
        "source__article__outlet",
        "target__anchor",
        "target__article__outlet",
        "created_by",
    )
    return (
        Link.objects.filter(withdrawn_at=None).select_related(*related).order_by("created_at", "pk")
    )


def _claims() -> QuerySet[Claim]:
    not_withdrawn = Claim.objects.filter(withdrawn_at=None)
    return not_withdrawn.select_related("story", "created_by", "settled_by").order_by(
        "created_at", "pk"
    )


def _evidence() -> QuerySet[Evidence]:
    related = ("claim__story", "highlight__anchor", "highlight__article__outlet", "created_by")
    not_withdrawn = Evidence.objects.filter(withdrawn_at=None, claim__withdrawn_at=None)
    return not_withdrawn.select_related(*related).order_by("created_at", "pk")


def _articles() -> QuerySet[Article]:
    return (
        Article.objects.filter(current__isnull=False)
        .select_related("outlet__owner", "current__created_by")
        .defer("current__text", "current__blocks", "current__marks")
        .order_by("pk")
    )


def _tags() -> QuerySet[Tag]:
    not_withdrawn = Q(taggings__highlight__withdrawn_at=None)
    return (
        Tag.objects.select_related("created_by")
        .annotate(number=Count("taggings", filter=not_withdrawn))
        .order_by("path")
    )


def _activity() -> QuerySet[Activity]:
    return Activity.objects.select_related("actor", "story").order_by("pk")


def _comments() -> QuerySet[Comment]:
    not_withdrawn = Comment.objects.filter(
        withdrawn_at=None, highlight__withdrawn_at=None, claim__withdrawn_at=None
    )
    return not_withdrawn.select_related("created_by").order_by("pk")


def _silences() -> QuerySet[Silence]:
    not_withdrawn = Silence.objects.filter(withdrawn_at=None, claim__withdrawn_at=None)
    return not_withdrawn.select_related("claim__story", "created_by").order_by("created_at", "pk")


def _provenances() -> QuerySet[Provenance]:
    return Provenance.objects.select_related("origin__decided_by").order_by("pk")


def _stories() -> QuerySet[Story]:
    return Story.objects.select_related("created_by").order_by("pk")


def _outlets() -> QuerySet[Outlet]:
    return Outlet.objects.select_related("owner").order_by("name", "pk")


def _revisions() -> QuerySet[Revision]:
    return (
        Revision.objects.select_related("original", "corrects", "created_by")
        .defer(
            "blocks",
            "marks",
            "original__raw",
            "corrects__text",
            "corrects__blocks",
            "corrects__marks",
        )
        .order_by("article_id", "number")
    )


#: The function that returns the exported rows of each model.
STANDING: dict[type[Model], Callable[[], QuerySet[Any]]] = {
    Highlight: _highlights,
    Link: _links,
    Claim: _claims,
    Evidence: _evidence,
    Article: _articles,
    Tag: _tags,
    Activity: _activity,
    Comment: _comments,
    Silence: _silences,
    Provenance: _provenances,
    Story: _stories,
    Outlet: _outlets,
    Revision: _revisions,
}
