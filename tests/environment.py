"""Set the environment that every test run needs. Pytest loads this plugin before it loads Django's settings.

A variable that is set already stays as it is, so `DATABASE_URL=postgres://... pytest PATH` works as well.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: What a new checkout lacks: a temporary secret key, quiet commands, and a folder for the files of tests.
DEFAULTS = {
    "DEBUG": "1",
    "LOG_LEVEL": "WARNING",
    "NEWSROOM_VAR": str(ROOT / "var" / "tests"),
}

for name, value in DEFAULTS.items():
    os.environ.setdefault(name, value)
