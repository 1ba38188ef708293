"""Test `manage.py import_articles`: it imports as the page does, and a bad item stops no other item."""

import io
import json
import os
import sys
import zipfile

import pytest
from django.core.management.base import CommandError

from newsroom.models import Activity, Article, ImportBatch, StoryArticle, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
#: Two texts that have hardly a word in common.
RAINED = "It rained for hours in the city, officials said."
BUDGET = "The council approved the budget after a debate."


@pytest.fixture
def rain(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_text("Rain falls\n\nIt rained for hours in the city, two officials said on Friday.")
    return path


def test_a_file_is_imported_and_reported(run, rain):
    status, (line,), said = run(rain)
    assert status == 0
    assert line.split() == ["created", str(rain), "Rain", "falls"]
    assert said.splitlines()[-1] == "1 created"
    assert Article.objects.get().title == "Rain falls"


def test_json_says_everything_about_each_item(run, rain):
    _, (line,), _ = run(rain, "--json")
    article = Article.objects.get()
    assert json.loads(line) == {
        "path": str(rain),
        "status": "created",
        "article": article.pk,
        "title": "Rain falls",
        "byline": "",
        "published_at": None,
        "outlet": "",
        "story": "",
        "proposed_story": None,
        "text": article.current.text,
        "notes": [],
        "error": "",
    }


@pytest.mark.parametrize(
    ("stated", "shown"),
    [("2022-07-09", "2022-07-09"), ("2022-07-09T14:30:00+02:00", "2022-07-09T12:30:00+00:00"), ("", None)],
)
def test_a_date_is_as_precise_as_its_source(run, tmp_path, stated, shown):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Rain.", "published_at": stated}))
    assert json.loads(run(path, "--json")[1][0])["published_at"] == shown


def test_one_bad_item_never_stops_the_rest(run, tmp_path, rain):
    table = tmp_path / "a.jsonl"
    table.write_text(
        '{"text": "Hail.", "external_id": "h"}\nno json\n{"text": "Snow.", "external_id": "s"}\n'
    )
    (tmp_path / "b.txt").write_bytes(b"\x89PNG")
    status, lines, said = run(tmp_path, "--json")
    assert status == 1
    assert [json.loads(line)["status"] for line in lines] == [
        "created",
        "failed",
        "created",
        "failed",
        "created",
    ]
    assert json.loads(lines[1])["error"].startswith("This line is no JSON object")
    assert said.splitlines()[-1] == "3 created, 2 failed"
    assert Article.objects.count() == 3


def test_a_column_that_is_not_used_is_named_once(run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("headline,body,views\nRain,It rained.,7\nHail,It hailed.,9\n")
    status, lines, said = run(path)
    assert (status, len(lines)) == (0, 2)
    note = "This column was not used: views."
    assert said.splitlines() == [f"{path}:2: {note}", "2 created"]
    _, lines, _ = run(path, "--json")
    assert [json.loads(line)["notes"] for line in lines] == [[note], [note]]


def test_again_is_unchanged_and_a_changed_text_revised(run, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Hail.", "external_id": "h"}')
    run(path)
    assert run(path)[2].splitlines()[-1] == "1 unchanged"
    path.write_text('{"text": "Hail fell.", "external_id": "h"}')
    assert run(path)[2].splitlines()[-1] == "1 revised"
    assert Article.objects.get().current.number == 2


def test_two_rows_with_one_id_are_two_revisions_of_one_article(run, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Hail.", "external_id": "h"}\n{"text": "Hail fell.", "external_id": "h"}\n')
    assert run(path)[2].splitlines()[-1] == "1 created, 1 revised"


@pytest.mark.parametrize(
    ("options", "last"),
    [([], "1 failed"), (["--unlike", "revision"], "1 revised"), (["--unlike", "article"], "1 created")],
)
def test_a_text_with_hardly_a_word_of_its_article_is_what_the_option_says(run, tmp_path, options, last):
    path = tmp_path / "a.jsonl"
    first = {"text": RAINED, "url": "https://example.org/a"}
    path.write_text(json.dumps(first))
    run(path)
    path.write_text(json.dumps(first | {"text": BUDGET}))
    assert run(path, *options)[2].splitlines()[-1] == last


def test_a_question_that_nobody_answered_names_the_option_that_answers_it(run, tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [{"text": text, "external_id": "a"} for text in (RAINED, BUDGET)]
    path.write_text("\n".join(map(json.dumps, rows)))
    assert "By command: --unlike." in " ".join(map(str, run(path)))


def test_a_dry_run_reports_and_stores_nothing(run, rain, tmp_path):
    known = tmp_path / "a.jsonl"
    known.write_text('{"text": "Hail.", "external_id": "h"}')
    run(known)
    before = Activity.objects.count(), User.objects.count()
    known.write_text(
        '{"text": "Hail fell.", "external_id": "h"}\n{"text": "Snow."}\n{"text": "Hail.", "url": "x"}'
    )
    status, lines, said = run(known, rain, "--dry-run", "--json")
    assert [json.loads(line)["status"] for line in lines] == ["revised", "created", "failed", "created"]
    assert said.splitlines()[-1] == "2 created, 1 revised, 1 failed (dry run: nothing stored)"
    assert (status, Article.objects.count()) == (1, 1)
    assert (Activity.objects.count(), User.objects.count()) == before
    known.write_text('{"text": "Hail.", "external_id": "h"}')
    assert json.loads(run(known, "--dry-run", "--json")[1][0])["status"] == "unchanged"


def test_a_dry_run_says_what_would_be_refused_or_revised(run, tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [
        {"text": "Hail.", "external_id": "h"},
        {"text": "Hail fell.", "external_id": "h"},
        {"text": "Snow.", "url": "nowhere"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    rehearsed, done = (
        [json.loads(line) for line in run(path, *options, "--json")[1]] for options in (["--dry-run"], [])
    )
    assert [line["status"] for line in rehearsed] == ["created", "revised", "failed"]
    assert [(line["status"], line["error"]) for line in rehearsed] == [
        (line["status"], line["error"]) for line in done
    ]
    assert [line["article"] for line in rehearsed] == [None, None, None]


def test_articles_go_into_the_story_named_by_the_option_or_by_their_record(run, rain, tmp_path):
    make.story("One"), make.story("Two")
    table = tmp_path / "a.jsonl"
    table.write_text(
        '{"text": "Hail.", "story": "two"}\n{"text": "Snow.", "story": "three"}\n{"text": "Fog."}'
    )
    status, lines, _ = run(table, "--story", "one", "--json")
    assert status == 1
    assert "There is no story “three”" in json.loads(lines[1])["error"]
    assert sorted(StoryArticle.objects.values_list("story__slug", "article__current__text")) == [
        ("one", "Fog."),
        ("two", "Hail."),
    ]


def test_imports_belong_to_the_account_that_is_named_or_to_import(run, rain, tmp_path):
    make.user(UserRole.REPORTER, "ann")
    run(rain, "--by", "ann")
    other = tmp_path / "b.txt"
    other.write_text("Hail fell.")
    run(other)
    assert sorted(Article.objects.values_list("created_by__username", flat=True)) == ["ann", "import"]
    assert not User.objects.get(username="import").has_usable_password()


@pytest.mark.parametrize(
    "arguments", [["no/such/file.txt"], ["{rain}", "--story", "no-such"], ["{rain}", "--by", "nobody"]]
)
def test_wrong_usage_is_told_and_ends_with_2(run, rain, arguments):
    with pytest.raises(CommandError) as error:
        run(*(argument.format(rain=rain) for argument in arguments))
    assert error.value.returncode == 2
    assert str(error.value).startswith("There is no")
    assert not Article.objects.exists()


def test_nothing_to_import_is_said(run, tmp_path):
    assert run(tmp_path) == (0, [], "nothing to import\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_bar_shows_how_far_it_is_and_elsewhere_none(run, tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Hail."}\n{"text": "Snow."}\n')
    assert "%" not in run(path)[2]
    monkeypatch.setattr("sys.stderr", Terminal())
    _, lines, _ = run(path)
    assert len(lines) == 2
    assert "0/2 [" in sys.stderr.getvalue()


def test_the_command_leaves_no_open_import_behind(run, rain):
    run(rain)
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_the_name_of_an_archives_entry_commands_no_terminal_and_adds_no_line(run, tmp_path, how):
    archive = tmp_path / "names.zip"
    with zipfile.ZipFile(archive, "w") as names:
        names.writestr("a\x1b[2J\ncreated    b\x9b\u202e.txt", "It rained for hours in the city.")
    _, (line,), _ = run(archive, *how)
    assert r"a\u001b[2J\u000acreated    b\u009b\u202e.txt" in line.replace(r"\n", r"\u000a")
    assert line.isprintable()


def test_a_files_name_that_is_no_utf_8_is_printed(run, tmp_path, rain):
    named = tmp_path / os.fsdecode(b"rain\xff.txt")
    rain.rename(named)
    status, (line,), _ = run(named)
    assert status == 0
    # A lone surrogate, which no text can hold, is shown as a replacement character.
    assert "rain�.txt" in line
