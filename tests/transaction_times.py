"""Measure how long transactions hold the database. On SQLite nobody else can write in that time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper


@contextmanager
def transaction_times() -> Iterator[list[float]]:
    """Yield a list that gets the seconds of each outermost transaction of this process, in order.

    The time begins when the transaction has begun, so it does not include the wait for other transactions.
    """
    seconds: list[float] = []
    began: dict[int, float] = {}
    set_autocommit = BaseDatabaseWrapper.set_autocommit

    def timed(wrapper: BaseDatabaseWrapper, autocommit: bool, *rest: bool, **named: bool) -> None:
        # Django turns autocommit off when an outermost transaction begins, and on again after the commit.
        if autocommit and id(wrapper) in began:
            seconds.append(time.perf_counter() - began.pop(id(wrapper)))
        set_autocommit(wrapper, autocommit, *rest, **named)
        if not autocommit:
            began[id(wrapper)] = time.perf_counter()

    BaseDatabaseWrapper.set_autocommit = timed  # type: ignore[method-assign]
    try:
        yield seconds
    finally:
        BaseDatabaseWrapper.set_autocommit = set_autocommit  # type: ignore[method-assign]
