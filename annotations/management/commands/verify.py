"""`manage.py verify`: checks that everything stored is what it says it is."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from annotations.queries.verifying import findings
from newsroom.text.language.counted import counted


class Command(BaseCommand):
    help = (
        "Check every anchor against its text, every text and original against its hash, guards and "
        "migrations."
    )

    def handle(self, **_: Any) -> None:
        count = 0
        for finding in findings():
            self.stdout.write(finding)
            count += 1
        if count:
            self.stderr.write(f"{counted(count, 'thing')} off.")
            sys.exit(1)
        self.stderr.write("Everything is as it should be.")
