"""Test that people get the right sentence within ten seconds if SQLite is busy or full, and
that nothing is stored half.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fresh_sites import fresh_site
from tests.load.trouble import Desk, answered_soon, small_disk
from tests.serving import ROOT

BUSY = "Somebody else is writing just now"
FULL = "The disk of the server is full"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh_site("sqlite") as site:
        yield Desk(site)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 60) as folder:
        yield folder


def test_a_database_that_somebody_holds_is_busy_until_it_is_let_go(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.site.var / "newsroom.sqlite3", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        answer, signing_in, health = answered_soon(desk.draw, desk.sign_in, desk.health)
        assert desk.read() == 200
        holder.execute("ROLLBACK")
    assert (answer.status, signing_in, health) == (503, 503, 503)
    assert answer.headers["Retry-After"] == "5"
    assert BUSY in answer.body
    assert desk.drawn()
    assert (desk.sign_in(), desk.health()) == (302, 200)


def test_a_full_disk_is_told_and_leaves_nothing_half_saved(disk: Path) -> None:
    with fresh_site("sqlite", folder=disk) as site:
        desk = Desk(site)
        assert desk.drawn()
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file:
            fill_up(file)
        answers = [desk.draw() for _ in range(40)]
        refused = [answer for answer in answers if answer.status == 503]
        assert refused, "The disk never became full."
        assert all(FULL in answer.body for answer in refused)
        assert (desk.health(), desk.read()) == (503, 200)
        filler.unlink()
        assert desk.drawn()
        assert desk.health() == 200
        site.command("verify")


def test_a_database_that_may_only_be_read_is_read_and_everything_else_is_told() -> None:
    with fresh_site("sqlite") as site:
        database = site.var / "newsroom.sqlite3"
        command = [sys.executable, "-m", "tests.load.read_only", site.password]
        # A reader without write permission needs the files beside the database, which exist while
        # somebody has it open.
        with closing(sqlite3.connect(database)) as holder:
            holder.execute("SELECT count(*) FROM newsroom_article").fetchone()
            run = subprocess.run(command, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, check=True)
        site.var.chmod(0o700)
        database.chmod(0o600)
    assert json.loads(run.stdout) == {
        "read": [200, False],
        "sign-in page": [200, False],
        "sign in": [503, True],
        "open a story": [503, True],
        "health": [503, False],
    }


def fill_up(file) -> None:
    """Write into the file until the disk is full."""
    for size in (2**20, 2**12, 1):
        try:
            while True:
                file.write(b"x" * size)
        except OSError:
            continue
