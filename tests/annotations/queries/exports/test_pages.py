"""Test pages of records."""

import pytest

from annotations.queries.exports.pages import Viewer, page_of_records, record_of
from newsroom.errors import Invalid
from tests import make

pytestmark = pytest.mark.django_db
VIEWER = Viewer("https://desk.example")


def ids(page) -> list[object]:
    return [record["id"] for record in page.records]


def test_a_page_holds_as_many_records_as_asked_and_leads_to_the_rest():
    tags = [make.tag() for _ in range(3)]
    first = page_of_records("tags", {}, after="", limit=2, viewer=VIEWER)
    rest = page_of_records("tags", {}, after=first.cursor, limit=2, viewer=VIEWER)
    assert sorted(ids(first) + ids(rest)) == sorted(tag.pk for tag in tags)
    assert (len(first.records), rest.cursor) == (2, "")
    assert page_of_records("tags", {}, after="", limit=3, viewer=VIEWER).cursor == ""


def test_rows_of_one_moment_are_told_apart_by_their_ids():
    article = make.article("Rain fell on Java and on Bali and on Nias.")
    marked = [make.highlight(article, word) for word in ("Java", "Bali", "Nias")]
    type(marked[0]).objects.update(created_at=marked[0].created_at)
    found, cursor = [], ""
    for _ in range(3):
        page = page_of_records("annotations", {}, after=cursor, limit=1, viewer=VIEWER)
        found += ids(page)
        cursor = page.cursor
    assert sorted(found) == sorted(str(highlight.pk) for highlight in marked)
    assert cursor == ""


@pytest.mark.parametrize("cursor", ["x", "x:y:z", "\ud800"])
def test_a_cursor_that_is_not_ours_is_refused(cursor):
    with pytest.raises(Invalid):
        page_of_records("tags", {}, after=cursor, limit=2, viewer=VIEWER)


def test_a_cursor_of_another_list_is_refused():
    make.tag(), make.tag()
    cursor = page_of_records("tags", {}, after="", limit=1, viewer=VIEWER).cursor
    with pytest.raises(Invalid, match="belongs to the list of tags"):
        page_of_records("claims", {}, after=cursor, limit=1, viewer=VIEWER)


def test_a_record_has_its_id_and_the_columns_of_its_export():
    highlight = make.highlight(make.article("Rain fell."), "Rain")
    record = record_of("annotations", highlight.pk, VIEWER)
    assert (record["id"], record["exact"], record["tags"]) == (str(highlight.pk), "Rain", [])
    assert record["permalink"].startswith("https://desk.example/h/")
    assert record_of("tags", 1, VIEWER) is None
