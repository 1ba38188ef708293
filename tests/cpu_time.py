"""Limit the CPU time of a block. A busy machine does not lengthen CPU time, as it does the time by the clock.

The limit is many times the usual time, so only another complexity (quadratic time, endless backtracking)
exceeds it. `make bench` measures speed.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cpu_seconds(at_most: float) -> Iterator[None]:
    """Fail if the block takes more than `at_most` seconds of this process's CPU time."""
    started = time.process_time()
    yield
    spent = time.process_time() - started
    assert spent < at_most, f"took {spent:.1f} seconds of CPU time, where {at_most} are plenty"
