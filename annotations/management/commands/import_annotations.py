"""Provide `manage.py import_annotations FILE`, which imports highlights of other tools."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from annotations.actions.foreign_annotations import bring_annotations, rehearse_annotations
from annotations.logic.interchange.formats import READERS, read_file
from annotations.logic.interchange.records import ForeignAnnotations
from annotations.logic.interchange.reports import AnnotationReport
from annotations.management.foreign_files import BESIDE_TEXTS, read_beside
from newsroom.errors import NewsroomError
from newsroom.management.line_command import LineCommand
from newsroom.models import User

#: Longest part of a passage that is printed, in code points.
_SHORT = 60


class Command(LineCommand):
    help = (
        "Bring highlights of another tool in, with their tags, notes and replies. The articles must be here. "
        "What would become of each is printed; nothing is changed without --yes. A second time nothing "
        "changes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--format",
            choices=[*READERS, *BESIDE_TEXTS],
            default="",
            help="of which tool it is; else told by the name and the content",
        )
        parser.add_argument(
            "--by",
            required=True,
            metavar="USERNAME",
            help="the reporter whose highlights they become",
        )
        parser.add_argument("--yes", action="store_true", help="do it now")

    def handle(
        self,
        *,
        file: Path,
        format: str,
        by: str,
        yes: bool,
        **_: Any,
    ) -> None:
        reporter = User.objects.filter(username=by).first()
        if reporter is None:
            raise CommandError(f"There is no account {by!r}.", returncode=2)
        try:
            foreign = _read(file, format)
            act = bring_annotations if yes else rehearse_annotations
            report = act(foreign, by=reporter)
        except NewsroomError as error:
            raise CommandError(error.sentence, returncode=2) from error
        self._tell(report)
        if not yes:
            self.say("Nothing was changed. Add --yes to do this.")
        if report.left_out:
            sys.exit(1)

    def _tell(self, report: AnnotationReport) -> None:
        self.print_line(report.summary)
        for line in report.left_out:
            words = line.exact[:_SHORT]
            self.print_line(f"{line.state.value}: {line.foreign_id}: “{words}”: {line.reason}")
        for remark in report.remarks:
            self.print_line(f"left out: {remark}")


def _read(path: Path, wanted: str) -> ForeignAnnotations:
    # A database or a pair of files is read where it lies.
    try:
        beside = read_beside(path, wanted)
        return beside or read_file(path.name, path.read_bytes(), wanted)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.", returncode=2) from error
