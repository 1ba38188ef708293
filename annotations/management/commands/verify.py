"""`manage.py verify`: is everything stored what it claims to be?"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from annotations.queries.verifying import findings
from newsroom.text.language.counted import counted


class Command(BaseCommand):
    help = "Check every anchor against its text, every text and original against its hash, guards and migrations."

    def handle(self, **_: Any) -> None:
        number = 0
        for number, finding in enumerate(findings(), start=1):  # noqa: B007  (counted)
            self.stdout.write(finding)
        if number:
            self.stderr.write(f"{counted(number, 'thing')} off.")
            sys.exit(1)
        self.stderr.write("Everything is as it should be.")
