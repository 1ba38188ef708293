"""Define the filters of lists and exports: which rows the parameters of a query string select.

Lists and exports use the same filters, so that an export holds exactly what the list shows.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django.db.models import Count, Model, Q, QuerySet

from annotations.logic.vocabulary import AnchorState, ClaimStatus, Relation, Verdict
from annotations.models import Claim, Evidence, Highlight, Link, Tag
from annotations.queries.exports.conditions import (
    LONGEST_QUOTED,
    Choose,
    either,
    equal,
    number,
    one_of,
    since,
    tagged,
    until,
)
from newsroom.errors import Invalid
from newsroom.models import Activity, Article
from newsroom.search.texts import condition_for_search


def filtered_rows(model: type[Model], filters: Mapping[str, str]) -> QuerySet[Any]:
    """Return the rows of `model` that all filters admit, oldest first (tags by path), without withdrawn rows.

    `filters` maps the names of parameters to values. Empty values are ignored. Raises `Invalid` if a value is
    not valid, or if `model` has no filter of a name: a misspelt one would select every row.
    """
    _must_be_known(filters, _FILTERS[model])
    conditions = []
    for name, choose in _FILTERS[model].items():
        value = filters.get(name, "").strip()
        if value:
            conditions.append(choose(value))

    exported_rows = _STANDING[model]()
    # Without conditions no row can come twice, so the subquery is not needed.
    if conditions and model in _REACHING_MANY:
        # These filters join many-to-many relations, so a row could come more than once. A subquery on the ids
        # avoids this. `distinct()` would have to collect all rows first.
        admitted = _narrowed(model._default_manager.order_by(), conditions)
        return exported_rows.filter(pk__in=admitted.values("pk"))
    return _narrowed(exported_rows, conditions)


def _must_be_known(names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise Invalid(
                f"There is no filter “{name[:LONGEST_QUOTED]}” here. There are: {', '.join(sorted(known))}."
            )


def _narrowed(rows: QuerySet[Any], conditions: Iterable[Q]) -> QuerySet[Any]:
    # Each condition gets its own `filter()`. Two conditions in one `filter()` would have to match the same
    # related row.
    for condition in conditions:
        rows = rows.filter(condition)
    return rows


def _of_passage(prefix: str = "") -> dict[str, Choose]:
    """Return filters by name that are conditions on a highlight.

    `prefix` is the lookup that leads from the row to the highlight.
    """
    return {
        "story": equal(f"{prefix}article__places__story__slug"),
        "article": equal(f"{prefix}article", number),
        "outlet": equal(f"{prefix}article__outlet__name__iexact"),
        "origin": equal(f"{prefix}article__origins__name__iexact"),
        "tag": tagged(f"{prefix}tags__path"),
        "state": equal(f"{prefix}anchor__state", one_of(AnchorState)),
        "q": either(equal(f"{prefix}anchor__quote__icontains"), equal(f"{prefix}note__icontains")),
    }


def _of_making(by: str = "created_by", at: str = "created_at") -> dict[str, Choose]:
    """Return filters by name for the person who made a row and for the time. `by` and `at` are their
    fields.
    """
    return {
        "by": equal(f"{by}__username"),
        "since": since(at),
        "until": until(at),
    }


def _of_either_end() -> dict[str, Choose]:
    """Return filters by name for links. A link is admitted if at least one of its two highlights matches."""
    of_source = _of_passage("source__")
    of_target = _of_passage("target__")
    return {name: either(of_source[name], of_target[name]) for name in of_source}


def _link_within(slug: str) -> Q:
    """Return the condition that both ends of a link are in articles of the story with this slug."""
    return Q(source__article__places__story__slug=slug, target__article__places__story__slug=slug)


def _tag_used_in(slug: str) -> Q:
    """Return the condition that a highlight in an article of the story with this slug has the tag."""
    return Q(
        taggings__highlight__article__places__story__slug=slug,
        taggings__highlight__withdrawn_at=None,
    )


def _line_about(slug: str) -> Q:
    """Return the condition that a line of the history is about the story with this slug or one of its
    articles.
    """
    return Q(story__slug=slug) | Q(article__places__story__slug=slug)


_FILTERS: dict[type[Model], dict[str, Choose]] = {
    Highlight: {
        **_of_passage(),
        **_of_making(),
    },
    Link: {
        **_of_either_end(),
        "story": _link_within,
        "relation": equal("relation", one_of(Relation)),
        **_of_making(),
    },
    Claim: {
        "story": equal("story__slug"),
        "status": equal("status", one_of(ClaimStatus)),
        "verdict": equal("verdict", one_of(Verdict)),
        "q": equal("statement__icontains"),
        **_of_making(),
    },
    Evidence: {
        **_of_passage("highlight__"),
        "story": equal("claim__story__slug"),
        "relation": equal("relation", one_of(Relation)),
        **_of_making(),
    },
    Article: {
        "story": equal("places__story__slug"),
        "outlet": equal("outlet__name__iexact"),
        "origin": equal("origins__name__iexact"),
        "language": equal("current__language__iexact"),
        "q": condition_for_search,
        "since": since("current__published_at"),
        "until": until("current__published_at"),
    },
    Tag: {
        "story": _tag_used_in,
        "tag": tagged("path"),
        "q": equal("path__icontains"),
    },
    Activity: {
        "story": _line_about,
        "article": equal("article", number),
        "verb": equal("verb"),
        "type": equal("object_type"),
        **_of_making(by="actor", at="at"),
    },
}
#: Models whose filters join many-to-many relations, so that a row could come more than once.
_REACHING_MANY = {Highlight, Link, Evidence, Article, Tag, Activity}


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
    return not_withdrawn.select_related("story", "created_by").order_by("created_at", "pk")


def _evidence() -> QuerySet[Evidence]:
    related = ("claim__story", "highlight__anchor", "highlight__article__outlet", "created_by")
    not_withdrawn = Evidence.objects.filter(withdrawn_at=None)
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


_STANDING: dict[type[Model], Callable[[], QuerySet[Any]]] = {
    Highlight: _highlights,
    Link: _links,
    Claim: _claims,
    Evidence: _evidence,
    Article: _articles,
    Tag: _tags,
    Activity: _activity,
}
