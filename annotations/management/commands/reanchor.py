"""`manage.py reanchor FILE.jsonl`: where passages stand in a newer text."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.selectors import select
from newsroom.errors import Invalid
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span

STDIN = "-"
#: Pairs of texts whose comparison is kept, for rows about one pair that do not follow each other.
KEPT = 32


class Command(BaseCommand):
    help = (
        "Place passages of old texts in new ones. Reads one JSON object a line: {id, old, new, start, end}, "
        "start and end counted in code points of `old`, end exclusive. Writes {id, state, start, end, score} "
        "to stdout: state is same, moved, changed or lost; start and end are null where lost; score is 1 for "
        "the same words, less for changed ones. Touches no database. A line that cannot be used is named on "
        "stderr, and the exit code is then 1."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="JSON Lines, UTF-8; - reads from stdin")

    def handle(self, *, file: str, **_: Any) -> None:
        if file == STDIN:
            failed = self.answer(sys.stdin.buffer)
        else:
            try:
                with Path(file).open("rb") as lines:
                    failed = self.answer(lines)
            except OSError as error:
                raise CommandError(f"{file} cannot be read: {error.strerror}.", returncode=2) from error
        if failed:
            sys.exit(1)

    def answer(self, lines: Iterable[bytes]) -> int:
        """Write one answer a line, as they come; how many lines could not be used."""
        failed = 0
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                answer = placed(line)
            except Invalid as error:
                failed += 1
                self.stderr.write(f"Line {number}: {error}")
            else:
                sys.stdout.write(json.dumps(answer) + "\n")
                # Whoever asks line by line waits for it.
                sys.stdout.flush()
        return failed


def placed(line: bytes) -> dict[str, Any]:
    """The answer to one line. Raises `Invalid` with a sentence where the line is not as described."""
    try:
        row = json.loads(line)
        _, old, new, start, end = row["id"], row["old"], row["new"], row["start"], row["end"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Invalid("This is no JSON object with id, old, new, start and end.") from error
    if not (isinstance(old, str) and isinstance(new, str) and type(start) is int and type(end) is int):
        raise Invalid("old and new are texts, start and end whole numbers.")
    if not 0 <= start < end <= len(old):
        raise Invalid(f"{start}..{end} is no passage of a text of {len(old):,} characters.")
    found = place(select(old, Span(start, end)), _changes(old, new), new)
    there = found.span
    return {
        "id": row["id"],
        "state": str(found.state),
        "start": there and there.start,
        "end": there and there.end,
        "score": round(found.score, 4),
    }


_changes = lru_cache(maxsize=KEPT)(changes)
