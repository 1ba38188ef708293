"""Test `manage.py import_bundle`, which shows what a bundle would change, and changes it with --yes."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from annotations.models import HighlightTag, Link
from newsroom.models import Story
from newsroom.roles import UserRole
from tests import make
from tests.foreign_bundles import edited, from_elsewhere, story_of_everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(db, tmp_path):
    """Return the path of a bundle from another desk."""
    make.user(UserRole.CURATOR, "curator")
    story = story_of_everything()
    path = tmp_path / "rain.zip"
    call_command("export", "bundle", "--story", story.slug, "--output", path)
    path.write_bytes(from_elsewhere(path.read_bytes()))
    return path


def brought(capsys, *arguments):
    capsys.readouterr()
    call_command("import_bundle", *map(str, arguments), "--by", "curator")
    return capsys.readouterr()


def test_without_yes_it_says_what_it_would_do(sent, capsys):
    shown = brought(capsys, sent)
    assert (
        "claims: 3 new, 0 the same, 0 changed there, 0 changed here, 0 conflicts, 0 gone there" in shown.out
    )
    assert "No account here: ann of another desk, " in shown.err
    assert "Nothing was changed. Add --yes to do this." in shown.err
    assert Story.objects.count() == 1


def test_with_yes_it_does_it_and_again_all_is_the_same(sent, capsys):
    assert "stories: 1 new" in brought(capsys, sent, "--yes").out
    assert Story.objects.count() == 2
    assert "stories: 0 new, 1 the same" in brought(capsys, sent, "--yes").out


def test_what_was_removed_here_is_listed_and_no_conflict(sent, capsys):
    brought(capsys, sent, "--yes")
    HighlightTag.objects.filter(tag__path="rain/heavy-elsewhere").delete()
    shown = brought(capsys, sent, "--yes")
    assert "taggings: 0 new, 2 the same, 0 changed there, 1 changed here, 0 conflicts" in shown.out
    assert "/rain/heavy-elsewhere: It was removed here, and stays so." in shown.out


def test_conflicts_are_listed_and_the_exit_status_is_1(sent, capsys):
    brought(capsys, sent, "--yes")
    Story.objects.filter(slug="rain-elsewhere").update(title="Ours")
    sent.write_bytes(edited(sent.read_bytes(), "stories", lambda row: row | {"title": "Theirs"}))
    with pytest.raises(SystemExit) as ended:
        brought(capsys, sent)
    assert ended.value.code == 1
    assert "differs in title: it stays as it is here." in capsys.readouterr().out


def test_what_is_gone_there_is_listed_and_withdrawn_on_request(sent, capsys):
    brought(capsys, sent, "--yes")
    sent.write_bytes(edited(sent.read_bytes(), "links", lambda row: None))
    link = Link.objects.get(source__article__places__story__slug="rain-elsewhere")
    with pytest.raises(SystemExit) as ended:
        brought(capsys, sent, "--yes")
    shown = capsys.readouterr()
    assert ended.value.code == 1
    assert "links: 0 new, 0 the same, 0 changed there, 0 changed here, 0 conflicts, 1 gone there" in shown.out
    assert f"gone there: links {link.pk}: " in shown.out
    assert "Add --withdraw-gone" in shown.err
    shown = brought(capsys, sent, "--withdraw-gone")
    assert f"withdrawn: links {link.pk}: " in shown.out
    link.refresh_from_db()
    assert link.withdrawn_at is None
    brought(capsys, sent, "--withdraw-gone", "--yes")
    link.refresh_from_db()
    assert link.withdrawn_at is not None


def test_a_broken_bundle_is_wrong_usage_with_the_line(sent, capsys):
    sent.write_bytes(edited(sent.read_bytes(), "tags", lambda row: row | {"hue": 1}))
    with pytest.raises(CommandError, match=r"tables/tags.jsonl, line 1: “hue” is no text") as refused:
        brought(capsys, sent)
    assert refused.value.returncode == 2


@pytest.mark.parametrize(
    ("by", "file"), [("nobody", "rain.zip"), ("ann", "rain.zip"), ("curator", "nowhere.zip")]
)
def test_who_may_not_and_what_is_not_there_is_wrong_usage(sent, by, file):
    with pytest.raises(CommandError) as refused:
        call_command("import_bundle", sent.parent / file, "--by", by)
    assert refused.value.returncode == 2


@pytest.mark.parametrize("options", [[], ["--story", "rain"], ["--output", "x.zip"]])
def test_a_bundle_is_exported_into_a_file_of_one_story(sent, options):
    with pytest.raises(CommandError, match="one story") as refused:
        call_command("export", "bundle", *options)
    assert refused.value.returncode == 2
