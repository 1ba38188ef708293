"""Provide `manage.py demo`, which makes the sample desk, with two stories and four
accounts, and serves it.
"""

import secrets
import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from annotations.management.sample_desk import make_sample_desk
from newsroom.actions.people.accounts import accounts_of_each_role
from newsroom.config.serving import serve
from newsroom.management.line_command import LineCommand
from newsroom.models import User

#: The sample desk is served to this computer only.
ADDRESS = "127.0.0.1"
SEEDS = settings.BASE_DIR / "seeds"
#: The folders with the tables of the sample stories, one folder per story.
STORIES = (SEEDS, SEEDS / "practice")


class Command(LineCommand):
    help = (
        "Set up the sample desk (accounts, two stories with articles, highlights, claims and links) "
        "and serve it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="set up only")
        parser.add_argument(
            "--password", default="", metavar="P", help="password of the four accounts, set again"
        )

    def handle(
        self,
        *,
        port: int,
        no_serve: bool,
        password: str,
        **_: Any,
    ) -> None:
        if not no_serve and is_in_use(port):
            raise CommandError(
                f"Port {port} is in use. Serve elsewhere: --port {port + 1} (or PORT={port + 1} make run)."
            )
        # The command works in an empty folder, so it makes the tables and the static files itself.
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        people = self.accounts(password)
        for folder in STORIES:
            story = make_sample_desk(folder, people)
            if story:
                self.say(f"Made the sample story “{story}”.")
            else:
                self.say(f"The sample story of {folder.name}/ is here already.")
        if not no_serve:
            self.say(f"Serving http://{ADDRESS}:{port}/ (Ctrl+C ends it).")
            serve(f"{ADDRESS}:{port}")

    def accounts(self, password: str) -> dict[str, User]:
        """Return the sample accounts by role, and print the password if it is a new one.

        With an empty `password`, accounts that exist keep theirs, and new accounts get a random one.
        """
        new_password = password or secrets.token_urlsafe(12)
        people, new = accounts_of_each_role(new_password, renew=bool(password))
        if new:
            self.say(f"Accounts: {', '.join(new)}. Password: {new_password}")
        return people


def is_in_use(port: int) -> bool:
    """Return whether a program on this computer listens at the port already."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex((ADDRESS, port)) == 0
