"""Trials of the site under load: `python -m tests.load [--seconds 20] [--database sqlite]`.

Exit status 1 if anything acknowledged was lost or doubled, a lock was complained of, or `verify` found
something. The last line says so too.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from tests.load.trials import killed_under_load, under_load
from tests.serving import DATABASES, fresh_site


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument(
        "--database", choices=DATABASES, action="append", help="only this one (default: both)"
    )
    chosen = parser.parse_args()
    broken = []
    for database in chosen.database or DATABASES:
        for trial in (under_load, killed_under_load):
            with fresh_site(database) as site:
                outcome = trial(site, chosen.seconds)
            name = f"{database}, {trial.__name__.replace('_', ' ')}"
            print(f"{name}: {outcome.told()}", flush=True)
            for rule in outcome.broken:
                print(f"  BROKEN: {rule}")
            if outcome.broken:
                broken.append(name)
    return conclude(broken)


def conclude(broken: Sequence[str]) -> int:
    """Say how the trials ended, and return the exit status."""
    if broken:
        print(f"BROKEN: {'; '.join(broken)}.")
        return 1
    print("Nothing acknowledged was lost, and everything stored is sound.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
