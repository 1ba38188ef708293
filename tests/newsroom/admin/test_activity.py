"""Test the history in the panel, which can only be read."""

import pytest

from newsroom.models import Activity
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


def test_the_history_is_found_by_person_verb_and_thing(panel: Panel):
    tag = make.tag(by=panel.curator)
    make.story(by=panel.curator)
    make.tag()
    (line,) = panel.rows(Activity, person=panel.curator.pk, verb="made", thing="tag")
    assert line.object_id == str(tag.pk)
