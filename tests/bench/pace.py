"""Measure how fast the machine is now, always with the same small program.

The figure compares machines, and different times on one machine.
"""

import time
from collections.abc import Iterator

from tests.bench.figures import Figure

RUNS, STEPS = 15, 200_000


def measure(database: str) -> Iterator[Figure]:
    if database == "sqlite":
        yield Figure(
            "the machine: counting 200,000 words in Python, CPU", tuple(_cpu() for _ in range(RUNS)), "ms"
        )


def _cpu() -> float:
    began = time.process_time()
    counts: dict[str, int] = {}
    for step in range(STEPS):
        word = str(step % 997)
        counts[word] = counts.get(word, 0) + 1
    return 1000 * (time.process_time() - began)
