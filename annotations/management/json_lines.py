"""Commands that answer each line of JSON with a line of JSON, and touch no database."""

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
    """Reads a file of JSON Lines, or stdin for `-`, and writes one answer a line to stdout.

    A line that cannot be used is named on stderr, the others are answered, and the exit status is then 1.
    """

    requires_system_checks: list[str] = []
    #: What every row must have.
    fields: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def answered(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to one row.

        Raises `Invalid` with a sentence if the row is not as described.
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
        """Write the answers as they come, and return how many lines could not be used."""
        failed = 0
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                answer = self.answered(self._row(line))
            except Invalid as error:
                failed += 1
                self.say(f"Line {number}: {error}")
            else:
                self.print_line(json.dumps(answer, ensure_ascii=False))
                # Whoever asks line by line waits for it.
                self.stdout.flush()
        return failed

    def _row(self, line: bytes) -> dict[str, Any]:
        *names, last = self.fields
        complaint = f"This is no JSON object with {', '.join(names)} and {last}."
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise Invalid(complaint) from error
        if not isinstance(row, dict) or not all(name in row for name in self.fields):
            raise Invalid(complaint)
        return row


def text_of(row: dict[str, Any], name: str, *, default: str | None = None) -> str:
    """Return the text in the field `name`. Raises `Invalid` if there is none."""
    value = row.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise Invalid(f"{name} is no text.")
    return value


def span_of(row: dict[str, Any], text: str) -> Span:
    """Return the passage `start..end` of the text (code points). Raises `Invalid` if it holds none."""
    start, end = row.get("start"), row.get("end")
    if not (type(start) is int and type(end) is int):
        raise Invalid("start and end are no whole numbers.")
    if not 0 <= start < end <= len(text):
        raise Invalid(f"{start}..{end} is no passage of a text of {len(text):,} characters.")
    return Span(start, end)
