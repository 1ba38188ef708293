"""Recognise trouble of the database: it is busy, full, away or read-only, or two transactions collided.

Django wraps the error of the database driver, which says exactly what happened: SQLite by a result code
(https://www.sqlite.org/rescode.html), PostgreSQL by an SQLSTATE
(https://www.postgresql.org/docs/current/errcodes-appendix.html).
"""

import sqlite3

import psycopg
from django.db import DatabaseError, InterfaceError

from newsroom.errors import Unavailable

NOTHING_SAVED = "Nothing was saved, and what you wrote is still in the form."
BUSY = f"Somebody else is writing just now, for longer than we wait. {NOTHING_SAVED} Try again in a moment."
FULL = (
    f"The disk of the server is full. {NOTHING_SAVED} Tell whoever runs the server, then try again."
)
READ_ONLY = f"The database takes no changes just now. {NOTHING_SAVED} Tell whoever runs the server."
AWAY = f"The database does not answer just now. {NOTHING_SAVED} Try again in a moment."
CROSSED = f"Two people changed the same things at the same moment. {NOTHING_SAVED} Try again."

#: The seconds after which another attempt makes sense: soon, or after somebody has repaired the server.
SOON, LATER = 5, 60

#: The sentence and the seconds to wait, by the beginning of SQLite's name for a result.
OF_SQLITE = {
    "SQLITE_BUSY": (BUSY, SOON),
    "SQLITE_LOCKED": (BUSY, SOON),
    "SQLITE_FULL": (FULL, LATER),
    "SQLITE_READONLY": (READ_ONLY, LATER),
    "SQLITE_CANTOPEN": (AWAY, LATER),
    "SQLITE_IOERR": (AWAY, LATER),
}
#: The sentence and the seconds to wait, by the beginning of an SQLSTATE. `08` and `57P0` concern connections.
OF_POSTGRESQL = {
    "40P01": (CROSSED, SOON),
    "40001": (CROSSED, SOON),
    "55P03": (BUSY, SOON),
    "57014": (BUSY, SOON),
    "53300": (AWAY, SOON),
    "53100": (FULL, LATER),
    "25006": (READ_ONLY, LATER),
    "08": (AWAY, SOON),
    "57P0": (AWAY, SOON),
}


def database_trouble(exception: BaseException) -> Unavailable | None:
    """Return the `Unavailable` error to show, if `exception` means that the database is busy, full, away or
    read-only, or that two transactions collided.

    Returns None for every other exception, also for a database error that our own code causes, such as a
    wrong query.
    """
    if not isinstance(exception, DatabaseError | InterfaceError):
        return None

    trouble: tuple[str, int] | None = None
    cause = exception.__cause__
    if isinstance(cause, sqlite3.Error):
        # Errors of the sqlite3 module itself, such as a wrong number of parameters, have no code.
        trouble = _beginning(getattr(cause, "sqlite_errorname", ""), OF_SQLITE)
    elif isinstance(cause, psycopg.Error):
        trouble = _of_postgresql(cause)

    if trouble is None:
        return None
    sentence, seconds = trouble
    return Unavailable(sentence, retry_after=seconds)


def is_collision(exception: BaseException) -> bool:
    """Return whether the database rolled back a whole transaction because it collided with another one.

    Then it is safe to repeat the transaction.
    """
    trouble = database_trouble(exception)
    return trouble is not None and trouble.sentence == CROSSED


def _of_postgresql(cause: psycopg.Error) -> tuple[str, int] | None:
    if cause.sqlstate:
        return _beginning(cause.sqlstate, OF_POSTGRESQL)
    # A lost or refused connection has no SQLSTATE, because no server could send one.
    if isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
        return AWAY, SOON
    return None


def _beginning(code: str, troubles: dict[str, tuple[str, int]]) -> tuple[str, int] | None:
    for beginning, answer in troubles.items():
        if code.startswith(beginning):
            return answer
    return None
