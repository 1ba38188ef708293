"""`manage.py check_revisions`: what outlets changed, found by looking at their pages again."""

import json
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from newsroom.actions.accounts import importer
from newsroom.actions.checking import CheckResult, Status, check_article
from newsroom.fetching.schedule import HostPauses, WatchedAddress, by_turns, table
from newsroom.models import Story
from newsroom.queries.watching import watched

PAUSE = 5.0
MOST = 100


class Command(BaseCommand):
    help = f"""\
Look at the addresses of articles that are due, and import what changed. Run it by a
timer, every 15 minutes: each article is looked at only as often as its age since
publication says, and after each failure it is left alone for twice as long.

{table()}"""

    def create_parser(self, *args: Any, **kwargs: Any) -> Any:
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--story", default="", metavar="SLUG", help="only the articles of this story")
        parser.add_argument(
            "--limit", type=int, default=MOST, metavar="N", help=f"at most so many; {MOST} unless told"
        )
        parser.add_argument(
            "--pause",
            type=float,
            default=PAUSE,
            metavar="SECONDS",
            help=f"between requests to one host; {PAUSE:g}",
        )
        parser.add_argument("--all", action="store_true", help="also articles that are not due")
        parser.add_argument("--dry-run", action="store_true", help="tell what is due; fetch nothing")
        parser.add_argument("--json", action="store_true", help="one JSON object an article on stdout")

    def handle(self, *, story: str, limit: int, pause: float, dry_run: bool, **options: Any) -> None:
        chosen = Story.objects.filter(slug=story).first() if story else None
        if story and not chosen:
            raise CommandError(f"There is no story {story!r}.", returncode=2)
        now = timezone.now()
        due = [article for article in watched(chosen) if options["all"] or article.due <= now]
        due = sorted(due, key=lambda article: article.due)[: max(0, limit)]
        counts: Counter[str] = Counter()
        pauses = HostPauses(pause)
        for article in due:
            if dry_run:
                self.stdout.write(f"{'due':10} {article.url}  since {article.due:%Y-%m-%d %H:%M} UTC")
        for article in by_turns(due) if not dry_run else ():
            if checked := look(article, pauses):
                counts[checked.status] += 1
                self.tell(checked, as_json=options["json"])
        told = ", ".join(f"{number} {status}" for status, number in sorted(counts.items()))
        self.stderr.write(f"{len(due)} due{f': {told}' if told else ''}.")
        if counts[Status.FAILED]:
            sys.exit(1)

    def tell(self, checked: CheckResult, *, as_json: bool) -> None:
        if as_json:
            sys.stdout.write(json.dumps(asdict(checked), ensure_ascii=False) + "\n")
        else:
            said = checked.error or f"revision {checked.revision}"
            self.stdout.write(f"{checked.status:10} {checked.url}  {said}")


def look(article: WatchedAddress, pauses: HostPauses) -> CheckResult | None:
    """Look at one address once its host may be asked again."""
    time.sleep(pauses.left(article.host, time.monotonic()))
    checked = check_article(article, at=timezone.now(), by=importer())
    pauses.asked(article.host, time.monotonic())
    return checked
