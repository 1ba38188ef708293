"""Provide `manage.py verify`, which checks the consistency of the stored data."""

import sys
from typing import Any

from annotations.queries.verifying import findings
from newsroom.management.line_command import LineCommand
from newsroom.text.language.counted import counted


class Command(LineCommand):
    help = (
        "Check every anchor against its text, every text and original against its hash, guards and "
        "migrations."
    )

    def handle(self, **_: Any) -> None:
        count = 0
        for finding in findings():
            self.print_line(finding)
            count += 1
        # The exit status tells a scheduled job that something is wrong.
        if count:
            self.say(f"{counted(count, 'thing')} off.")
            sys.exit(1)
        self.say("Everything is as it should be.")
