#!/usr/bin/env python
"""Newsroom's command line: `manage.py help` lists the commands."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    # A command speaks for itself; the history holds what it did. Whoever wants each act in the log sets
    # LOG_LEVEL.
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    if sys.argv[1:2] == ["demo"]:
        from newsroom.config.environment import prepare_demo

        prepare_demo()
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has read enough (`| head`). What is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
