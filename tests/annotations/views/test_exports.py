"""Test that pages export CSV with the filters of their lists."""

import gzip
import io
import json
import zipfile

import pytest
from django.utils import timezone

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.logic.bundles.archives import unpack
from annotations.queries.exports import rows as exports
from newsroom.actions.people.accounts import change_account
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", exports.KINDS)
def test_every_kind_streams_under_its_name_with_its_header(exported_desk, signed_in, kind):
    answer = signed_in.get(f"/export/{kind}.csv?story=rain")
    assert answer.streaming
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        answer["Content-Disposition"] == f'attachment; filename="rain-{kind}-{timezone.now():%Y-%m-%d}.csv"'
    )
    assert answer.getvalue().decode().split("\r\n")[0] == ",".join(exports.header(kind))


@pytest.mark.parametrize(
    ("kind", "query", "count"),
    [
        ("annotations", "", 2),
        ("annotations", "tag=claims", 1),
        ("annotations", "tag=claims/number", 1),
        ("annotations", "tag=claim", 0),
        ("annotations", "outlet=herald", 1),
        ("annotations", "origin=afp", 1),
        ("annotations", "by=ann", 1),
        ("annotations", "state=drawn", 2),
        ("annotations", "q=RAINED", 1),
        ("annotations", "story=rain&since=2000-01-01", 2),
        ("annotations", "until=2000-01-01", 0),
        ("links", "relation=contradicts", 1),
        ("links", "relation=repeats", 0),
        ("links", "outlet=courier", 1),
        ("links", "outlet=courier&tag=people", 1),
        ("links", "story=rain", 1),
        ("links", "story=other", 0),
        ("comments", "story=rain", 0),
        ("origins", "story=rain", 1),
        ("outlets", "story=rain", 2),
        ("outlets", "q=hera", 1),
        ("revisions", "", 3),
        ("revisions", "outlet=herald", 1),
        ("stories", "", 1),
        ("silences", "", 0),
        ("annotations", "per=tag", 2),
        ("claims", "story=rain&status=open", 1),
        ("claims", "verdict=false", 0),
        ("claims", "q=rained", 1),
        ("evidence", "relation=corroborates", 1),
        ("evidence", "outlet=herald", 0),
        ("articles", "", 3),
        ("articles", "story=rain", 2),
        ("articles", "q=hailed", 1),
        ("articles", "origin=AFP", 1),
        ("tags", "tag=claims", 2),
        ("tags", "q=peo", 1),
        ("activity", "verb=linked", 1),
        ("activity", "type=claim", 1),
        ("activity", "by=ann", 1),
        ("articles", "page=2&sort=title", 3),
    ],
)
def test_the_filters_of_the_list_choose_the_rows(exported_desk, exported, kind, query, count):
    assert len(exported(kind, query)) == count


@pytest.mark.parametrize("kind", exports.KINDS)
def test_a_misspelt_filter_selects_nothing_and_is_told(signed_in, kind):
    answer = signed_in.get(f"/export/{kind}.csv?storey=rain")
    assert answer.status_code == 422
    assert "There is no filter “storey” here." in answer.content.decode()


@pytest.mark.parametrize("role", ["editor", "curator"])
def test_only_a_curator_exports_lines_about_accounts(client, curator, role):
    change_account(make.user(), {"name": "Ana Ejemplo"}, by=curator)
    client.force_login(make.user(role))
    answer = client.get("/export/activity.csv?type=user")
    assert ("Ana Ejemplo" in answer.getvalue().decode()) == (role == "curator")


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(exported_desk, exported):
    assert exported("annotations", "tag=claims")[0]["article_title"] == "'=First"


def test_what_was_withdrawn_is_not_exported(exported_desk, exported, editor):
    extra = make.highlight(exported_desk["articles"][1], "It hailed", by=editor)
    assert len(exported("annotations")) == 3
    withdraw_highlight(extra, by=editor)
    assert len(exported("annotations")) == 2


def test_excel_is_told_that_it_is_utf8(exported_desk, signed_in):
    assert signed_in.get("/export/tags.csv?bom=1").getvalue().startswith(b"\xef\xbb\xbftag,")
    assert signed_in.get("/export/tags.csv").getvalue().startswith(b"tag,")


@pytest.mark.parametrize(
    ("query", "said"),
    [("state=broken", "is none of"), ("article=x", "is no number"), ("since=yesterday", "is no date")],
)
def test_a_filter_that_cannot_be_understood_is_told(exported_desk, signed_in, query, said):
    answer = signed_in.get(f"/export/annotations.csv?{query}")
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_kind_that_does_not_exist_is_told_with_those_that_do(signed_in):
    answer = signed_in.get("/export/secrets.csv")
    assert answer.status_code == 404
    assert "There are: annotations, links" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "language", "begins"),
    [
        ("excel=1", "de-DE,de;q=0.9", b"\xef\xbb\xbftag;definition"),
        ("excel=1", "en-GB", b"\xef\xbb\xbftag,definition"),
        ("excel=1&separator=tab", "de", b"\xef\xbb\xbftag\tdefinition"),
        ("separator=semicolon", "en", b"tag;definition"),
        ("", "de", b"tag,definition"),
    ],
)
def test_excel_gets_the_separator_of_the_browser_s_language(signed_in, query, language, begins):
    answer = signed_in.get(f"/export/tags.csv?{query}", headers={"accept-language": language})
    assert answer.getvalue().startswith(begins)


def test_another_separator_is_refused(signed_in):
    answer = signed_in.get("/export/tags.csv?separator=x")
    assert answer.status_code == 422
    assert "none of: comma, semicolon, tab" in answer.content.decode()


@pytest.mark.parametrize("kind", exports.KINDS)
def test_every_kind_comes_as_a_workbook(exported_desk, signed_in, kind):
    answer = signed_in.get(f"/export/{kind}.xlsx?story=rain")
    assert answer["Content-Disposition"].endswith(f'-{kind}-{timezone.now():%Y-%m-%d}.xlsx"')
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    rows = list(exports.rows(kind, {"story": "rain"}, accounts=False))
    assert sheet.count("<row ") == len(rows) + 1


def test_packed_files_and_json_lines_hold_the_same_rows(exported_desk, exported, signed_in):
    packed = gzip.decompress(signed_in.get("/export/annotations.csv.gz").getvalue())
    assert packed == signed_in.get("/export/annotations.csv").getvalue()
    lines = signed_in.get("/export/annotations.jsonl").getvalue().decode().splitlines()
    ids = [json.loads(line)["annotation_id"] for line in lines]
    assert ids == [row["annotation_id"] for row in exported("annotations")]


@pytest.mark.parametrize("ending", ["doc", "csv.zip", ""])
def test_an_unknown_format_is_not_there(signed_in, ending):
    answer = signed_in.get(f"/export/tags.{ending}")
    assert answer.status_code == 404
    assert "csv, csv.gz, jsonl, jsonl.gz, xlsx" in answer.content.decode()


def test_the_page_lists_every_column_of_every_file(exported_desk, signed_in):
    page = signed_in.get("/export/?story=rain").content.decode()
    for kind in exports.KINDS:
        assert f'href="/export/{kind}.csv?story=rain"' in page
        assert all(f"<code>{column}</code>" in page for column in exports.header(kind))
        assert all(f"<code>{parameter}</code>" in page for parameter in exports.parameters(kind))


def test_the_page_of_a_story_that_is_not_there_says_so(signed_in):
    assert signed_in.get("/export/?story=nowhere").status_code == 404


def test_a_story_is_sent_as_a_bundle(exported_desk, signed_in):
    answer = signed_in.get("/export/bundle.zip?story=rain")
    assert answer["Content-Disposition"].startswith('attachment; filename="rain-bundle-')
    sent = unpack(io.BytesIO(answer.getvalue()))
    assert len(sent.rows["articles"]) == 2
    assert sent.originals == {}
    with_originals = signed_in.get("/export/bundle.zip?story=rain&originals=1").getvalue()
    assert len(unpack(io.BytesIO(with_originals)).originals) == 2


@pytest.mark.parametrize("query", ["", "?story=nowhere"])
def test_a_bundle_of_no_story_is_not_there(signed_in, query):
    assert signed_in.get(f"/export/bundle.zip{query}").status_code == 404
