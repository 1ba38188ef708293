"""Test that each comment gets a uid of its own."""

from importlib import import_module

import pytest
from django.apps import apps

from annotations.models import Comment
from tests import make

migration = import_module("annotations.migrations.0007_comment_uids")


@pytest.mark.django_db
def test_each_comment_gets_a_uid_of_its_own():
    claim = make.claim(make.story())
    before = {make.comment(claim).uid for _ in range(3)}
    migration.give_uids(apps, None)
    after = set(Comment.objects.values_list("uid", flat=True))
    assert len(after) == 3
    assert not after & before
