"""Test that migrations drop and restore the triggers, and that articles without
sentences get them afterwards.
"""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.models.signals import pre_migrate

from newsroom.models import Sentence
from newsroom.models.guards import GUARDS, missing_guards
from tests import make


@pytest.mark.django_db
def test_before_a_migration_the_guards_are_lowered_and_after_it_they_stand():
    app = apps.get_app_config("newsroom")
    pre_migrate.send(app, app_config=app, verbosity=0, interactive=False, using="default", plan=[], apps=apps)
    assert missing_guards(connection, GUARDS) == [guard.name for guard in GUARDS]
    call_command("migrate", verbosity=0)
    assert missing_guards(connection, GUARDS) == []


@pytest.mark.django_db
def test_after_a_migration_articles_without_sentences_have_them():
    make.article("It rained. It hailed.")
    Sentence.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert Sentence.objects.count() == 2
