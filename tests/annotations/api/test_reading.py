"""Test reading: every kind of record, its filters, and pages that neither repeat nor miss a row."""

import pytest

from annotations.queries.exports.rows import KINDS, header
from newsroom.roles import UserRole
from tests import make
from tests.api_operations import Program

pytestmark = pytest.mark.django_db


def program() -> Program:
    return Program(make.user(UserRole.READER), "read")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_page_by_page_and_read_one_by_one(world, kind):
    reader = program()
    everything = reader.get(f"/{kind}").json()
    assert everything["next"] is None
    assert everything["records"]
    found, cursor = [], ""
    while cursor is not None:
        page = reader.get(f"/{kind}?limit=1&cursor={cursor}").json()
        found += page["records"]
        cursor = page["next"]
    assert found == everything["records"]
    first = everything["records"][0]
    assert set(first) == {"id", *header(kind)}
    read = reader.get(f"/{kind}/{first['id']}").json()
    assert {name: read[name] for name in first} == first


def test_a_row_that_is_added_meanwhile_shifts_no_page():
    story = make.story()
    first = make.article("Rain fell on Java.", story=story)
    make.article("Rain fell on Bali.", story=story)
    reader = program()
    page = reader.get(f"/articles?story={story.slug}&limit=1").json()
    make.article("Snow fell on Nias.", story=story)
    rest = reader.get(f"/articles?story={story.slug}&cursor={page['next']}").json()["records"]
    assert [page["records"][0]["id"], len(rest)] == [first.pk, 2]
    assert first.pk not in {record["id"] for record in rest}


def test_filters_are_those_of_the_lists_and_a_misspelt_one_is_refused():
    story = make.story()
    mine = make.article("Rain fell on Java.", story=story)
    make.article("Snow fell on Nias.")
    reader = program()
    found = reader.get(f"/articles?story={story.slug}").json()["records"]
    assert [record["id"] for record in found] == [mine.pk]
    refused = reader.get("/articles?storey=rain")
    assert (refused.status_code, "There is no filter “storey”" in refused.json()["detail"]) == (422, True)


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=501", "limit=many", "cursor=1", "cursor=%00", "since=yesterday", "cursor=%ED%A0%80"],
)
def test_a_query_that_cannot_be_answered_is_refused(query):
    answer = program().get(f"/annotations?{query}")
    assert answer.status_code in {400, 422}
    assert answer["Content-Type"] == "application/problem+json"


def test_a_cursor_belongs_to_its_list():
    make.article(), make.article()
    reader = program()
    cursor = reader.get("/articles?limit=1").json()["next"]
    assert reader.get(f"/stories?cursor={cursor}").status_code == 422


@pytest.mark.parametrize("address", ["/articles/0", "/articles/9223372036854775808", "/claims/1", "/zebras"])
def test_an_id_that_nothing_has_is_no_error_of_ours(address):
    assert program().get(address).status_code in {404, 422}


def test_a_text_is_read_with_the_offsets_that_highlights_have():
    highlight = make.highlight(make.article("Rain 🌧 fell on Java."), "fell")
    reader = program()
    record = reader.get(f"/annotations/{highlight.pk}").json()
    text = reader.get(f"/articles/{record['article_id']}/revisions/{record['revision']}").json()["text"]
    assert text[record["start"] : record["end"]] == record["exact"] == "fell"
    assert reader.get(f"/articles/{record['article_id']}/revisions/2").status_code == 404


def test_no_record_holds_an_address_of_a_person(world):
    person = world.people["reporter"]
    type(person).objects.filter(pk=person.pk).update(email="ada@desk.example")
    reader = program()
    assert not [kind for kind in KINDS if "ada@desk.example" in reader.get(f"/{kind}").content.decode()]
