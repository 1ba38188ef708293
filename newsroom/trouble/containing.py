"""Contain unexpected errors about one source, so that other sources are still processed.

`newsroom.reading` contains the errors of parsers itself. This module contains later errors: of queries with
the values that a source states, and of our own code.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError

from newsroom.errors import Unreadable
from newsroom.trouble.database import database_trouble

logger = logging.getLogger("newsroom.sources")

BROKEN = (
    "This could not be imported, and why is in the log of the server. Leave it out, or "
    "try it again later."
)
#: The errors of Python and the database for an unexpected value.
_UNFORESEEN = (
    DatabaseError,
    InterfaceError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@contextmanager
def contained(source: str) -> Iterator[None]:
    """Turn unexpected errors inside the block into `Unreadable`. The log then has `source` and the traceback.

    Trouble of the database (busy, full, away, read-only) is raised unchanged, because it affects every
    source.
    """
    try:
        yield
    except _UNFORESEEN as error:
        if database_trouble(error):
            raise
        logger.exception("source failed", extra={"source": ascii(source[:100])})
        raise Unreadable(BROKEN) from error
