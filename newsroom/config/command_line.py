"""The command line: `manage.py` in a checkout, the command `newsroom` where the package is installed."""

import os
import sys

from django.core.management import execute_from_command_line

from newsroom.config.environment import prepare_demo


def main() -> None:
    """Run the command that the arguments name; exit 1 when the reader of its output went away."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    # A command prints its own messages and the history holds its acts, so the log repeats neither. LOG_LEVEL
    # set to INFO logs each act.
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    if sys.argv[1:2] == ["demo"]:
        prepare_demo()

    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has read enough (`| head`). What is still buffered cannot go anywhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
