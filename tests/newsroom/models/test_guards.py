"""Test which writes of articles and imports the triggers refuse, and that they are
there after every migration.
"""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

import newsroom.migrations
from newsroom.models import Activity, Article, Outlet, Revision
from newsroom.models.guards import GUARDS, missing_guards
from tests import make
from tests.forbidden_writes import GUARDS as ALL_GUARDS
from tests.forbidden_writes import Attacks, again, guards_lowered, overwrite, refused_by

attacks = Attacks()
SENTENCES = {guard.name: guard.sentence for guard in GUARDS}


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@attacks.on("newsroom_revision_no_update")
def another_text():
    overwrite(make.article().current, text="Something else.")


@attacks.on("newsroom_revision_no_update")
def another_headline_in_plain_sql():
    make.article()
    sql("UPDATE newsroom_revision SET headline = 'Something else'")


@attacks.on("newsroom_revision_no_delete")
def a_revision_gone():
    Revision.objects.filter(pk=make.article().current.pk)._raw_delete("default")


@attacks.on("newsroom_outlet_no_circle")
def outlets_that_belong_to_each_other_in_a_circle():
    herald, post, group = (Outlet.objects.create(name=name) for name in ("Herald", "Post", "Group"))
    overwrite(herald, owner=post)
    overwrite(post, owner=group)
    overwrite(group, owner=herald)


@attacks.on("newsroom_original_no_update")
def other_bytes():
    overwrite(make.article().current.original, raw=b"Something else.")


@attacks.on("newsroom_original_no_delete")
def an_original_gone():
    make.article()
    sql("DELETE FROM newsroom_original WHERE size > 0")


@attacks.on("newsroom_original_no_update")
def other_bytes_by_inserting_what_is_there():
    make.article()
    sql(
        "INSERT INTO newsroom_original (id, sha256, raw, size, created_at) "
        "SELECT id, sha256, raw, 9, created_at FROM newsroom_original WHERE size > 0 "
        "ON CONFLICT (id) DO UPDATE SET size = 9"
    )


# SQLite alone replaces; it counts as a delete there. PostgreSQL is told to delete.
@attacks.on("newsroom_original_no_delete")
def an_original_replaced():
    make.article()
    replace = "REPLACE INTO newsroom_original SELECT id, sha256, raw, 9, created_at FROM newsroom_original"
    sql(replace if connection.vendor == "sqlite" else "DELETE FROM newsroom_original")


@attacks.on("newsroom_activity_no_update")
def another_persons_deed():
    make.story()
    overwrite(Activity.objects.first(), actor=make.user())


@attacks.on("newsroom_activity_no_update")
def another_wording_of_what_was_done():
    make.story()
    sql("UPDATE newsroom_activity SET summary = ''")


@attacks.on("newsroom_activity_no_update")
def another_person_under_cover_of_a_redaction():
    story = make.story()
    redaction = {"redacted_at": story.created_at, "redacted_by": story.created_by, "changes": {}}
    overwrite(Activity.objects.first(), actor=make.user(), **redaction)


@attacks.on("newsroom_activity_no_update")
def other_words_in_a_redacted_line():
    story = make.story()
    line = Activity.objects.first()
    overwrite(line, redacted_at=story.created_at, redacted_by=story.created_by, changes={})
    overwrite(line, summary="did something else")


@attacks.on("newsroom_activity_no_delete")
def a_line_of_history_gone():
    make.story()
    Activity.objects.all().delete()


@attacks.on("newsroom_capture_no_update")
def another_address_it_came_from():
    overwrite(make.capture(make.article()), address="https://example.com/")


@attacks.on("newsroom_capture_no_delete")
def where_it_came_from_forgotten():
    make.capture(make.article())
    sql("DELETE FROM newsroom_capture")


@attacks.on("newsroom_revision_corrects_same")
def a_correction_with_another_text():
    revision = make.article().current
    again(revision, number=2, corrects=revision, text="Something else.", sha256="0" * 64)


@attacks.on("newsroom_revision_corrects_same")
def a_correction_of_anothers_revision():
    same = "The minister left before the speech began."
    again(make.article(same).current, number=2, corrects=make.article(same).current)


@attacks.on("newsroom_revision_parted_same")
def a_revision_parted_from_another_text():
    original = make.article().current
    again(make.article().current, number=2, parted_from=original)


@attacks.on("newsroom_revision_parted_same")
def a_revision_parted_from_its_own_article():
    revision = make.article().current
    again(revision, number=2, parted_from=revision)


@attacks.on("newsroom_article_stays_own")
def an_article_that_shows_anothers_revision():
    other = make.article()
    overwrite(make.article(), current=other.current)


@attacks.on("newsroom_article_starts_own")
def a_new_article_that_shows_anothers_revision():
    old = make.article()
    Article.objects.create(title="New", current=old.current, created_by=make.user())


@pytest.mark.django_db
@pytest.mark.parametrize(("rules", "write"), attacks.cases())
def test_the_database_refuses(rules, write):
    assert refused_by(write) in {SENTENCES[rule] for rule in rules}


def test_every_guard_is_attacked():
    assert {guard.name for guard in GUARDS} == attacks.rules


@pytest.mark.django_db
def test_all_guards_stand_and_one_that_does_not_is_named():
    assert missing_guards(connection, ALL_GUARDS) == []
    with guards_lowered():
        assert missing_guards(connection, GUARDS) == [guard.name for guard in GUARDS]
    assert missing_guards(connection, ALL_GUARDS) == []


@pytest.fixture
def later_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings) -> str:
    """Add a migration after all others, which lengthens a column of each frozen table.

    On SQLite this copies the tables. Returns the name of the migration before it.
    """
    leaves = MigrationLoader(connection).graph.leaf_nodes()
    package = tmp_path / "later_migrations"
    package.mkdir()
    (package / "__init__.py").write_text(
        f"__path__ += {list(newsroom.migrations.__path__)!r}", encoding="utf-8"
    )
    (package / "9999_later.py").write_text(
        "from django.db import migrations, models\n"
        "class Migration(migrations.Migration):\n"
        f"    dependencies = {leaves!r}\n"
        "    operations = [\n"
        "        migrations.AlterField('revision', 'headline', models.CharField(max_length=600, "
        "blank=True)),\n        migrations.AlterField('original', 'sha256', models.CharField(max_length=70, "
        "unique=True)),\n        migrations.AlterField('activity', 'summary', "
        "models.CharField(max_length=400)),\n    ]\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    settings.MIGRATION_MODULES = {"newsroom": "later_migrations"}
    return next(name for app, name in leaves if app == "newsroom")


@pytest.mark.django_db(transaction=True)
def test_a_later_migration_changes_frozen_tables_and_the_guards_come_back(later_migration: str):
    article = make.article()
    make.highlight(article)
    kept = Revision.objects.values().get()
    try:
        call_command("migrate", "newsroom", "9999_later", verbosity=0)
        with connection.cursor() as cursor:
            columns = connection.introspection.get_table_description(cursor, "newsroom_revision")
        assert 600 in [column.display_size for column in columns if column.name == "headline"]
        assert missing_guards(connection, ALL_GUARDS) == []
        assert Revision.objects.values().get() == kept
        assert (
            refused_by(lambda: overwrite(article.current, headline="x"))
            == "A revision cannot be changed once written."
        )
    finally:
        call_command("migrate", "newsroom", later_migration, verbosity=0)
