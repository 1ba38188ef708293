"""Backup and restore, by the very commands of docs/operating.md: what comes back is what was there, guards
and all.
"""

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
    """The blocks of shell under a heading of the page."""
    (section,) = re.findall(rf"^### {re.escape(heading)}$(.*?)(?=^##)", PAGE, flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"```sh\n(.*?)```", section, flags=re.DOTALL)


def run(script: str, **variables: str) -> None:
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | variables
    command = ["sh", "-eu", "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@dataclass(frozen=True, slots=True)
class Place:
    """A database: how the page's commands are told of it, and Django."""

    url: str
    connection: BaseDatabaseWrapper

    @property
    def variables(self) -> dict[str, str]:
        return {"DATABASE": str(self.connection.settings_dict["NAME"]), "DATABASE_URL": self.url}


def place(name: str) -> Place:
    """The database `name` on the server of the tests, or the SQLite file of that name."""
    other = connection.copy()
    other.settings_dict["NAME"] = name
    if connection.vendor == "sqlite":
        return Place(f"sqlite:///{name}", other)
    said = connection.settings_dict
    person = f"{said['USER']}:{said['PASSWORD']}" if said["PASSWORD"] else said["USER"]
    return Place(f"postgres://{person}@{said['HOST']}:{said['PORT'] or 5432}/{name}", other)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Place]:
    """An empty place to restore to."""
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
    """The page's commands for this database. Of two for SQLite the first needs its command line."""
    if connection.vendor == "postgresql":
        return commands("PostgreSQL: back up")
    given = commands("SQLite: back up")
    assert len(given) == 2
    return given if shutil.which("sqlite3") else given[1:]


def verified(restored: Place, var: Path) -> list[str]:
    """What `migrate` and `verify` say of it, by the page's own lines."""
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
