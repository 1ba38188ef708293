"""Send odd requests to every address of the site, in every role: `python -m
tests.fuzz.requests [--runs 14000]`.

The exit status is 1 if any answer is a server error, shows a traceback or takes longer than four seconds. The
same seed sends the same requests; `--only N` sends the request of one number again.
"""

import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.db import connection
from django.test.utils import override_settings, setup_test_environment

import tests.environment  # noqa: F401  (Django's settings read it)

if TYPE_CHECKING:
    from tests.fuzz.asking import Outcome
    from tests.world import World

#: The settings of the tests: a quick password hash, and static files that are looked up
#: when a page asks for them.
QUICK = {
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "WHITENOISE_AUTOREFRESH": True,
}
#: The number of requests after which a line shows the progress.
EVERY = 1_000


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="python -m tests.fuzz.requests", description=__doc__)
    parser.add_argument("--runs", type=int, default=14_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="N", help="ask this one request again")
    chosen = parser.parse_args(arguments)
    numbers = range(chosen.runs)
    if chosen.only is not None:
        numbers = range(chosen.only, chosen.only + 1)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    django.setup()
    # These import models, which Django must have loaded before.
    from tests.fuzz.asking import Outcome, ask_all  # noqa: PLC0415

    outcome = Outcome()
    with fresh_world() as world:
        for start in range(numbers.start, numbers.stop, EVERY):
            part = ask_all(world, chosen.seed, range(start, min(start + EVERY, numbers.stop)))
            outcome.add(part)
            print(
                f"{outcome.statuses.total():,} asked, {len(outcome.faults)} kinds of fault", file=sys.stderr
            )
    print_outcome(outcome, chosen.seed)
    return int(bool(outcome.faults))


@contextmanager
def fresh_world() -> Iterator["World"]:
    """Yield a world in a new database, and delete the database at the end."""
    # Django must be set up before.
    from django.conf import settings  # noqa: PLC0415

    from tests.world import World  # noqa: PLC0415

    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = {**settings.STORAGES, "staticfiles": static}
    # Without this, Django would answer an error with a page for programmers.
    setup_test_environment(debug=False)
    with tempfile.TemporaryDirectory() as folder, override_settings(STORAGES=storages, **QUICK):
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "fuzz.sqlite3")
        else:
            connection.settings_dict["TEST"]["NAME"] = f"newsroom_fuzz_{Path(folder).name}"
        before = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield World()
        finally:
            connection.creation.destroy_test_db(before, verbosity=0)


def print_outcome(outcome: "Outcome", seed: int) -> None:
    statuses = ", ".join(f"{status}: {number:,}" for status, number in sorted(outcome.statuses.items()))
    print(f"seed {seed}: {outcome.statuses.total():,} requests ({statuses}), slowest {outcome.slowest:.1f} s")
    for kind, requests in sorted(outcome.faults.items()):
        print(
            f"FAULT, {len(requests)} times: {kind}\n  such as {requests[0]}".encode(errors="replace").decode()
        )
    if not outcome.faults:
        print("No server error, no traceback, none slower than four seconds.")


if __name__ == "__main__":
    sys.exit(main())
