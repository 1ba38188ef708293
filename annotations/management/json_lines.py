"""Define the base class of commands that read lines of JSON and print one line of JSON as the answer to each.

These commands do not use the database.
"""

import json
import sys
from abc import ABC, abstractmethod
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, ClassVar

from django.core.management.base import CommandError

from newsroom.errors import Invalid
from newsroom.management.line_command import LineCommand
from newsroom.text.model import Span

STDIN = "-"


class JsonLinesCommand(LineCommand, ABC):
    """A command that reads a file of JSON Lines, or stdin for `-`, and prints one answer per line.

    `fields` are the keys that every line must have. A line that is not valid is reported on stderr, and the
    other lines are answered. The exit status is then 1.
    """

    requires_system_checks: list[str] = []
    #: The keys that every row must have.
    fields: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def answered(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to one row as a dict that becomes a line of JSON.

        Raises `Invalid` if the row does not have the expected values.
        """

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="JSON Lines, UTF-8; - reads from stdin")

    def handle(self, *, file: str, **_: Any) -> None:
        if file == STDIN:
            failed = self.answer_all(sys.stdin.buffer)
        else:
            with self._opened(file) as lines:
                failed = self.answer_all(lines)
        if failed:
            sys.exit(1)

    def _opened(self, file: str) -> BinaryIO:
        try:
            return Path(file).open("rb")
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.", returncode=2) from error

    def answer_all(self, lines: Iterable[bytes]) -> int:
        """Print the answer to each line, each before the next line is read. Blank lines are skipped.

        Returns the number of lines that were not valid.
        """
        failed = 0
        for number, line in enumerate(lines, start=1):
            # Files often end with an empty line.
            if not line.strip():
                continue
            try:
                answer = self.answered(self._row(line))
            except Invalid as error:
                failed += 1
                self.say(f"Line {number}: {error}")
            else:
                self.print_line(json.dumps(answer, ensure_ascii=False))
                # A program that asks line by line waits for each answer.
                self.stdout.flush()
        return failed

    def _row(self, line: bytes) -> dict[str, Any]:
        *names, last = self.fields
        complaint = f"This is no JSON object with {', '.join(names)} and {last}."
        try:
            row = json.loads(line)
        # Deeply nested JSON raises `RecursionError`.
        except (ValueError, RecursionError) as error:
            raise Invalid(complaint) from error
        if not isinstance(row, dict) or not all(name in row for name in self.fields):
            raise Invalid(complaint)
        return row


def text_of(
    row: dict[str, Any],
    name: str,
    *,
    default: str | None = None,
) -> str:
    """Return the string in the field `name` of `row`, or `default` if the field is missing or null.

    Raises `Invalid` if the value is not a string, or if it is missing and there is no default.
    """
    value = row.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise Invalid(f"{name} is no text.")
    return value


def span_of(row: dict[str, Any], text: str) -> Span:
    """Return the span from `start` to `end` (code points, `end` exclusive), two fields of `row`.

    Raises `Invalid` if these are not whole numbers, or if the span is empty or not inside `text`.
    """
    start, end = row.get("start"), row.get("end")
    # `isinstance` would accept booleans.
    if not (type(start) is int and type(end) is int):
        raise Invalid("start and end are no whole numbers.")
    if not 0 <= start < end <= len(text):
        raise Invalid(f"{start}..{end} is no passage of a text of {len(text):,} characters.")
    return Span(start, end)
