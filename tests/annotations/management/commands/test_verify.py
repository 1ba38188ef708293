"""Test `manage.py verify`: it says that a sound database is sound, and fails with a list for any other."""

import pytest
from django.core.management import call_command

from newsroom.models.guards import GUARDS
from tests import make
from tests.forbidden_writes import guards_lowered

pytestmark = pytest.mark.django_db


def test_a_sound_desk_is_told_sound(capsys):
    make.highlight(make.article("The minister left before the speech began."), "the speech")
    call_command("verify")
    assert capsys.readouterr() == ("", "Everything is as it should be.\n")


def test_a_desk_with_something_off_fails_and_names_it(capsys):
    with guards_lowered(), pytest.raises(SystemExit, match="1"):
        call_command("verify")
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith(f"The guard {GUARDS[0].name} is down")
