"""The filters of lists and exports: address parameters -> the rows they choose. One place, so that both
agree.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Count, Model, Q, QuerySet

from annotations.logic.vocabulary import AnchorState, ClaimStatus, Relation, Verdict
from annotations.models import Claim, Evidence, Highlight, Link, Tag
from newsroom.errors import Invalid
from newsroom.models import Activity, Article
from newsroom.search.texts import articles_saying

Choose = Callable[[str], Q]


def chosen(model: type[Model], filters: Mapping[str, str]) -> QuerySet[Any]:
    """The standing rows of `model` that every filter it knows admits, oldest first, with what an export needs
    of them.

    Filters it does not know, and blank ones, are passed over. Raises `Invalid` for a value that cannot be
    understood.
    """
    found = _FOUND[model]()
    wanted = [
        choose(value) for name, choose in _FILTERS[model].items() if (value := filters.get(name, "").strip())
    ]
    if wanted and model in _MANY:
        # Asked by id, so that no row comes twice: to tell whole rows apart, they would all be gathered first.
        ids = model._default_manager.order_by()
        return found.filter(pk__in=_narrowed(ids, wanted).values("pk"))
    return _narrowed(found, wanted)


def _narrowed(found: QuerySet[Any], wanted: Iterable[Q]) -> QuerySet[Any]:
    for condition in wanted:
        found = found.filter(condition)
    return found


def one_of(words: Any) -> Callable[[str], str]:
    """The value itself where it is one of `words` (an enumeration of the vocabulary)."""

    def checked(value: str) -> str:
        if value not in list(words):
            raise Invalid(f"“{value[:40]}” is none of: {', '.join(words)}.")
        return value

    return checked


def number(value: str) -> int:
    if not value.isdecimal() or len(value) > 18:
        raise Invalid(f"“{value[:40]}” is no number: use the id from the list.")
    return int(value)


def day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Invalid(f"“{value[:40]}” is no date: write it like 2022-07-09.") from error


def since(field: str) -> Choose:
    return lambda value: Q(**{f"{field}__gte": datetime.combine(day(value), time(), UTC)})


def until(field: str) -> Choose:
    """To the end of the day named."""
    return lambda value: Q(**{f"{field}__lte": datetime.combine(day(value), time.max, UTC)})


def equal(field: str, understood: Callable[[str], Any] = str) -> Choose:
    return lambda value: Q(**{field: understood(value)})


def either(choose: Choose, other: Choose) -> Choose:
    return lambda value: choose(value) | other(value)


def _passages(prefix: str = "") -> dict[str, Choose]:
    """What can be asked of a passage, reached by `prefix`."""
    return {
        "story": equal(f"{prefix}article__places__story__slug"),
        "article": equal(f"{prefix}article", number),
        "outlet": equal(f"{prefix}article__outlet__name__iexact"),
        "origin": equal(f"{prefix}article__origins__name__iexact"),
        "tag": lambda path: (
            Q(**{f"{prefix}tags__path__iexact": path}) | Q(**{f"{prefix}tags__path__istartswith": f"{path}/"})
        ),
        "state": equal(f"{prefix}anchor__state", one_of(AnchorState)),
        "q": lambda words: (
            Q(**{f"{prefix}anchor__quote__icontains": words}) | Q(**{f"{prefix}note__icontains": words})
        ),
    }


def _made(by: str = "created_by", at: str = "created_at") -> dict[str, Choose]:
    return {"by": equal(f"{by}__username"), "since": since(at), "until": until(at)}


_ENDS = {
    name: either(choose, _passages("target__")[name])
    for name, choose in _passages("source__").items()
    if name != "story"
}

_FILTERS: dict[type[Model], dict[str, Choose]] = {
    Highlight: {**_passages(), **_made()},
    Link: {
        **_ENDS,
        "story": lambda slug: Q(
            source__article__places__story__slug=slug, target__article__places__story__slug=slug
        ),
        "relation": equal("relation", one_of(Relation)),
        **_made(),
    },
    Claim: {
        "story": equal("story__slug"),
        "status": equal("status", one_of(ClaimStatus)),
        "verdict": equal("verdict", one_of(Verdict)),
        "q": equal("statement__icontains"),
        **_made(),
    },
    Evidence: {
        **_passages("highlight__"),
        "story": equal("claim__story__slug"),
        "relation": equal("relation", one_of(Relation)),
        **_made(),
    },
    Article: {
        "story": equal("places__story__slug"),
        "outlet": equal("outlet__name__iexact"),
        "origin": equal("origins__name__iexact"),
        "language": equal("current__language__iexact"),
        "q": articles_saying,
        "since": since("current__published_at"),
        "until": until("current__published_at"),
    },
    Tag: {
        "tag": lambda path: Q(path__iexact=path) | Q(path__istartswith=f"{path}/"),
        "q": equal("path__icontains"),
    },
    Activity: {
        "story": lambda slug: Q(story__slug=slug) | Q(article__places__story__slug=slug),
        "article": equal("article", number),
        "verb": equal("verb"),
        "type": equal("object_type"),
        "by": equal("actor__username"),
        "since": since("at"),
        "until": until("at"),
    },
}
#: Those whose filters reach over many-to-many relations, so that a row could come twice.
_MANY = {Highlight, Link, Evidence, Article, Activity}

_FOUND: dict[type[Model], Callable[[], QuerySet[Any]]] = {
    Highlight: lambda: (
        Highlight.objects.filter(withdrawn_at=None)
        .select_related("anchor__revision", "article__outlet", "created_by")
        .defer("anchor__revision__text", "anchor__revision__blocks", "anchor__revision__marks")
        .order_by("created_at", "pk")
    ),
    Link: lambda: (
        Link.objects.filter(withdrawn_at=None)
        .select_related(
            "source__anchor", "source__article__outlet", "target__anchor", "target__article__outlet"
        )
        .select_related("created_by")
        .order_by("created_at", "pk")
    ),
    Claim: lambda: (
        Claim.objects.filter(withdrawn_at=None)
        .select_related("story", "created_by")
        .order_by("created_at", "pk")
    ),
    Evidence: lambda: (
        Evidence.objects.filter(withdrawn_at=None)
        .select_related("claim__story", "highlight__anchor", "highlight__article__outlet", "created_by")
        .order_by("created_at", "pk")
    ),
    Article: lambda: (
        Article.objects.filter(current__isnull=False)
        .select_related("outlet", "current__created_by")
        .defer("current__text", "current__blocks", "current__marks")
        .order_by("pk")
    ),
    Tag: lambda: (
        Tag.objects.select_related("created_by")
        .annotate(number=Count("taggings", filter=Q(taggings__highlight__withdrawn_at=None)))
        .order_by("path")
    ),
    Activity: lambda: Activity.objects.select_related("actor", "story").order_by("pk"),
}
