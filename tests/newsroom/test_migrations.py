"""Test that a desk from before the first release can be migrated: its old migrations
count as the squashed ones.
"""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from annotations.models import Highlight, Tag
from newsroom.models import Article
from tests import make

pytestmark = pytest.mark.django_db

SQUASHED = {("newsroom", "0001_squashed"), ("annotations", "0001_squashed")}


def executor():
    return MigrationExecutor(connection)


def plan():
    """Return the migrations that a desk would have to run."""
    now = executor()
    return now.migration_plan(now.loader.graph.leaf_nodes())


@pytest.fixture
def old_desk():
    """Record that the database has run the replaced migrations and not the squashed ones."""
    recorder = MigrationRecorder(connection)
    migrations = executor().loader.disk_migrations
    for app, name in SQUASHED:
        recorder.record_unapplied(app, name)
        for replaced in migrations[app, name].replaces:
            recorder.record_applied(*replaced)


def test_a_desk_that_ran_what_was_replaced_has_nothing_to_run(old_desk):
    assert plan() == []


def test_a_desk_that_ran_what_was_replaced_keeps_its_rows_and_notes_what_replaced_it(old_desk):
    article = make.article()
    call_command("migrate", verbosity=0)
    assert Article.objects.get() == article
    assert set(MigrationRecorder(connection).applied_migrations()) >= SQUASHED


def test_the_models_are_as_the_migrations_make_them():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_tellers_of_earlier_highlights_are_guesses_also_where_none_is_found(editor):
    article = make.article("Nobody was hurt.\n\nIt fell, Kyodo reported.", outlet="Echo", by=editor)
    told = make.highlight(article, "It fell", by=editor)
    alone = make.highlight(article, "Nobody was hurt", by=editor)
    Highlight.objects.update(teller="", teller_guessed=False)
    import_module("annotations.migrations.0003_teller").guess_tellers(apps, None)
    tellers = Highlight.objects.values_list("pk", "teller", "teller_guessed")
    assert set(tellers) == {(told.pk, "Kyodo", True), (alone.pk, "", True)}


def test_the_first_nine_tags_keep_the_digits_that_their_positions_had():
    paths = [f"tag-{number:02}" for number in range(11)]
    for path in reversed(paths):
        make.tag(path)
    import_module("annotations.migrations.0006_tag_digits").keep_positions(apps, None)
    digits = [*range(1, 10), None, None]
    assert list(Tag.objects.order_by("path").values_list("path", "digit")) == list(
        zip(paths, digits, strict=True)
    )
