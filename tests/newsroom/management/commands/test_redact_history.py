"""Test `manage.py redact_history`, which removes what is personal from lines of the history."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from newsroom.actions.people.accounts import change_account
from newsroom.models import Activity
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(curator) -> Activity:
    make.story("Rain")
    ana = make.user(username="ana")
    change_account(ana, {"name": "Ana Ejemplo"}, by=curator)
    return Activity.objects.first()


def test_the_chosen_lines_are_shown_and_kept_without_confirm(line, capsys):
    call_command("redact_history", "--account", "ana", "--by", "curator")
    captured = capsys.readouterr()
    assert captured.out.startswith(f"{line.pk}: ")
    assert captured.err == "1 line chosen. Add --confirm to remove their words.\n"
    assert Activity.objects.get(pk=line.pk).changes == {"name": ["", "Ana Ejemplo"]}


@pytest.mark.parametrize("by_number", [True, False])
def test_lines_are_named_by_number_or_by_the_account_they_are_about(line, capsys, by_number):
    named = [str(line.pk)] if by_number else ["--account", "ana"]
    call_command("redact_history", *named, "--by", "curator", "--confirm")
    assert capsys.readouterr().err == "Removed the words of 1 line.\n"
    assert list(Activity.objects.exclude(redacted_at=None)) == [line]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Name lines by their numbers, or an account with --account."),
        (["999999"], "The history has no line 999999."),
        (["--account", "nobody"], "There is no account 'nobody'."),
    ],
)
def test_what_nobody_can_mean_is_wrong_usage(line, arguments, sentence):
    with pytest.raises(CommandError) as refusal:
        call_command("redact_history", *arguments, "--by", "curator", "--confirm")
    assert (str(refusal.value), refusal.value.returncode) == (sentence, 2)


@pytest.mark.parametrize(
    ("by", "sentence"), [("nobody", "There is no account 'nobody'."), ("editor", "curator")]
)
def test_redacting_takes_the_name_of_a_curator(line, by, sentence):
    make.user(UserRole.EDITOR, "editor")
    with pytest.raises(CommandError, match=sentence):
        call_command("redact_history", "--account", "ana", "--by", by, "--confirm")
    assert not Activity.objects.exclude(redacted_at=None).exists()
