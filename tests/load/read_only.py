"""Print what a site answers whose SQLite database can be read and not written:
`python -m tests.load.read_only`.

It prints one JSON object to stdout, with the status of each act and whether the answer holds the sentence.
"""

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import django

#: An account without rights of its own (Linux: nobody). What belongs to root may be written by root anyway.
NOBODY = 65_534


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    django.setup()
    # Django must be set up before these are imported.
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from newsroom.trouble.database import READ_ONLY  # noqa: PLC0415

    def answers() -> dict[str, Any]:
        """Return the answer of each act of a reporter who has signed in, and of a stranger."""
        stranger = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
        return {
            "read": reporter.get("/articles/"),
            "sign-in page": stranger.get("/sign-in/"),
            "sign in": stranger.post("/sign-in/", {"username": "editor", "password": sys.argv[1]}),
            "open a story": reporter.post("/stories/new/", {"title": "Rain"}),
            "health": stranger.get("/healthz"),
        }

    reporter = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    reporter.force_login(get_user_model().objects.get(username="reporter"))
    # The answers are computed once before, because afterwards Python could not read all of its own modules.
    answers()
    reporter.get("/a-page-that-is-not-there/")
    connection.close()
    forbid_writing(Path(str(connection.settings_dict["NAME"])))

    told = {}
    for act, answer in answers().items():
        told[act] = [answer.status_code, READ_ONLY in answer.content.decode()]
    print(json.dumps(told))


def forbid_writing(database: Path) -> None:
    """Make the file and its folder read-only for this process."""
    readable = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
    for path in database.parent.glob(f"{database.name}*"):
        path.chmod(readable)
    database.parent.chmod(readable | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    if os.geteuid() == 0:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)


if __name__ == "__main__":
    main()
