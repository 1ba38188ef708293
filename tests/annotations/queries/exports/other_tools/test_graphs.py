"""Test that links are written as a graph, as GraphML and as two tables."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from annotations.actions.judgements.links import LinkJudgement, link_passages, withdraw_link
from annotations.queries.exports.other_tools.graphs import write_edges, write_graph, write_nodes
from newsroom.errors import Invalid
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """Make two linked passages, one of them in another story, and a passage without a link."""
    by = make.user(username="ann")
    rain, snow = make.story("Rain", by=by), make.story("Snow", by=by)
    tag = make.tag("weather", by=by)
    one = make.highlight(
        make.article("=1+1 rain.", story=rain, outlet="Courier", by=by), "=1+1", tags=[tag], by=by
    )
    two = make.highlight(
        make.article("It snowed. " * 9, story=snow, title="Snow", by=by), "It snowed. " * 8, by=by
    )
    make.highlight(make.article(story=rain, by=by), by=by)
    link = link_passages(one, two, LinkJudgement("contradicts", aspect="time", note="Why?"), by=by)
    return one, two, link


def table(write, **filters):
    file = io.BytesIO()
    write(file, filters, "https://desk.example.org")
    return list(csv.DictReader(io.StringIO(file.getvalue().decode(), newline="")))


def test_the_tables_have_the_passages_and_the_links_between_them(desk):
    one, two, link = desk
    nodes = {row["id"]: row for row in table(write_nodes)}
    assert set(nodes) == {str(one.pk), str(two.pk)}
    first = nodes[str(one.pk)]
    assert (first["label"], first["exact"], first["tags"]) == ("Courier: =1+1", "'=1+1", "weather")
    assert first["permalink"] == f"https://desk.example.org/h/{one.pk}/"
    label = nodes[str(two.pk)]["label"]
    assert label == "Snow: " + ("It snowed. " * 6)[:60] + "…"
    (edge,) = table(write_edges)
    assert (edge["source"], edge["target"], edge["id"]) == (str(one.pk), str(two.pk), str(link.pk))
    assert (edge["type"], edge["relation"], edge["aspect"], edge["note"]) == (
        "directed",
        "contradicts",
        "time",
        "Why?",
    )


def test_the_links_from_a_passage_are_not_paired_with_those_to_it(desk):
    with CaptureQueriesContext(connection) as queries:
        table(write_nodes)
    read = [query["sql"] for query in queries if '"annotations_link"' in query["sql"]]
    assert read
    assert not [sql for sql in read if 'JOIN "annotations_link"' in sql]


def test_every_edge_of_a_story_has_both_its_nodes(desk):
    file = io.BytesIO()
    write_graph(file, {"story": "rain"}, "")
    graph = etree.fromstring(file.getvalue())[-1]
    nodes = {node.get("id") for node in graph.iter("{*}node")}
    (edge,) = graph.iter("{*}edge")
    assert nodes == {edge.get("source"), edge.get("target")} == {str(desk[0].pk), str(desk[1].pk)}


def test_a_withdrawn_link_takes_its_nodes_along(desk):
    withdraw_link(desk[2], by=make.user())
    assert (table(write_nodes), table(write_edges)) == ([], [])


@pytest.mark.parametrize(("relation", "count"), [("contradicts", 2), ("repeats", 0)])
def test_the_filters_are_those_of_links(desk, relation, count):
    assert len(table(write_nodes, relation=relation)) == count
    for write in (write_nodes, write_edges, write_graph):
        with pytest.raises(Invalid, match="no filter “status”"):
            table(write, status="open")


def test_the_number_of_queries_does_not_grow_with_the_links(desk, django_assert_num_queries):
    with django_assert_num_queries(10):
        table(write_nodes)
        table(write_edges)
    for _ in range(3):
        make.link(make.highlight(make.article()), make.highlight(make.article()))
    with django_assert_num_queries(10):
        table(write_nodes)
        table(write_edges)
