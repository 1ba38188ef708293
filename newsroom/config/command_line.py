"""Run the command line: `manage.py` in a checkout, or the command `newsroom` of an installed package."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor

from newsroom.config.environment import prepare_demo
from newsroom.errors import Unavailable
from newsroom.trouble.database import NOTHING_SAVED, database_trouble

#: Commands have no form, and the steps that a command has finished stay done. So this replaces
#: `NOTHING_SAVED`.
_WHAT_STAYS = "What was reported done stays done."
NOT_MIGRATED = (
    "The tables of the database are not those of this version: run `manage.py migrate` first. It keeps what "
    "is stored."
)


def main() -> None:
    """Run the command that the arguments name.

    If the program that reads the output has ended, exits with 1. If the database is busy, full, not available
    or not migrated, prints a sentence to stderr and exits with 1.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    # A command prints its own messages and the history records its actions, so the log repeats neither. With
    # LOG_LEVEL set to INFO each action is logged.
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    if sys.argv[1:2] == ["demo"]:
        prepare_demo()

    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except (DatabaseError, InterfaceError) as error:
        trouble = database_trouble(error)
        if trouble is None and _is_migration_missing():
            trouble = Unavailable(NOT_MIGRATED)
        if trouble is None:
            raise
        _end_with(trouble)
    except Unavailable as trouble:
        _end_with(trouble)
    except BrokenPipeError:
        # The reader has closed the pipe, as `| head` does. The remaining output has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _is_migration_missing() -> bool:
    """Return whether the database lacks a migration, as far as it answers that."""
    try:
        executor = MigrationExecutor(connection)
    except (DatabaseError, InterfaceError, InconsistentMigrationHistory):
        return False
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _end_with(trouble: Unavailable) -> None:
    sentence = trouble.sentence.replace(NOTHING_SAVED, _WHAT_STAYS)
    sys.stderr.write(f"{sentence}\n")
    sys.exit(1)
