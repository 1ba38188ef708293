"""Provide `manage.py check_revisions`, which fetches the addresses of articles again and imports what has
changed.
"""

import json
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from newsroom.actions.checking import CheckResult, Status, check_article
from newsroom.actions.people.accounts import importer
from newsroom.fetching.schedule import HostPauses, WatchedAddress, alternating_hosts, table
from newsroom.management.line_command import LineCommand
from newsroom.models import Story
from newsroom.queries.watching import watched_addresses

#: The seconds between two requests to one host.
PAUSE = 5.0
#: The most addresses that one run checks, unless another number is given.
MOST = 100


class Command(LineCommand):
    help = f"""\
Look at the addresses of articles that are due, and import what changed. Run it by a
timer, every 15 minutes: each article is looked at only as often as its age since
publication says, and after each failure it is left alone for twice as long.

{table()}"""

    def create_parser(self, *args: Any, **kwargs: Any) -> Any:
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--story",
            default="",
            metavar="SLUG",
            help="only the articles of this story",
        )
        parser.add_argument(
            "--limit",
            type=int,
            default=MOST,
            metavar="N",
            help=f"at most so many (default: {MOST})",
        )
        parser.add_argument(
            "--pause",
            type=float,
            default=PAUSE,
            metavar="SECONDS",
            help=f"between requests to one host; {PAUSE:g}",
        )
        parser.add_argument("--all", action="store_true", help="also articles that are not due")
        parser.add_argument(
            "--dry-run", action="store_true", help="tell what is due; fetch nothing"
        )
        parser.add_argument(
            "--json", action="store_true", help="one JSON object an article on stdout"
        )

    def handle(
        self,
        *,
        story: str,
        limit: int,
        pause: float,
        dry_run: bool,
        **options: Any,
    ) -> None:
        due = _due(_story(story), limit, regardless=options["all"])
        if dry_run:
            self.list_due(due)
            counts: Counter[str] = Counter()
        else:
            counts = self.check_addresses(due, pause, as_json=options["json"])

        self.say(_summary(len(due), counts))
        if counts[Status.FAILED]:
            sys.exit(1)

    def list_due(self, due: Iterable[WatchedAddress]) -> None:
        for article in due:
            self.print_line(f"{'due':10} {article.url}  since {article.due:%Y-%m-%d %H:%M} UTC")

    def check_addresses(
        self, due: Iterable[WatchedAddress], pause: float, *, as_json: bool
    ) -> Counter[str]:
        """Check each address and print the result.

        Returns the number of results for each status. An address that another process has checked already is
        not counted. `pause` is in seconds.
        """
        counts: Counter[str] = Counter()
        pauses = HostPauses(pause)
        for article in alternating_hosts(due):
            result = _check_when_allowed(article, pauses)
            if result:
                counts[result.status] += 1
                self.write_result(result, as_json=as_json)
        return counts

    def write_result(self, result: CheckResult, *, as_json: bool) -> None:
        if as_json:
            self.print_line(json.dumps(asdict(result), ensure_ascii=False))
            return
        words = result.error or f"revision {result.revision}"
        self.print_line(f"{result.status:10} {result.url}  {words}")


def _story(slug: str) -> Story | None:
    """Return the story with this slug, or None if `slug` is empty.

    Raises `CommandError`, which exits with 2, if there is no such story.
    """
    if not slug:
        return None
    story = Story.objects.filter(slug=slug).first()
    if story is None:
        raise CommandError(f"There is no story {slug!r}.", returncode=2)
    return story


def _due(
    story: Story | None,
    limit: int,
    *,
    regardless: bool,
) -> list[WatchedAddress]:
    """Return at most `limit` addresses that are due; with `regardless`, also addresses that are not due yet.

    The address that has been due for the longest time comes first.
    """
    now = timezone.now()
    due = []
    for article in watched_addresses(story):
        if regardless or article.due <= now:
            due.append(article)
    due.sort(key=lambda article: article.due)
    return due[: max(0, limit)]


def _check_when_allowed(article: WatchedAddress, pauses: HostPauses) -> CheckResult | None:
    """Wait until the host of the address may be asked again, then check the address.

    Returns None if another process has checked it already.
    """
    time.sleep(pauses.seconds_left(article.host, time.monotonic()))
    result = check_article(article, at=timezone.now(), by=importer())
    # The pause begins after the check, because one check may send several requests.
    pauses.note_request(article.host, time.monotonic())
    return result


def _summary(number: int, counts: Counter[str]) -> str:
    parts = [f"{count} {status}" for status, count in sorted(counts.items())]
    if not parts:
        return f"{number} due."
    return f"{number} due: {', '.join(parts)}."
