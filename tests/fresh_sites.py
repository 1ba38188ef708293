"""Make sites with the sample desk for tests that need a site of their own. One is made in
each process, then copied.
"""

import atexit
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.serving import HOST, POSTGRES, SERVING, Site

#: Variables that make coverage measure each process that a measured process starts.
MEASURING = {"COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"}


@dataclass(frozen=True, slots=True)
class SampleSite:
    """A site with the sample desk that is never served, because others are copied from it.

    `var` is its folder. `name` is the name of its database on the server, or an empty string
    if the database is a file.
    """

    var: Path
    name: str
    password: str


@contextmanager
def fresh_site(database: str, *, folder: Path | None = None) -> Iterator[Site]:
    """Make a site with the sample desk on a new database (one of `DATABASES`), and delete it at the end.

    It is not served yet. Its folder is in `folder`, or among temporary files.
    """
    sample = sample_site(database)
    with (
        tempfile.TemporaryDirectory(dir=folder) as var,
        copied_database(sample.name) as variables,
    ):
        shutil.copytree(sample.var, var, dirs_exist_ok=True)
        site = Site(Path(var), environment(var, variables), sample.password)
        try:
            yield site
        finally:
            site.stop()


@cache
def sample_site(database: str) -> SampleSite:
    """Return the site that others are copied from. It is made once in each process,
    because that takes ten seconds.
    """
    var = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, var, ignore_errors=True)
    name = ""
    if database == "postgresql":
        name = database_name()
        with psycopg.connect(POSTGRES, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}"')
        atexit.register(drop_database, name)
    site = Site(Path(var), environment(var, variables_for(name)), secrets.token_hex(16))
    site.command("demo", "--no-serve", "--password", site.password)
    return SampleSite(site.var, name, site.password)


@contextmanager
def copied_database(sample: str) -> Iterator[dict[str, str]]:
    """Yield the environment variables of a copy of the server's database `sample`, and
    drop the copy at the end.

    An empty name gives no variables, because a database in a file is copied with its folder.
    """
    if not sample:
        yield {}
        return
    name = database_name()
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{sample}"')
    try:
        yield variables_for(name)
    finally:
        drop_database(name)


def environment(var: str, variables: Mapping[str, str]) -> dict[str, str]:
    """Return the environment with which the processes of a site are started.

    Coverage does not measure them, because they would answer too late under load.
    """
    left_out = {*SERVING, *MEASURING}
    own = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**own, "NEWSROOM_VAR": var, **variables}


def variables_for(name: str) -> dict[str, str]:
    """Return the environment variables of a site on the server's database `name`, or
    none if the name is empty.
    """
    if not name:
        return {}
    return {
        "DATABASE_URL": urlunsplit(urlsplit(POSTGRES)._replace(path=f"/{name}")),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": HOST,
        "HTTPS": "0",
    }


def database_name() -> str:
    return f"newsroom_{os.getpid()}_{secrets.token_hex(4)}"


def drop_database(name: str) -> None:
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
