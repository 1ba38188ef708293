"""Try the site under load: `python -m tests.load [--seconds 20] [--database sqlite]`.

With `--beside-import` people draw while others import a text of 2 MB and 1,000 articles.

The exit status is 1 if an acknowledged highlight was lost or stored twice, if a lock caused an error, if
`verify` found something, or if people waited too long for an import. The last line says so too.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from tests.fresh_sites import fresh_site
from tests.load.beside_import import beside_import
from tests.load.trials import killed_under_load, under_load
from tests.serving import DATABASES


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument(
        "--database", choices=DATABASES, action="append", help="only this one (default: both)"
    )
    parser.add_argument(
        "--beside-import", action="store_true", help="draw for as long as imports take, and only that"
    )
    chosen = parser.parse_args()
    trials = [beside_import] if chosen.beside_import else [under_load, killed_under_load]
    broken = []
    for database in chosen.database or DATABASES:
        for trial in trials:
            with fresh_site(database) as site:
                outcome = trial(site, chosen.seconds)
            name = f"{database}, {trial.__name__.replace('_', ' ')}"
            print(f"{name}: {outcome.told()}", flush=True)
            faults = outcome.broken + outcome.too_slow
            for rule in faults:
                print(f"  BROKEN: {rule}")
            if faults:
                broken.append(name)
    return conclude(broken)


def conclude(broken: Sequence[str]) -> int:
    """Print how the trials ended, and return the exit status. `broken` are sentences about broken rules."""
    if broken:
        print(f"BROKEN: {'; '.join(broken)}.")
        return 1
    print("Nothing acknowledged was lost, and everything stored is sound.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
