"""Limit an unexpected error to the source that causes it, so that other sources are still processed.

`newsroom.reading` does this for the errors of parsers. This module does it for later errors: of queries with
the values that a source states, and of our own code.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

from django.db import DatabaseError, InterfaceError

from newsroom.errors import NewsroomError, Unreadable
from newsroom.trouble.database import database_trouble

logger = logging.getLogger("newsroom.sources")
Part = TypeVar("Part")
Key = TypeVar("Key")
Value = TypeVar("Value")

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
def contain_errors(source: str) -> Iterator[None]:
    """Return a context in which an unexpected error is raised as `Unreadable`.

    The log then has `source` (its name) and the traceback. Trouble of the database (busy, full, away,
    read-only) is raised unchanged, because it affects every source.
    """
    try:
        yield
    except _UNFORESEEN as error:
        if database_trouble(error):
            raise
        logger.exception("source failed", extra={"source": ascii(source[:100])})
        raise Unreadable(BROKEN) from error


def contained_parts(
    work: Callable[[list[Part]], Mapping[Key, Value]],
    parts: Sequence[Part],
    name_of: Callable[[Part], str] = str,
) -> tuple[dict[Key, Value], list[Part]]:
    """Return the results of `work` for all parts, and the parts for which `work` fails.

    `work` is called once with all parts. If this fails, it is called with each part alone. The log names the
    failing parts by `name_of`.
    """
    try:
        with contain_errors("several sources"):
            return dict(work(list(parts))), []
    except NewsroomError:
        # Only trying each part alone shows for which of them it fails.
        pass
    results: dict[Key, Value] = {}
    broken = []
    for part in parts:
        try:
            with contain_errors(name_of(part)):
                results.update(work([part]))
        except NewsroomError:
            broken.append(part)
    return results, broken
