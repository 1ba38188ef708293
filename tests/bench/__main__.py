"""Measure how fast the site is: `python -m tests.bench [NAME...] [--database sqlite]` prints one table.

Each bench runs in a process of its own with a site of its own, served as people serve it. A figure is the
median of at least three runs. The best run stands beside it, because other programs on the machine can make a
figure worse and never better. Beside it stand the goal, and the figures of doccano and Label Studio. A missed
goal is no failure: the exit status is 1 only if a bench breaks.
"""

import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tests.bench.figures import Figure, line_of, of_line, table
from tests.run import postgres_answers
from tests.serving import DATABASES, ROOT

#: The benches in the order in which they run. Each `tests.bench.NAME` has a function `measure(database)`.
BENCHES = (
    "pace",
    "counting",
    "drawing",
    "importing",
    "pages",
    "plenty",
    "idle",
    "watching",
    "painting",
    "growing",
    "searching",
)


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "bench", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHES)} (default: all)"
    )
    parser.add_argument(
        "--database", choices=DATABASES, action="append", help="only this one (default: both)"
    )
    parser.add_argument(
        "--development", type=Path, metavar="PATH", help="a set of passages for re-anchoring: see reanchoring"
    )
    parser.add_argument("--within", action="store_true", help="measure here and print figures as JSON lines")
    chosen = parser.parse_args()
    if unknown := set(chosen.bench) - set(BENCHES):
        parser.error(f"There is no bench {', '.join(sorted(unknown))}: choose from {', '.join(BENCHES)}.")
    databases = chosen.database or [name for name in DATABASES if name == "sqlite" or postgres_answers()]
    if chosen.within:
        for figure in measuring(chosen.bench[0])(databases[0]):
            print(line_of(figure), flush=True)
        return 0
    rows: list[tuple[str, Figure]] = []
    broken: list[str] = []
    for name in chosen.bench or BENCHES:
        for database in databases:
            began = time.monotonic()
            figures, returncode = apart(name, database)
            rows += [(database, figure) for figure in figures]
            broken += [f"{name} on {database}"] if returncode else []
            print(f"{name} on {database}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(table(rows))
    if chosen.development:
        subprocess.run(
            [sys.executable, "-m", "tests.bench.reanchoring", str(chosen.development)], cwd=ROOT, check=True
        )
    for what in broken:
        print(f"BROKEN: {what}")
    return 1 if broken else 0


def measuring(name: str) -> Callable[[str], Iterator[Figure]]:
    measure: Callable[[str], Iterator[Figure]] = import_module(f"tests.bench.{name}").measure
    return measure


def apart(name: str, database: str) -> tuple[list[Figure], int]:
    """Measure one bench in a process of its own. Return its figures, and the exit status of the process."""
    command = [sys.executable, "-m", "tests.bench", name, "--database", database, "--within"]
    run = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    return [of_line(line) for line in run.stdout.splitlines()], run.returncode


if __name__ == "__main__":
    sys.exit(main())
