"""Write a graph as GraphML (http://graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and networkx read.

Nodes and edges are written one by one, so that the memory does not grow with the graph.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import IO, Any

from lxml import etree

from annotations.logic.export.rows import text_of
from annotations.logic.export.xml_text import xml_text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
#: Columns that are attributes of the elements.
_OWN = ("id", "source", "target")
#: The type of each value in GraphML. Every other one is a text.
_TYPES = {bool: "boolean", int: "long"}


@dataclass(frozen=True, slots=True)
class GraphTable:
    """The nodes or the edges of a graph, as rows with columns.

    Nodes have the column `id`, edges also `source` and `target`, the ids of nodes. `types` are those of the
    other columns that are no texts.
    """

    columns: tuple[str, ...]
    rows: Iterable[tuple[Any, ...]]
    types: Mapping[str, type]


def write_graphml(file: IO[bytes], nodes: GraphTable, edges: GraphTable) -> None:
    """Write a directed graph. Empty values are left out, and a list has `|` between its items."""
    with etree.xmlfile(file, encoding="utf-8") as writer:
        writer.write_declaration()
        with writer.element("graphml", nsmap={None: _NAMESPACE}):
            _write_keys(writer, "node", nodes)
            _write_keys(writer, "edge", edges)
            with writer.element("graph", {"id": "links", "edgedefault": "directed"}):
                _write_elements(writer, "node", nodes)
                _write_elements(writer, "edge", edges)


def _write_keys(writer: Any, element: str, table: GraphTable) -> None:
    for column in table.columns:
        if column in _OWN:
            continue
        key = {
            "id": _key(element, column),
            "for": element,
            "attr.name": column,
            "attr.type": _TYPES.get(table.types.get(column, str), "string"),
        }
        with writer.element("key", key):
            pass


def _write_elements(writer: Any, element: str, table: GraphTable) -> None:
    for row in table.rows:
        values = dict(zip(table.columns, row, strict=True))
        attributes = {name: xml_text(str(values[name])) for name in _OWN if name in values}
        with writer.element(element, attributes):
            for column, value in values.items():
                text = text_of(value)
                if text and column not in _OWN:
                    _write_value(writer, _key(element, column), text)


def _write_value(writer: Any, key: str, text: str) -> None:
    with writer.element("data", {"key": key}):
        writer.write(xml_text(text))


def _key(element: str, column: str) -> str:
    # Nodes and edges may have columns of one name.
    return f"{element}-{column}"
