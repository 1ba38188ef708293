"""Provide `manage.py import_bundle FILE`, which brings a story from another desk into this one."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from annotations.actions.bundles.merging import bring_in, rehearse_bringing
from annotations.logic.bundles.archives import Bundle, unpack
from annotations.logic.bundles.reports import MergeReport, summary_of
from annotations.logic.bundles.tables import TABLES
from newsroom.errors import NewsroomError
from newsroom.management.line_command import LineCommand
from newsroom.models import User


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

    def handle(
        self,
        *,
        file: Path,
        by: str,
        yes: bool,
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
            report = act(bundle, by=curator)
        except NewsroomError as error:
            raise CommandError(error.sentence, returncode=2) from error
        self._tell(report)
        if not yes:
            self.say("Nothing was changed. Add --yes to do this.")
        if report.conflicts:
            sys.exit(1)

    def _tell(self, report: MergeReport) -> None:
        for table in TABLES:
            states = [line.state for line in report.lines if line.table == table.name]
            if states:
                self.print_line(f"{table.name}: {summary_of(states)}")
        for line in report.kept_for_a_reason:
            self.print_line(f"kept: {line.table} {line.key}: {line.reason}")
        for line in report.conflicts:
            self.print_line(f"conflict: {line.table} {line.key}: {line.reason}")
        if report.strangers:
            self.say(f"No account here: {', '.join(report.strangers)}. Their names are kept.")


def _read(path: Path) -> Bundle:
    try:
        with path.open("rb") as file:
            return unpack(file)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.", returncode=2) from error
