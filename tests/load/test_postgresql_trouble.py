"""Test that people get the right sentence within ten seconds if PostgreSQL is away, locked or read-only."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests.fresh_sites import fresh_site
from tests.load.trouble import Desk, answered_soon
from tests.serving import POSTGRES

AWAY = "The database does not answer just now"
BUSY = "Somebody else is writing just now"
READ_ONLY = "The database takes no changes just now"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh_site("postgresql") as site:
        yield Desk(site)


@contextmanager
def server() -> Iterator[psycopg.Connection]:
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        yield connection


def database_of(desk: Desk) -> str:
    return desk.site.environment["DATABASE_URL"].rpartition("/")[2]


def end_connections(connection: psycopg.Connection, name: str) -> None:
    connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def test_a_database_that_goes_away_is_told_and_used_again_once_it_is_back(desk: Desk) -> None:
    """The test ends every connection and refuses new ones for a while, as a restart of the server does."""
    name = database_of(desk)
    with server() as connection:
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        end_connections(connection, name)
        answer, signing_in, health = answered_soon(desk.draw, desk.sign_in, desk.health)
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert (answer.status, signing_in, health) == (503, 503, 503)
    assert AWAY in answer.body
    assert desk.drawn()
    assert (desk.read(), desk.health()) == (200, 200)


def test_a_row_that_somebody_holds_is_busy(desk: Desk) -> None:
    with psycopg.connect(desk.site.environment["DATABASE_URL"]) as holder:
        holder.execute("LOCK TABLE annotations_highlight IN ACCESS EXCLUSIVE MODE")
        (answer,) = answered_soon(desk.draw)
        holder.rollback()
    assert answer.status == 503
    assert BUSY in answer.body
    assert desk.drawn()


def test_a_database_that_takes_no_changes_is_told(desk: Desk) -> None:
    name = database_of(desk)
    with server() as connection:
        connection.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
        end_connections(connection, name)
        desk.person.get("/healthz")  # the first request finds that its connection has ended
        answer, health = answered_soon(desk.draw, desk.health)
        connection.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = off')
        end_connections(connection, name)
    assert (answer.status, health) == (503, 503)
    assert READ_ONLY in answer.body
    desk.person.get("/healthz")
    assert desk.drawn()
