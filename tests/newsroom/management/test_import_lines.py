"""Test the lines that the command `import_articles` prints for sources."""

import json

import pytest

from newsroom.fetching.import_sources import ImportSource
from newsroom.management.import_lines import ImportLine
from newsroom.management.import_runs import ImportRun
from tests import make

pytestmark = pytest.mark.django_db


def line_of(source: ImportSource) -> ImportLine:
    run = ImportRun({}, story="", by=make.user(), proposing=False, accepting=False)
    ((line,),) = run.batches([source])
    return line


def test_a_line_holds_what_was_read():
    line = line_of(ImportSource("rain.txt", b"Rain in the south\n\nIt rained all day."))
    values = json.loads(line.as_json())
    assert (values["status"], values["article"]) == ("created", line.article)
    assert (values["title"], values["text"]) == (
        "Rain in the south",
        "Rain in the south\n\nIt rained all day.",
    )
    assert line.as_text() == "created    rain.txt  Rain in the south"


def test_of_what_failed_a_line_says_only_where_it_was_and_why():
    line = line_of(ImportSource("a.txt", b"Rain.", story="nowhere"))
    assert json.loads(line.as_json()) == {
        "path": "a.txt",
        "status": "failed",
        "article": None,
        "title": "",
        "byline": "",
        "published_at": None,
        "outlet": "",
        "story": "",
        "proposed_story": None,
        "text": "",
        "notes": [],
        "error": "There is no story “nowhere”: make it first, or leave the column blank.",
    }
    assert line.as_text().startswith("failed     a.txt  There is no story")


def test_a_line_says_why_a_file_was_passed_over():
    why = "Passed over: .jpg is not a kind of file that can be imported."
    line = line_of(ImportSource("picture.jpg", passed_over=why))
    assert line.as_text() == f"skipped    picture.jpg  {why}"
