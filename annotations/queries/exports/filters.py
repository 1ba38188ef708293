"""Define the filters of lists and exports: which rows the parameters of a query string select.

Lists and exports use the same filters, so that an export holds exactly what the list shows.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Model, Q, QuerySet

from annotations.logic.vocabulary import AnchorState, ClaimStatus, OriginState, Relation, Verdict
from annotations.models import Claim, Comment, Evidence, Highlight, Link, Provenance, Silence, Tag
from annotations.queries.exports.conditions import (
    LONGEST_QUOTED,
    Choose,
    either,
    equal,
    identity,
    number,
    one_of,
    since,
    tagged,
    until,
)
from annotations.queries.exports.standing_rows import STANDING
from annotations.queries.exports.story_rows import AROUND_STORY
from newsroom.errors import Invalid
from newsroom.models import Activity, Article, Outlet, Revision, Story
from newsroom.models.outlets import OutletKind
from newsroom.search.texts import condition_for_search

#: The parameter that says whether the files of a story also hold what its rows refer to: 1 (the default) or
#: 0.
REFERENCES = "references"
_CLOSED = one_of(["1", "0"])


def filtered_rows(model: type[Model], filters: Mapping[str, str]) -> QuerySet[Any]:
    """Return the rows of `model` that all filters admit, oldest first (tags by path), without withdrawn rows.

    `filters` maps the names of parameters to values. Empty values are ignored. A `story` selects what belongs
    to it and what that refers to, so that the files of a story refer to nothing that they do not hold. With
    `references=0` it selects only what belongs to it. Raises `Invalid` if a value is not valid, or if `model`
    has no filter of a name: a misspelt one would select every row.
    """
    _must_be_known(filters, filter_names(model))
    with_references = _CLOSED(filters.get(REFERENCES, "").strip() or "1") == "1"
    conditions = []
    for name, choose in _FILTERS[model].items():
        value = filters.get(name, "").strip()
        if not value:
            continue
        if name == "story" and with_references and model in AROUND_STORY:
            choose = AROUND_STORY[model]
        conditions.append(choose(value))

    exported_rows = STANDING[model]()
    # Without conditions no row can come twice, so the subquery is not needed.
    if conditions and model in _REACHING_MANY:
        # These filters join many-to-many relations, so a row could come more than once. A subquery on the ids
        # avoids this. `distinct()` would have to collect all rows first.
        admitted = _narrowed(model._default_manager.order_by(), conditions)
        return exported_rows.filter(pk__in=admitted.values("pk"))
    return _narrowed(exported_rows, conditions)


def filter_names(model: type[Model]) -> list[str]:
    """Return the names of the filters of `model`, in alphabetical order."""
    return sorted([*_FILTERS[model], REFERENCES])


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
    Comment: {
        "story": either(
            equal("highlight__article__places__story__slug"), equal("claim__story__slug")
        ),
        "annotation": equal("highlight", identity),
        "claim": equal("claim", identity),
        "q": equal("body__icontains"),
        **_of_making(),
    },
    Silence: {
        "story": equal("claim__story__slug"),
        "claim": equal("claim", identity),
        "article": equal("article", number),
        **_of_making(),
    },
    Provenance: {
        "story": equal("article__places__story__slug"),
        "article": equal("article", number),
        "origin": equal("origin__name__iexact"),
        "state": equal("origin__state", one_of(OriginState)),
    },
    Story: {
        "story": equal("slug"),
        "q": either(equal("title__icontains"), equal("summary__icontains")),
        **_of_making(),
    },
    Outlet: {
        "story": equal("articles__places__story__slug"),
        "outlet": equal("name__iexact"),
        "kind": equal("kind", one_of(OutletKind.values)),
        "q": equal("name__icontains"),
    },
    Revision: {
        "story": equal("article__places__story__slug"),
        "article": equal("article", number),
        "outlet": equal("article__outlet__name__iexact"),
        "language": equal("language__iexact"),
        "since": since("published_at"),
        "until": until("published_at"),
    },
}
#: Models whose filters join many-to-many relations, so that a row could come more than once.
_REACHING_MANY = {
    Activity,
    Article,
    Comment,
    Evidence,
    Highlight,
    Link,
    Outlet,
    Provenance,
    Revision,
    Tag,
}
