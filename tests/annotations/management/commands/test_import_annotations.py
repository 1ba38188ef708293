"""Test `manage.py import_annotations`, which shows what would become of highlights of other tools."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from annotations.models import Highlight
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(db, tmp_path):
    make.user(UserRole.REPORTER, "ann")
    make.article("Rain fell on Bali.", title="Rain")
    path = tmp_path / "marks.csv"
    path.write_text("title,exact,tags\nRain,Rain fell,weather\n")
    return path


def brought(capsys, path, *options):
    capsys.readouterr()
    call_command("import_annotations", str(path), "--by", "ann", *options)
    return capsys.readouterr()


def test_without_yes_it_says_what_it_would_do(table, capsys):
    shown = brought(capsys, table)
    assert shown.out == "1 new, 0 same, 0 moved, 0 ambiguous, 0 not found, 0 refused\n"
    assert "Nothing was changed. Add --yes to do this." in shown.err
    assert Highlight.objects.count() == 0


def test_with_yes_it_does_it_and_again_all_is_the_same(table, capsys):
    assert "1 new" in brought(capsys, table, "--yes").out
    assert "0 new, 1 same" in brought(capsys, table, "--yes").out
    assert Highlight.objects.get().tags.get().path == "weather"


def test_what_has_no_place_is_listed_and_the_exit_status_is_1(table, capsys):
    table.write_text("title,exact\nRain,Snow fell\nRain,\n")
    with pytest.raises(SystemExit) as ended:
        brought(capsys, table)
    assert ended.value.code == 1
    out = capsys.readouterr().out
    assert "“Snow fell”: Its words do not stand in the article." in out
    assert "left out: Line 3: no words are marked." in out


def test_files_of_brat_are_read_with_their_text(table, capsys):
    (table.parent / "rain.ann").write_text("T1\tWeather 0 4\tRain\n")
    (table.parent / "rain.txt").write_text("Rain fell on Bali.")
    assert "1 new" in brought(capsys, table.parent / "rain.ann").out


@pytest.mark.parametrize(
    ("by", "name", "content"),
    [
        ("nobody", "marks.csv", "title,exact\nRain,fell\n"),
        ("ann", "nowhere.csv", None),
        ("ann", "marks.csv", "a,b\n1,2\n"),
        ("ann", "marks.json", "{"),
        ("ann", "marks.xyz", "x"),
    ],
)
def test_what_cannot_be_read_and_who_is_unknown_is_wrong_usage(table, by, name, content):
    path = table.parent / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(CommandError) as refused:
        call_command("import_annotations", str(path), "--by", by)
    assert refused.value.returncode == 2
