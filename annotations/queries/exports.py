"""The rows of every export, in chunks: a fixed number of queries a chunk, memory flat however many rows.

Each function takes the filters of the lists (as in the address) and yields cells in the order of
`records.COLUMNS`. Withdrawn things are not exported. Filters that a kind does not have are passed over, so
that one address part (`?story=…`) serves every kind.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.urls import reverse

from annotations.logic.counting.independence import source
from annotations.models import Claim, Evidence, Highlight, HighlightTag, Link, Provenance, Tag
from annotations.queries.filters import chosen
from annotations.queries.standing import standings
from newsroom.models import Activity, Article, StoryArticle

CHUNK = 1_000
_ANY = UUID(int=0)
Cells = tuple[Any, ...]
Filters = Mapping[str, str]


def rows(
    kind: str, filters: Filters, *, base: str = "", only: Iterable[Any] | None = None
) -> Iterator[Cells]:
    """The rows of `kind`, oldest first. `base` goes before permalinks (`https://desk.example.org`); `only`
    are the ids chosen in a list, or a query for them. Raises `Invalid` for a filter that cannot be
    understood, KeyError for an unknown kind.
    """
    model, write = _KINDS[kind]
    found = chosen(model, filters)
    if only is not None:
        found = found.filter(pk__in=only)
    if fields := _VALUES.get(kind):
        found = found.values_list(*fields)
    return _in_chunks(found, lambda chunk: write(chunk, base))


def _in_chunks(found: QuerySet[Any], write: Callable[[list[Any]], Iterator[Cells]]) -> Iterator[Cells]:
    coming = found.iterator(chunk_size=CHUNK)
    while chunk := list(islice(coming, CHUNK)):
        yield from write(chunk)


#: What makes up a row of annotations. Values instead of models: there are a hundred thousand of them, of six
#: tables.
_VALUES = {
    "annotations": (
        *("pk", "article", "article__title", "article__outlet__name", "anchor__revision__url"),
        *("anchor__revision__published_at", "anchor__revision__published_on_day", "anchor__revision__number"),
        *(
            "anchor__start",
            "anchor__end",
            "anchor__quote",
            "anchor__prefix",
            "anchor__suffix",
            "anchor__state",
        ),
        *("note", "attribution", "created_by__username", "created_at", "updated_at"),
    )
}


def _annotations(chunk: list[Cells], base: str) -> Iterator[Cells]:
    articles, ids = {row[1] for row in chunk}, [row[0] for row in chunk]
    stories, origins = _stories_of(articles), _origins_of(articles)
    tags = _listed(HighlightTag.objects.filter(highlight__in=ids).order_by("id"), "highlight_id", "tag__path")
    evidence = Evidence.objects.filter(highlight__in=ids, withdrawn_at=None).order_by("created_at")
    claims = _listed(evidence, "highlight_id", "claim_id")
    before, _, after = reverse("permalink", args=[_ANY]).partition(str(_ANY))
    for pk, article, title, outlet, url, published_at, on_day, number, *place in chunk:
        start, end, quote, prefix, suffix, state, note, attribution, by, created_at, updated_at = place
        name = str(pk)
        yield (
            *(
                name,
                stories[article],
                article,
                title,
                outlet,
                origins[article],
                url,
                _moment(published_at, on_day),
            ),
            *(number, start, end, quote, prefix, suffix, state, tags[pk], note, attribution, claims[pk], by),
            *(created_at, updated_at, f"{base}{before}{name}{after}"),
        )


def _links(chunk: list[Link], base: str) -> Iterator[Cells]:
    ends = {highlight.article_id for link in chunk for highlight in (link.source, link.target)}
    origins = {article: set(map(source, names)) for article, names in _origins_of(ends).items()}
    for link in chunk:
        one, other = link.source, link.target
        shared = bool(origins.get(one.article_id, set()) & origins.get(other.article_id, set()))
        yield (
            *(link.pk, link.relation, link.aspect),
            *(one.pk, one.article_id, one.article.outlet, one.anchor.quote),
            *(other.pk, other.article_id, other.article.outlet, other.anchor.quote),
            *(shared, link.note, link.created_by.username, link.created_at),
        )


def _claims(chunk: list[Claim], base: str) -> Iterator[Cells]:
    standing = standings(chunk)
    for claim in chunk:
        counted = standing[claim.pk]
        yield (
            *(claim.pk, claim.story.slug, claim.statement, claim.status, claim.verdict),
            *(counted.articles, counted.outlets, counted.independent_origins),
            *(counted.passages, counted.contradicting_origins),
            *(claim.created_by.username, claim.created_at, claim.settled_at),
        )


def _evidence(chunk: list[Evidence], base: str) -> Iterator[Cells]:
    origins = _origins_of({item.highlight.article_id for item in chunk})
    for item in chunk:
        claim, passage = item.claim, item.highlight
        yield (
            *(
                item.pk,
                claim.pk,
                claim.story.slug,
                claim.statement,
                item.relation,
                passage.pk,
                passage.article_id,
            ),
            *(passage.article.title, passage.article.outlet, origins[passage.article_id]),
            *(
                passage.anchor.quote,
                passage.anchor.state,
                item.note,
                item.created_by.username,
                item.created_at,
            ),
        )


def _articles(chunk: list[Article], base: str) -> Iterator[Cells]:
    ids = {article.pk for article in chunk}
    stories, origins = _stories_of(ids), _origins_of(ids)
    for article in chunk:
        revision = article.current
        yield (
            *(
                article.pk,
                article.external_id,
                article.title,
                article.outlet,
                origins[article.pk],
                revision.url,
            ),
            *(revision.byline, revision.credit, revision.language, _published(revision), stories[article.pk]),
            *(
                revision.number,
                revision.words,
                revision.sha256,
                revision.created_by.username,
                revision.created_at,
            ),
        )


def _tags(chunk: list[Tag], base: str) -> Iterator[Cells]:
    for tag in chunk:
        yield tag.path, tag.definition, tag.hue, tag.number, tag.created_by.username, tag.created_at


def _activity(chunk: list[Activity], base: str) -> Iterator[Cells]:
    for line in chunk:
        yield (
            *(line.pk, line.at, line.actor.username, line.verb, line.object_type, line.object_id),
            *(line.story and line.story.slug, line.article_id, line.summary),
            json.dumps(line.changes, ensure_ascii=False, sort_keys=True) if line.changes else "",
        )


_KINDS: dict[str, tuple[type[Model], Callable[[list[Any], str], Iterator[Cells]]]] = {
    "annotations": (Highlight, _annotations),
    "links": (Link, _links),
    "claims": (Claim, _claims),
    "evidence": (Evidence, _evidence),
    "articles": (Article, _articles),
    "tags": (Tag, _tags),
    "activity": (Activity, _activity),
}


def _published(revision: Any) -> Any:
    return _moment(revision.published_at, revision.published_on_day)


def _moment(published_at: datetime | None, on_day: bool) -> date | None:
    """The day where only the day is known, else the time."""
    return published_at.date() if published_at and on_day else published_at


def _listed(found: QuerySet[Any], key: str, value: str) -> defaultdict[Any, list[Any]]:
    """`{key: [value, ...]}` of the rows found."""
    lists: defaultdict[Any, list[Any]] = defaultdict(list)
    for group, item in found.values_list(key, value):
        lists[group].append(item)
    return lists


def _stories_of(articles: Iterable[int]) -> defaultdict[Any, list[Any]]:
    return _listed(
        StoryArticle.objects.filter(article__in=articles).order_by("id"), "article_id", "story__slug"
    )


def _origins_of(articles: Iterable[int]) -> defaultdict[Any, list[Any]]:
    standing = (
        Provenance.objects.filter(article__in=articles).exclude(origin__state="rejected").order_by("id")
    )
    return _listed(standing, "article_id", "origin__name")
