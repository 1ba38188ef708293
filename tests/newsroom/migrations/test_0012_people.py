"""The accounts of a desk that exists keep their names, also if two of them look alike."""

from importlib import import_module

import pytest
from django.apps import apps

from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db

migration = import_module("newsroom.migrations.0012_people")


def test_of_names_that_look_alike_the_oldest_one_is_compared():
    people = [make.user() for _ in range(3)]
    for person, name in zip(people, ("ana", "ANA", "bad name!"), strict=True):
        User.objects.filter(pk=person.pk).update(username=name, skeleton=None)
    migration.fill_skeletons(apps, None)
    skeletons = User.objects.order_by("pk").values_list("username", "skeleton")
    assert list(skeletons) == [("ana", "ana"), ("ANA", None), ("bad name!", "bad name!")]
