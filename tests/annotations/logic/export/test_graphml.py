"""Test that nodes and edges become GraphML."""

import io
from typing import Any

from lxml import etree

from annotations.logic.export.graphml import GraphTable, write_graphml

NODES = [("a", "=1+1 <b>\x00\u202e", ["x", "y"], 12), ("b", "", [], None)]
EDGES = [("a", "b", "l1", "repeats", True), ("b", "a", "l2", "context", False)]


def written(nodes: list[tuple[Any, ...]], edges: list[tuple[Any, ...]]) -> etree._Element:
    file = io.BytesIO()
    write_graphml(
        file,
        GraphTable(("id", "label", "tags", "article_id"), iter(nodes), {"article_id": int}),
        GraphTable(("source", "target", "id", "label", "same"), iter(edges), {"same": bool}),
    )
    return etree.fromstring(file.getvalue())


def values(element: etree._Element) -> dict[str, str | None]:
    return {data.get("key"): data.text for data in element}


def test_values_stand_under_keys_with_a_type() -> None:
    root = written(NODES, EDGES)
    assert root.tag == "{http://graphml.graphdrawing.org/xmlns}graphml"
    keys = {key.get("id"): (key.get("for"), key.get("attr.name"), key.get("attr.type")) for key in root[:-1]}
    assert keys == {
        "node-label": ("node", "label", "string"),
        "node-tags": ("node", "tags", "string"),
        "node-article_id": ("node", "article_id", "long"),
        "edge-label": ("edge", "label", "string"),
        "edge-same": ("edge", "same", "boolean"),
    }
    first, second, *edges = root[-1]
    assert values(first) == {
        "node-label": "=1+1 <b>\ufffd\u202e",
        "node-tags": "x|y",
        "node-article_id": "12",
    }
    assert (second.get("id"), values(second)) == ("b", {})
    assert [(edge.get("source"), edge.get("target"), edge.get("id")) for edge in edges] == [
        ("a", "b", "l1"),
        ("b", "a", "l2"),
    ]
    assert [values(edge)["edge-same"] for edge in edges] == ["true", "false"]


def test_an_empty_graph_is_a_graph() -> None:
    root = written([], [])
    assert (root[-1].get("edgedefault"), len(root[-1])) == ("directed", 0)


def test_rows_are_read_while_they_are_written() -> None:
    file = io.BytesIO()
    lengths = []

    def rows() -> Any:
        for number in range(20_000):
            lengths.append(file.tell())
            yield (str(number), "some words " * 5)

    empty = GraphTable(("source", "target"), [], {})
    write_graphml(file, GraphTable(("id", "label"), rows(), {}), empty)
    assert lengths[10_000] > 100_000
