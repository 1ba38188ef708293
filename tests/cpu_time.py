"""A bound on the work something may do: CPU time, which a busy machine does not lengthen as it does the
clock's.

It is set many times above what is usual, so that only a step of complexity (quadratic time, backtracking
without end) crosses it. How fast things are is measured by `make bench`.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cpu_seconds(at_most: float) -> Iterator[None]:
    """Fail where what is done inside takes more than `at_most` seconds of this process's CPU time."""
    started = time.process_time()
    yield
    spent = time.process_time() - started
    assert spent < at_most, f"took {spent:.1f} seconds of CPU time, where {at_most} are plenty"
