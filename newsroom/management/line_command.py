"""The one way in which a command writes: line by line, whatever stands in a name, a title or an address."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, SystemCheckError
from tqdm import tqdm

from newsroom.text.control_characters import escape_controls


class LineCommand(BaseCommand):
    """A command whose results go to stdout and whose sentences go to stderr, each as one line.

    Much of what a command prints was named by others. A control character in it could clear the terminal, or
    add a line that looks like a result, so control characters are written as escapes.
    """

    def print_line(self, line: str) -> None:
        """Write one line of results to stdout."""
        # A progress bar may be drawn on the same terminal.
        with tqdm.external_write_mode():
            self.stdout.write(escape_controls(line))

    def say(self, sentence: str) -> None:
        """Write one sentence for people to stderr."""
        self.stderr.write(escape_controls(sentence))

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except SystemCheckError:
            # Django's own report has several lines, and nothing in it comes from outside.
            raise
        except CommandError as error:
            # Django prints its message as it stands.
            raise CommandError(escape_controls(str(error)), returncode=error.returncode) from error
