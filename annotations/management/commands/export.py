"""Provide `manage.py export WHAT`, which exports annotations and other data as CSV or JSON Lines."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from annotations.logic.export.rows import text_of, write_rows
from annotations.queries.exports import rows as exports
from newsroom.management.line_command import LineCommand
from newsroom.management.whole_files import write_whole
from newsroom.models import Story


class Command(LineCommand):
    help = "Write annotations, links, claims, evidence, articles, tags or activity to stdout or a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=exports.KINDS, help="what to export")
        parser.add_argument(
            "--story", default="", metavar="SLUG", help="only what belongs to this story"
        )
        parser.add_argument(
            "--accounts",
            action="store_true",
            help="with activity: also the lines about accounts, which are personal",
        )
        parser.add_argument("--format", choices=["csv", "jsonl"], default="csv")
        parser.add_argument(
            "--output", type=Path, metavar="FILE", help="write here; appears only once it is whole"
        )
        parser.add_argument(
            "--base-url",
            default="",
            metavar="URL",
            help="goes before permalinks; else they begin with /",
        )

    def handle(
        self,
        *,
        what: str,
        story: str,
        format: str,
        output: Path | None,
        base_url: str,
        accounts: bool,
        **_: Any,
    ) -> None:
        if story and not Story.objects.filter(slug=story).exists():
            raise CommandError(f"There is no story {story!r}.", returncode=2)

        rows = exports.rows(what, {"story": story}, base=base_url.rstrip("/"), accounts=accounts)
        lines = _json_lines(what, rows)
        if format == "csv":
            lines = write_rows(exports.header(what), rows)
        if output:
            self.write_file(output, lines)
            return
        if format == "jsonl" or self.stdout.isatty():
            for line in lines:
                self.print_line(line.rstrip("\r\n"))
            return
        # Files and programs get the CSV unchanged, with line breaks inside cells and CRLF after rows.
        for line in lines:
            sys.stdout.write(line)

    def write_file(self, output: Path, lines: Iterable[str]) -> None:
        """Write the lines to the file `output`. The file appears only when it is complete.

        Raises `CommandError` if the file cannot be written.
        """
        try:
            write_whole(output, lines)
        except OSError as error:
            raise CommandError(
                f"{output} cannot be written: {error.strerror}.", returncode=2
            ) from error
        self.say(f"Wrote {output}.")


def _json_lines(what: str, rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    """Yield one line with a JSON object for each row of the export `what`. The keys are the columns of the
    CSV.

    Numbers, booleans and lists stay JSON numbers, booleans and lists.
    """
    for cells in rows:
        values = tuple(_json(cell) for cell in cells)
        yield json.dumps(exports.as_dict(what, values), ensure_ascii=False) + "\n"


def _json(cell: Any) -> Any:
    if cell is None or isinstance(cell, bool | int | str):
        return cell
    if isinstance(cell, list):
        return [_json(part) for part in cell]
    return text_of(cell)
