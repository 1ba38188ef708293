"""Test backup and restore with the commands of docs/operating.md: all rows and triggers come back."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from annotations.queries.verifying import findings
from tests import make
from tests.admin_panel import one_of_each
from tests.database_rows import every_row
from tests.shape.tree import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def commands(heading: str) -> list[str]:
    """Return the blocks of shell commands under a heading of the page."""
    (section,) = re.findall(rf"^### {re.escape(heading)}$(.*?)(?=^##)", PAGE, flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"```sh\n(.*?)```", section, flags=re.DOTALL)


def run(script: str, **variables: str) -> None:
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | variables
    command = ["sh", "-eu", "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@dataclass(frozen=True, slots=True)
class Place:
    """A database, as an address for the page's commands and as a connection for Django."""

    url: str
    connection: BaseDatabaseWrapper

    @property
    def variables(self) -> dict[str, str]:
        return {"DATABASE": str(self.connection.settings_dict["NAME"]), "DATABASE_URL": self.url}


def place(name: str) -> Place:
    """Return the database `name` on the server of the tests, or the SQLite file of that name."""
    other = connection.copy()
    other.settings_dict["NAME"] = name
    if connection.vendor == "sqlite":
        return Place(f"sqlite:///{name}", other)
    said = connection.settings_dict
    person = f"{said['USER']}:{said['PASSWORD']}" if said["PASSWORD"] else said["USER"]
    return Place(f"postgres://{person}@{said['HOST']}:{said['PORT'] or 5432}/{name}", other)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Place]:
    """Yield an empty database to restore to."""
    if connection.vendor == "sqlite":
        yield place(str(tmp_path / "restored.sqlite3"))
        return
    if not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed (Debian: postgresql-client)")
    name = f"newsroom_restored_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    found = place(name)
    yield found
    found.connection.close()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


def ways_to_back_up() -> list[str]:
    """Return the page's commands to back up this database.

    SQLite has two ways. The first is left out if the command `sqlite3` is not installed.
    """
    if connection.vendor == "postgresql":
        return commands("PostgreSQL: back up")
    given = commands("SQLite: back up")
    assert len(given) == 2
    return given if shutil.which("sqlite3") else given[1:]


def verified(restored: Place, var: Path) -> list[str]:
    """Run the page's lines for the time after restoring, `migrate` and `verify`.

    Returns the exit status and the last line of output of each.
    """
    environment = {**os.environ, "DEBUG": "1", "DATABASE_URL": restored.url, "NEWSROOM_VAR": str(var)}
    (lines,) = commands("After restoring")
    said = []
    for line in lines.splitlines():
        command = line.replace(".venv/bin/python", sys.executable).split()
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        said.append(
            (done.returncode, done.stdout.strip().splitlines()[-1:] or done.stderr.strip().splitlines()[-1:])
        )
    return said


def test_what_is_backed_up_while_people_work_is_restored_to_the_last_row(elsewhere: Place, tmp_path: Path):
    one_of_each(make.user())
    here, before = place(str(connection.settings_dict["NAME"])), every_row()
    restore = "SQLite: restore" if connection.vendor == "sqlite" else "PostgreSQL: restore"
    colleague = connection.copy()
    with colleague.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("UPDATE newsroom_story SET title = 'Half done'")
        for number, way in enumerate(ways_to_back_up()):
            backup = {"BACKUP": str(tmp_path / f"{number}.backup")}
            run(way, **backup, **here.variables)
        cursor.execute("ROLLBACK")
    colleague.close()
    (script,) = commands(restore)
    run(script, **backup, **elsewhere.variables)
    assert every_row(elsewhere.connection) == before
    elsewhere.connection.close()
    assert verified(elsewhere, tmp_path) == [
        (0, ["  No migrations to apply."]),
        (0, ["Everything is as it should be."]),
    ]
    assert list(findings()) == []
