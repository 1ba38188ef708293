"""Print the output of management commands line by line, with control characters escaped."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, SystemCheckError
from tqdm import tqdm

from newsroom.text.control_characters import escape_controls


class LineCommand(BaseCommand):
    """A command that prints results to stdout and sentences to stderr, each as one line.

    Titles and addresses in the output come from other people. A control character in them could clear the
    terminal, or begin a new line that looks like a result. So control characters are printed as escapes.
    """

    def print_line(self, line: str) -> None:
        """Print one line of results to stdout."""
        # A progress bar may be on the same terminal.
        with tqdm.external_write_mode():
            self.stdout.write(escape_controls(line))

    def say(self, sentence: str) -> None:
        """Print one sentence for people to stderr."""
        self.stderr.write(escape_controls(sentence))

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except SystemCheckError:
            # Django's own report has several lines, and nothing in it comes from other people.
            raise
        except CommandError as error:
            # Django would print the message without escaping it.
            raise CommandError(escape_controls(str(error)), returncode=error.returncode) from error
