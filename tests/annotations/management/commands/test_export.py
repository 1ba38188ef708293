"""Test `manage.py export WHAT`, which writes CSV or JSON Lines to stdout or a file."""

import csv
import gzip
import io
import json
import zipfile

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.tags import make_tag
from annotations.logic.interchange.refi_qda import read_codebook, read_project
from annotations.queries.exports import rows as exports
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """Make two stories, with one row of every kind in the first."""
    one, two = make.story("One"), make.story("Two")
    tag = make_tag("claims/number", by=make.user())
    passages = [
        make.highlight(make.article(story=one, outlet=name), tags=[tag]) for name in ("Courier", "Herald")
    ]
    make.highlight(make.article(story=two))
    add_evidence(make.claim(one), passages[0], "corroborates", by=make.user())
    link_passages(*passages, LinkJudgement("contradicts", aspect="time"), by=make.user())
    return passages


def exported(capsys, *arguments):
    call_command("export", *arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize("what", exports.KINDS)
def test_every_kind_has_its_header_and_its_rows(desk, capsys, what):
    make.comment(desk[0])
    make.origin(desk[0].article)
    make.silence(make.claim(make.story()), desk[0].article)
    (header, *rows) = csv.reader(io.StringIO(exported(capsys, what), newline=""))
    assert tuple(header) == exports.header(what)
    assert len(rows) >= 1
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize(
    ("what", "here", "all_of_them"),
    [
        ("annotations", 2, 3),
        ("links", 1, 1),
        ("claims", 1, 1),
        ("evidence", 1, 1),
        ("articles", 2, 3),
        ("tags", 1, 1),
    ],
)
def test_a_story_chooses_what_belongs_to_it(desk, capsys, what, here, all_of_them):
    assert exported(capsys, what, "--story", "one").count("\r\n") == here + 1
    assert exported(capsys, what).count("\r\n") == all_of_them + 1


def test_json_lines_keep_numbers_lists_and_booleans(desk, capsys):
    rows = [json.loads(line) for line in exported(capsys, "annotations", "--format", "jsonl").splitlines()]
    first = next(row for row in rows if row["annotation_id"] == str(desk[0].pk))
    assert (first["start"], first["end"], first["exact"]) == (0, len(first["exact"]), desk[0].anchor.quote)
    assert (first["tags"], first["story"]) == (["claims/number"], ["one"])
    (link,) = (json.loads(line) for line in exported(capsys, "links", "--format", "jsonl").splitlines())
    assert link["same_origin"] is False


def test_permalinks_begin_with_the_base_url(desk, capsys):
    text = exported(capsys, "annotations", "--base-url", "https://desk.example.org/")
    assert f"https://desk.example.org/h/{desk[0].pk}/" in text


def test_a_file_holds_what_stdout_would(desk, capsys, tmp_path):
    path = tmp_path / "a.csv"
    call_command("export", "annotations", "--output", path)
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"Wrote {path}.\n")
    assert path.read_bytes().decode() == exported(capsys, "annotations")


def test_a_place_that_cannot_be_written_is_wrong_usage(desk, tmp_path):
    for place in (tmp_path, tmp_path / "nowhere" / "a.csv"):
        with pytest.raises(CommandError, match="cannot be written") as told:
            call_command("export", "tags", output=place)
        assert told.value.returncode == 2


def test_an_unknown_story_is_wrong_usage(desk):
    with pytest.raises(CommandError) as error:
        call_command("export", "annotations", "--story", "no-such")
    assert error.value.returncode == 2


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_a_table_shows_its_control_characters(desk, monkeypatch):
    make.claim(make.story("Three"), "He left.\u202e")
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    call_command("export", "claims", "--no-color")
    shown = terminal.getvalue()
    assert r"He left.\u202e" in shown
    assert shown.replace("\n", "").isprintable()


def test_a_program_gets_a_table_as_it_is_and_json_with_the_same_meaning(desk, capsys):
    make.claim(make.story("Three"), "He left.\u202e")
    assert "He left.\u202e" in exported(capsys, "claims")
    lines = exported(capsys, "claims", "--format", "jsonl").splitlines()
    assert "He left.\u202e" in [json.loads(line)["statement"] for line in lines]
    assert all(line.isprintable() for line in lines)


def test_a_filter_of_the_list_chooses_rows_and_a_misspelt_one_is_wrong_usage(desk, capsys):
    assert exported(capsys, "annotations", "--filter", "outlet=herald").count("\r\n") == 2
    for wrong in ("outlets=herald", "outlet"):
        with pytest.raises(CommandError) as error:
            call_command("export", "annotations", "--filter", wrong)
        assert error.value.returncode == 2


def test_excel_gets_a_byte_order_mark_and_the_separator_that_is_asked_for(desk, capsys):
    text = exported(capsys, "tags", "--excel", "--separator", "semicolon")
    assert text.startswith("\ufefftag;definition;")


def test_a_workbook_and_a_packed_file_are_written(desk, capsys, tmp_path):
    call_command("export", "tags", "--format", "xlsx", "--output", tmp_path / "tags.xlsx")
    with zipfile.ZipFile(tmp_path / "tags.xlsx") as archive:
        assert b"claims/number" in archive.read("xl/worksheets/sheet1.xml")
    call_command("export", "tags", "--format", "csv.gz", "--output", tmp_path / "tags.csv.gz")
    capsys.readouterr()
    packed = gzip.decompress((tmp_path / "tags.csv.gz").read_bytes())
    assert packed.decode() == exported(capsys, "tags")


def test_a_workbook_needs_a_file(desk):
    with pytest.raises(CommandError, match="--output") as error:
        call_command("export", "tags", "--format", "xlsx")
    assert error.value.returncode == 2


def test_the_dictionary_says_what_each_column_means(db, capsys):
    text = exported(capsys, "dictionary")
    assert "### revisions.csv" in text
    assert "| `contradicting_sources_at_least` | number of independent sources" in text


def test_documents_of_other_tools_are_written(desk, capsysbinary, tmp_path):
    path = tmp_path / "one.qdpx"
    call_command("export", "project.qdpx", "--story", "one", "--output", path)
    assert len(read_project(path.read_bytes()).annotations) == 2
    capsysbinary.readouterr()
    call_command("export", "codebook.qdc")
    tags = read_codebook(capsysbinary.readouterr().out).tags
    assert [tag.path for tag in tags] == ["claims/number"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("project.qdpx", "--story", "one"), "--output"),
        (("project.qdpx", "--output", "a.qdpx"), "A project is one story"),
        (("codebook.qdc", "--filter", "storey=one"), "no filter"),
        (("codebook.qdc", "--format", "jsonl"), "leave out --format"),
        (("graph-nodes.csv", "--excel"), "leave out --excel"),
        (("graph-nodes.csv", "--separator", "tab"), "leave out --separator"),
        (("codebook.qdc", "--accounts"), "leave out --accounts"),
        (("codebook.qdc", "--originals"), "leave out --originals"),
    ],
)
def test_a_document_that_cannot_be_written_is_wrong_usage(desk, arguments, reason, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match=reason) as error:
        call_command("export", *arguments)
    assert error.value.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_on_a_terminal_a_document_shows_its_control_characters(desk, monkeypatch):
    make_tag("dog\u200d", definition="god\u202e", by=make.user())
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    call_command("export", "codebook.qdc", "--no-color")
    assert r"god\u202e" in terminal.getvalue()


def test_a_story_among_the_filters_is_kept(desk, capsys):
    assert exported(capsys, "annotations", "--filter", "story=one").count("\r\n") == 3
