"""Write links as a graph: the passages are its nodes, and the links its edges."""

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from django.db.models import Q

from annotations.logic.export.graphml import GraphTable, write_graphml
from annotations.models import Highlight, Link
from annotations.queries.exports import rows as exports
from annotations.queries.exports.files import csv_parts
from annotations.queries.exports.filters import filtered_rows

#: The length of the label of a node, in code points.
_LONGEST_LABEL = 60
#: The columns of `annotations` that a node has.
_OF_PASSAGE = (
    "exact",
    "article_id",
    "article_title",
    "outlet",
    "origin",
    "published_at",
    "story",
    "tags",
    "note",
    "created_by",
    "permalink",
)
#: The columns of `links` that an edge has.
_OF_LINK = (
    "relation",
    "aspect",
    "same_origin",
    "note",
    "created_by",
    "created_at",
)
_NODE_COLUMNS = ("id", "label", *_OF_PASSAGE)
# Gephi knows these names of the first three.
_EDGE_COLUMNS = ("source", "target", "type", "id", *_OF_LINK)


def nodes(filters: Mapping[str, str], base: str = "") -> GraphTable:
    """Return the passages that the links which the filters select join. `base` is the start of permalinks.

    Raises `Invalid` if a filter is not valid.
    """
    links = filtered_rows(Link, filters).order_by()
    # Joining both ends would pair every link from a passage with every link to it.
    ends = Highlight.objects.filter(
        Q(pk__in=links.values("source")) | Q(pk__in=links.values("target"))
    )
    passages = exports.rows("annotations", {}, base=base, only=ends.order_by().values("pk"))
    return GraphTable(_NODE_COLUMNS, _node_rows(passages), {"article_id": int})


def edges(filters: Mapping[str, str]) -> GraphTable:
    """Return the links that the filters select. Raises `Invalid` if a filter is not valid."""
    links = exports.rows("links", filters)
    return GraphTable(_EDGE_COLUMNS, _edge_rows(links), {"same_origin": bool})


def write_nodes(file: IO[bytes], filters: Mapping[str, str], base: str) -> None:
    """Write the nodes as CSV. Raises `Invalid` if a filter is not valid."""
    table = nodes(filters, base)
    file.writelines(csv_parts(table.columns, table.rows))


def write_edges(file: IO[bytes], filters: Mapping[str, str], base: str = "") -> None:
    """Write the edges as CSV. `base` is of no use for them. Raises `Invalid` if a filter is not valid."""
    table = edges(filters)
    file.writelines(csv_parts(table.columns, table.rows))


def write_graph(file: IO[bytes], filters: Mapping[str, str], base: str) -> None:
    """Write nodes and edges as GraphML. Raises `Invalid` if a filter is not valid."""
    write_graphml(file, nodes(filters, base), edges(filters))


def _node_rows(passages: Iterator[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    for cells in passages:
        row = exports.as_dict("annotations", tuple(cells))
        yield (
            row["annotation_id"],
            _label(row),
            *[row[column] for column in _OF_PASSAGE],
        )


def _edge_rows(links: Iterator[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    for cells in links:
        row = exports.as_dict("links", tuple(cells))
        yield (
            row["from_annotation_id"],
            row["to_annotation_id"],
            "directed",
            row["link_id"],
            *[row[column] for column in _OF_LINK],
        )


def _label(row: Mapping[str, Any]) -> str:
    """Return the outlet and the beginning of the words, in one line."""
    words = " ".join(row["exact"].split())
    if len(words) > _LONGEST_LABEL:
        words = f"{words[:_LONGEST_LABEL]}…"
    outlet = str(row["outlet"] or row["article_title"])
    return f"{outlet}: {words}"
