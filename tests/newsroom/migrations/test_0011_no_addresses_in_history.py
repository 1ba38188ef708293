"""The history of a desk that exists loses the e-mail addresses that it has kept so far."""

from importlib import import_module

import pytest
from django.apps import apps

from newsroom.models import Activity, Verb
from tests import make
from tests.forbidden_writes import again, guards_lowered

pytestmark = pytest.mark.django_db

migration = import_module("newsroom.migrations.0011_no_addresses_in_history")


def changes_after(object_type: str, changes: dict[str, list[str]]) -> dict[str, list[str]]:
    make.story()
    line = again(Activity.objects.first(), object_type=object_type, verb=Verb.CHANGED, changes=changes)
    with guards_lowered():
        migration.remove_addresses(apps, None)
    return Activity.objects.get(pk=line.pk).changes


def test_both_addresses_go_and_the_other_values_stay():
    changes = {"email": ["ana@desk.example", "b@desk.example"], "role": ["reader", "editor"]}
    kept = {"email": ["not kept", "not kept"], "role": ["reader", "editor"]}
    assert changes_after("user", changes) == kept


@pytest.mark.parametrize("kind", ["user", "story"])
def test_a_line_without_an_address_stays_as_it_is(kind):
    assert changes_after(kind, {"title": ["Rain", "Snow"]}) == {"title": ["Rain", "Snow"]}
