"""Test that commands report trouble of the database as a sentence on stderr and exit
status 1, without a traceback.
"""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.fresh_sites import environment, fresh_site
from tests.serving import ROOT, Site


@pytest.fixture
def site():
    with fresh_site("sqlite") as made:
        yield made


def run(site, *arguments):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=site.environment, capture_output=True, text=True, check=False
    )


def database_of(site):
    (path,) = site.var.rglob("*.sqlite3")
    return path


def test_a_command_says_that_somebody_else_is_writing(site, tmp_path):
    (tmp_path / "a.txt").write_text("It rained for hours in the city.")
    with closing(sqlite3.connect(database_of(site), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ended = run(site, "import_articles", str(tmp_path / "a.txt"))
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert "Somebody else is writing just now" in ended.stderr
    assert "in the form" not in ended.stderr


def test_a_command_says_that_the_database_cannot_be_opened(site):
    path = database_of(site)
    path.unlink()
    path.mkdir()
    ended = run(site, "export", "articles")
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert "The database does not answer just now" in ended.stderr


@pytest.mark.parametrize(
    "command",
    [["import_articles", "README.md"], ["export", "articles"], ["find_copies"], ["reindex"], ["verify"]],
)
def test_a_command_says_that_the_database_was_never_migrated(tmp_path, command):
    site = Site(tmp_path, environment(str(tmp_path), {"DEBUG": "1"}), "")
    ended = run(site, *command)
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert "run `manage.py migrate` first" in ended.stderr + ended.stdout
