"""The last net around one source: what it throws is told about that source, and the others go on.

Foreign formats are parsed in `newsroom.reading`, which has a net of its own. This one holds what comes after:
the queries that ask for what a source states, and our own code, which may have missed a case.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError

from newsroom.errors import Unreadable
from newsroom.trouble.database import understood

logger = logging.getLogger("newsroom.sources")

BROKEN = (
    "This could not be imported, and why is in the log of the server. Leave it out, or "
    "try it again later."
)
#: What a value that nobody foresaw makes the language and the database raise.
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
    """Do something with one source, whose name stands in the log if it breaks.

    Raises `Unreadable` for what nobody foresaw: then the log has the trace. Trouble of the database is let
    through, because it is about every source: busy, full, away, read-only.
    """
    try:
        yield
    except _UNFORESEEN as error:
        if understood(error):
            raise
        logger.exception("source failed", extra={"source": ascii(source[:100])})
        raise Unreadable(BROKEN) from error
