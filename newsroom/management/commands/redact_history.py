"""Provide `manage.py redact_history`, which removes what is personal from lines of the history."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db.models import Q, QuerySet

from newsroom.actions.people.redacting import redact_lines
from newsroom.errors import NewsroomError
from newsroom.management.line_command import LineCommand
from newsroom.models import Activity, Subject, User
from newsroom.text.language.counted import counted


class Command(LineCommand):
    help = (
        "Remove the words and the values of lines of the history for good. The lines stay: who did what kind "
        "of thing, and when. The chosen lines are printed; nothing is removed without --confirm."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "lines",
            nargs="*",
            type=int,
            metavar="LINE",
            help="the number of a line: the column activity_id of activity.csv",
        )
        parser.add_argument(
            "--account",
            default="",
            metavar="USERNAME",
            help="all lines about this account, such as a changed name",
        )
        parser.add_argument(
            "--by", required=True, metavar="USERNAME", help="the curator who removes them"
        )
        parser.add_argument("--confirm", action="store_true", help="remove them now")

    def handle(
        self,
        *,
        lines: list[int],
        account: str,
        by: str,
        confirm: bool,
        **_: Any,
    ) -> None:
        chosen = _chosen_lines(lines, account)
        for line in chosen:
            self.print_line(f"{line.pk}: {line.at:%Y-%m-%d %H:%M} UTC, {line}")
        number = len(chosen)
        if not confirm:
            self.say(f"{counted(number, 'line')} chosen. Add --confirm to remove their words.")
            return
        try:
            redacted = redact_lines([line.pk for line in chosen], by=_account(by))
        except NewsroomError as error:
            raise CommandError(error.sentence, returncode=2) from error
        self.say(f"Removed the words of {counted(redacted, 'line')}.")


def _chosen_lines(ids: list[int], account: str) -> QuerySet[Activity]:
    """Return the lines with these ids and the lines about the account, oldest first.

    Raises `CommandError` if an id or the account is unknown, or if nothing was named.
    """
    if not ids and not account:
        raise CommandError(
            "Name lines by their numbers, or an account with --account.", returncode=2
        )
    chosen = Q(pk__in=ids)
    if account:
        chosen |= Q(object_type=Subject.USER, object_id=str(_account(account).pk))
    lines = Activity.objects.filter(chosen).select_related("actor").order_by("pk")
    unknown = set(ids) - {line.pk for line in lines}
    if unknown:
        raise CommandError(f"The history has no line {min(unknown)}.", returncode=2)
    return lines


def _account(username: str) -> User:
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no account {username!r}.", returncode=2)
    return user
