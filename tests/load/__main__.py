"""Trials of the site under load: `python -m tests.load [--seconds 20] [--database sqlite]`.

Exit status 1 where anything acknowledged was lost or doubled, a lock was complained of, or `verify` found
something.
"""

import sys
from argparse import ArgumentParser

from tests.load.trials import killed_under_load, under_load
from tests.serving import DATABASES, fresh_site


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument(
        "--database", choices=DATABASES, action="append", help="only this one (default: both)"
    )
    chosen = parser.parse_args()
    sound = True
    for database in chosen.database or DATABASES:
        for trial in (under_load, killed_under_load):
            with fresh_site(database) as site:
                outcome = trial(site, chosen.seconds)
            print(f"{database}, {trial.__name__.replace('_', ' ')}: {outcome.told()}", flush=True)
            for rule in outcome.broken:
                print(f"  BROKEN: {rule}")
            sound = sound and not outcome.broken
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
