"""Provide `manage.py import_bundle FILE`, which imports a story from another desk."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from annotations.actions.bundles.merging import bring_in, rehearse_bringing
from annotations.logic.bundles.archives import Bundle, unpack
from annotations.logic.bundles.reports import MergeReport, RowState, summary_of
from annotations.logic.bundles.tables import TABLES
from newsroom.errors import NewsroomError
from newsroom.management.line_command import LineCommand
from newsroom.models import User

_ABOUT_GONE = (
    "What is gone there was withdrawn, moved to another story, or never known to the desk that wrote this "
    "file. It stays here, and counts. Add --withdraw-gone to withdraw it here too."
)


class Command(LineCommand):
    help = (
        "Bring a story from another desk into this one: the file that `export bundle` wrote there. What "
        "would become of each row is printed; nothing is changed without --yes. People are known by the "
        "names of their accounts; whoever has none here keeps the name, and gets no account."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--by", required=True, metavar="USERNAME", help="the curator who brings it in"
        )
        parser.add_argument("--yes", action="store_true", help="do it now")
        parser.add_argument(
            "--withdraw-gone",
            action="store_true",
            help="withdraw here too what came in an earlier bundle and is listed as gone there",
        )

    def handle(
        self,
        *,
        file: Path,
        by: str,
        yes: bool,
        withdraw_gone: bool,
        **_: Any,
    ) -> None:
        curator = User.objects.filter(username=by).first()
        if curator is None:
            raise CommandError(f"There is no account {by!r}.", returncode=2)
        try:
            bundle = _read(file)
            act = rehearse_bringing
            if yes:
                act = bring_in
            report = act(bundle, by=curator, gone_too=withdraw_gone)
        except NewsroomError as error:
            raise CommandError(error.sentence, returncode=2) from error
        self._tell(report)
        if not yes:
            self.say("Nothing was changed. Add --yes to do this.")
        if report.lines_of(RowState.GONE) and not withdraw_gone:
            self.say(_ABOUT_GONE)
        if report.needs_a_person:
            sys.exit(1)

    def _tell(self, report: MergeReport) -> None:
        for table in TABLES:
            states = [line.state for line in report.lines if line.table == table.name]
            if states:
                self.print_line(f"{table.name}: {summary_of(states)}")
        for line in report.kept_for_a_reason:
            self.print_line(f"kept: {line.table} {line.key}: {line.reason}")
        for state in (RowState.CONFLICT, RowState.GONE, RowState.WITHDRAWN):
            for line in report.lines_of(state):
                self.print_line(f"{state}: {line.table} {line.key}: {line.reason}")
        if report.strangers:
            self.say(f"No account here: {', '.join(report.strangers)}. Their names are kept.")


def _read(path: Path) -> Bundle:
    try:
        with path.open("rb") as file:
            return unpack(file)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.", returncode=2) from error
