"""Test that each article and each story gets a uid of its own."""

from importlib import import_module

import pytest
from django.apps import apps

from newsroom.models import Article, Story
from tests import make

migration = import_module("newsroom.migrations.0014_uids")


@pytest.mark.django_db
def test_each_row_gets_a_uid_of_its_own(monkeypatch):
    monkeypatch.setattr(migration, "_AT_ONCE", 2)
    before = {make.article().uid for _ in range(3)} | {make.story().uid for _ in range(3)}
    migration.give_uids(apps, None)
    after = {*Article.objects.values_list("uid", flat=True), *Story.objects.values_list("uid", flat=True)}
    assert len(after) == 6
    assert not after & before
