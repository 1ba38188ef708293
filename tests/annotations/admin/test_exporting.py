"""Test that the chosen rows of a list are exported as CSV."""

import csv
import io
import zipfile

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Claim, Comment, Evidence, Highlight, Link, Provenance, Silence, Tag
from annotations.queries.exports import rows as exports
from newsroom.models import Activity, Article, Outlet, Revision, Story
from tests import make
from tests.admin_panel import Panel, address, one_of_each

pytestmark = pytest.mark.django_db
KINDS = {
    "activity": Activity,
    "annotations": Highlight,
    "articles": Article,
    "claims": Claim,
    "comments": Comment,
    "evidence": Evidence,
    "links": Link,
    "origins": Provenance,
    "outlets": Outlet,
    "revisions": Revision,
    "silences": Silence,
    "stories": Story,
    "tags": Tag,
}
#: What the first cell of a row holds, if it is not the id.
FIRST_CELL = {
    "origins": lambda row: str(row.origin_id),
    "outlets": lambda row: row.name,
    "revisions": lambda row: str(row.article_id),
    "stories": lambda row: row.slug,
    "tags": lambda row: row.path,
}


def table(response):
    return list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode(), newline="")))


def test_every_kind_that_is_exported_has_a_list_to_choose_from():
    assert tuple(sorted(KINDS)) == tuple(sorted(exports.KINDS))


@pytest.mark.parametrize("kind", KINDS)
def test_the_chosen_rows_and_no_others_are_exported(panel: Panel, kind):
    row = one_of_each(panel.curator)[KINDS[kind]]
    one_of_each(make.user())
    response = panel.act("export", row)
    header, *lines = table(response)
    assert response["Content-Disposition"] == f'attachment; filename="{kind}.csv"'
    assert tuple(header) == exports.header(kind)
    assert [line[0] for line in lines] == [FIRST_CELL.get(kind, lambda row: str(row.pk))(row)]


def test_a_whole_filtered_list_is_exported_without_naming_its_rows(panel: Panel):
    one, two = make.tag("claims/number"), make.tag("claims/place")
    make.tag("sources")
    sent = {"action": "export", "_selected_action": [one.pk], "select_across": 1, "index": 0}
    response = panel.client.post(f"{address(Tag)}?q=claims", sent)
    assert [line[0] for line in table(response)[1:]] == [one.path, two.path]


def test_what_was_withdrawn_is_left_out(panel: Panel):
    kept, withdrawn = (make.highlight(make.article()) for _ in range(2))
    withdraw_highlight(withdrawn, by=panel.curator)
    lines = table(panel.act("export", kept, withdrawn))[1:]
    assert [line[0] for line in lines] == [str(kept.pk)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_chosen_rows_come_as_a_workbook(panel: Panel, kind):
    row = one_of_each(panel.curator)[KINDS[kind]]
    response = panel.act("export_xlsx", row)
    assert response["Content-Disposition"] == f'attachment; filename="{kind}.xlsx"'
    with zipfile.ZipFile(io.BytesIO(response.getvalue())) as archive:
        assert archive.read("xl/worksheets/sheet1.xml").count(b"<row ") == 2
