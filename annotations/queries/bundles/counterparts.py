"""Find the rows of this desk that the rows of a bundle are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, Q

from annotations.logic.bundles.archives import Bundle
from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.rows import BundleRow
from annotations.logic.bundles.tables import PLACES, STORIES
from annotations.models import (
    Anchor,
    Claim,
    Comment,
    Evidence,
    Highlight,
    Independence,
    Link,
    Origin,
    Silence,
    Tag,
)
from annotations.queries.bundles.contents import related_rows
from newsroom.models import Article, ForeignRow, Outlet, OutletAlias, Revision, Story

#: The tables whose rows have an id that is the same on every desk, with the field that holds it, and the
#: related rows that their values need.
_BY_ID: dict[str, tuple[type[Model], str, tuple[str, ...]]] = {
    "stories": (Story, "uid", ("created_by",)),
    "origins": (Origin, "id", ("decided_by",)),
    "highlights": (Highlight, "id", ("article", "created_by", "withdrawn_by")),
    "anchors": (Anchor, "id", ("revision", "created_by")),
    "claims": (Claim, "id", ("created_by", "settled_by")),
    "evidence": (Evidence, "id", ("created_by", "withdrawn_by")),
    "links": (Link, "id", ("created_by",)),
    "silences": (Silence, "id", ("article", "created_by")),
    "independences": (Independence, "id", ("first", "second", "created_by")),
    "comments": (Comment, "uid", ("created_by",)),
}


def counterparts(table: str, rows: Sequence[BundleRow]) -> dict[str, Any]:
    """Return the rows of this desk that rows of a bundle are, by the key of the row of the bundle.

    Outlets and tags are known by their names, whatever the case of the letters; an article by its uid, its
    address or its external id; all others by their ids. Tables whose rows have no identity of their own have
    no counterparts.
    """
    if table in _BY_ID:
        model, field, related = _BY_ID[table]
        ids = [row.values[field] for row in rows]
        return {str(getattr(row, field)): row for row in related_rows(model, field, ids, *related)}
    find = {"outlets": _outlets, "tags": _tags, "articles": _articles}.get(table)
    if find is None:
        return {}
    return find(rows)


def texts_of(article: Article) -> dict[int, str]:
    """Return the hash of the text of each revision of an article, by the number of the revision."""
    return dict(Revision.objects.filter(article=article).values_list("number", "sha256"))


def foreign_id_of(bundle: Bundle, table: BundleTable, key: str) -> str:
    """Return the id by which `ForeignRow` knows a row of the bundle. `key` is its key there."""
    if table is not PLACES:
        return key
    # An article has a place in several stories, and the bundle holds those of one.
    (story,) = bundle.rows[STORIES.name]
    return f"{story.key}/{key}"


def objects_that_came(
    model: type[Model], source: str, foreign_ids: Collection[str]
) -> dict[str, tuple[str, str]]:
    """Return what each row of `source` became: the id of a row of `model` as text, and the digest, by its id
    there.

    The row may have been removed here since. The digest is empty if it was merged into another one, or never
    was the same as the one there.
    """
    rows = related_rows(ForeignRow, "foreign_id", foreign_ids)
    name = model._meta.model_name
    fitting = [row for row in rows if (row.source, row.object_type) == (source, name)]
    return {row.foreign_id: (row.object_id, row.digest) for row in fitting}


def _outlets(rows: Iterable[BundleRow]) -> dict[str, Any]:
    outlets = Outlet.objects.select_related("owner").prefetch_related("aliases")
    by_name = {outlet.name.casefold(): outlet for outlet in outlets}
    for alias in OutletAlias.objects.select_related("outlet__owner"):
        by_name.setdefault(alias.word.casefold(), alias.outlet)
    return _found(rows, "name", by_name)


def _tags(rows: Iterable[BundleRow]) -> dict[str, Any]:
    tags = {tag.path.casefold(): tag for tag in Tag.objects.select_related("created_by")}
    return _found(rows, "path", tags)


def _found(rows: Iterable[BundleRow], field: str, known: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for row in rows:
        match = known.get(row.values[field].casefold())
        if match is not None:
            found[row.key] = match
    return found


def _articles(rows: Sequence[BundleRow]) -> dict[str, Any]:
    related = ("outlet", "created_by")
    by_uid = related_rows(Article, "uid", [row.key for row in rows], *related)
    found: dict[str, Any] = {str(article.uid): article for article in by_uid}
    for row in rows:
        # Two desks may have imported one article, each for itself.
        if row.key in found:
            continue
        for field in ("address", "external_id"):
            value = row.values[field]
            # Many articles have neither, and they are not one article.
            if not value:
                continue
            match = Article.objects.filter(Q(**{field: value})).select_related(*related).first()
            if match:
                found.setdefault(row.key, match)
    return found
