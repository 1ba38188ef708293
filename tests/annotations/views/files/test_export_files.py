"""Test the names of exported files, and that a matrix comes in the same formats."""

import io
import zipfile

import pytest
from django.utils import timezone

from annotations.queries.exports.other_tools.documents import DOCUMENTS
from annotations.views.files.export_files import dated_name
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("story", "begins"),
    [("g20-bali", "g20-bali-links-"), ("", "links-"), ('a"/..\n', "a-links-"), ("б" * 9, "-links-")],
)
def test_the_name_of_a_file_is_plain(story, begins):
    assert dated_name("links", story) == f"{begins}{timezone.now():%Y-%m-%d}"


def test_the_slug_in_a_name_is_cut_after_60_characters():
    assert dated_name("links", "a" * 61).startswith("a" * 60 + "-links")


def test_a_matrix_comes_as_a_workbook(story, editor, signed_in):
    make.claim(story, "It rained.", by=editor)
    answer = signed_in.get(f"/stories/{story.slug}/matrix.xlsx")
    assert answer["Content-Disposition"] == f'attachment; filename="{story.slug}-matrix.xlsx"'
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as archive:
        assert b"It rained." in archive.read("xl/worksheets/sheet1.xml")


def test_a_matrix_comes_for_excel(story, signed_in):
    answer = signed_in.get(f"/stories/{story.slug}/matrix.csv?excel=1", headers={"accept-language": "fr"})
    first_line = answer.getvalue().decode().split("\r\n")[0]
    assert first_line.startswith("\ufeff")
    assert "," not in first_line


def test_the_list_of_claims_leads_to_its_own_files(story, signed_in):
    page = signed_in.get(f"/stories/{story.slug}/claims/?status=open").content.decode()
    query = f"story={story.slug}&amp;references=0&amp;status=open&amp;verdict="
    assert f'href="/export/claims.csv?{query}"' in page
    assert f'href="/export/claims.xlsx?{query}"' in page


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_another_tool_is_a_download_with_its_media_type(exported_desk, signed_in, name):
    kind, _, ending = name.partition(".")
    answer = signed_in.get(f"/export/{name}?story=rain")
    assert (answer.status_code, answer["Content-Type"]) == (200, DOCUMENTS[name].media_type)
    today = f"{timezone.now():%Y-%m-%d}"
    assert answer["Content-Disposition"] == f'attachment; filename="rain-{kind}-{today}.{ending}"'
    assert len(answer.getvalue()) > 40


@pytest.mark.parametrize("parameter", ["bom=1", "excel=1", "separator=tab", "per=tag"])
def test_a_document_refuses_the_parameters_of_csv(exported_desk, signed_in, parameter):
    answer = signed_in.get(f"/export/graph-nodes.csv?{parameter}")
    assert answer.status_code == 422
    assert f"“{parameter.partition('=')[0]}”" in answer.content.decode()


def test_what_cannot_be_written_is_a_sentence_and_no_broken_file(exported_desk, signed_in):
    answer = signed_in.get("/export/project.qdpx?tag=claims")
    assert answer.status_code == 422
    assert b"A project is one story" in answer.content
    assert "Content-Disposition" not in answer
