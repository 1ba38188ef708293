"""`manage.py import_articles PATH...`: articles from files, folders, tables and archives."""

import json
import sys
from argparse import ArgumentParser
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.actions.accounts import importer
from newsroom.actions.importing import import_article
from newsroom.errors import NewsroomError
from newsroom.models import Story, User
from newsroom.models.imports import ImportItem
from newsroom.proposals import Proposed, proposal_of
from newsroom.queries import known_article, says_the_same
from newsroom.sources import Source, expected, sources
from newsroom.text.model import Metadata
from newsroom.text.preparing import Prepared, prepare

Status = ImportItem.Status


class Command(BaseCommand):
    help = "Import articles: .txt .md .html .docx .eml files, folders, .jsonl and .csv records, .zip of any of these."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--story", default="", metavar="SLUG", help="put the articles into this story")
        parser.add_argument(
            "--accept-proposed",
            action="store_true",
            help="put an article for which no story is named into the one it seems to be part of",
        )
        parser.add_argument("--by", default="", metavar="USERNAME", help="whose import this is (default: “import”)")
        parser.add_argument("--dry-run", action="store_true", help="read and report; store nothing")
        parser.add_argument(
            "--json",
            action="store_true",
            help="one JSON object an article on stdout; a page’s text without headline, byline, date, captions",
        )

    def handle(
        self,
        *,
        paths: list[Path],
        story: str,
        accept_proposed: bool,
        by: str,
        dry_run: bool,
        json: bool,
        **_: Any,
    ) -> None:
        if missing := [str(path) for path in paths if not path.exists()]:
            raise CommandError(f"There is nothing at {', '.join(missing)}.", returncode=2)
        self.stories = {found.slug: found for found in Story.objects.all()}
        if story and story not in self.stories:
            raise CommandError(f"There is no story {story!r}.", returncode=2)
        self.by = None if dry_run else _importer(by)
        self.accepting, self.proposing = accept_proposed, bool(self.stories) and (json or accept_proposed)
        counts = dict.fromkeys(Status.values, 0)
        # On a terminal only; elsewhere stderr holds nothing but sentences.
        bar = tqdm(total=sum(map(expected, paths)), unit=" articles", file=sys.stderr, disable=None, leave=False)
        with bar:
            for source in chain.from_iterable(map(sources, paths)):
                line = self.one(source, story)
                counts[line["status"]] += 1
                bar.update()
                tqdm.write(_json(line) if json else _told(line), file=sys.stdout, end="")
                # What was said to be done is done: whoever reads along never knows of more than was stored.
                sys.stdout.flush()
        done = ", ".join(f"{number} {status}" for status, number in counts.items() if number) or "nothing to import"
        self.stderr.write(f"{done}{' (dry run: nothing stored)' if dry_run else ''}")
        if counts[Status.FAILED]:
            sys.exit(1)

    def one(self, source: Source, story: str) -> dict[str, Any]:
        """Import (or only read) one source; what became of it, as `--json` prints it."""
        try:
            if source.error:
                raise NewsroomError(source.error)
            place = source.story or story
            if place and place not in self.stories:
                raise NewsroomError(f"There is no story “{place}”: make it first, or leave the column blank.")
            prepared = prepare(source.raw, name=source.name, given=source.given)
            proposed = None if place else self.proposal(prepared, source)
            if proposed and self.accepting:
                place = proposed.story.slug
            if self.by is None:
                status, article = _would_be(prepared, source)
            else:
                outcome = import_article(
                    source.raw,
                    name=source.name,
                    given=source.given,
                    by=self.by,
                    story=self.stories.get(place),
                    prepared=prepared,
                )
                status, article = outcome.status, outcome.revision.article_id
        except NewsroomError as error:
            return _line(source, Status.FAILED, error=error.sentence)
        return _line(source, status, article, prepared, story=place, proposed=proposed)

    def proposal(self, prepared: Prepared, source: Source) -> Proposed | None:
        """The story the article seems to be part of, where that is asked for."""
        if not self.proposing:
            return None
        return proposal_of(prepared, known_article(prepared, source.given.external_id))


def _importer(username: str) -> User:
    if username:
        found = User.objects.filter(username=username).first()
        if not found:
            raise CommandError(f"There is no account {username!r}.", returncode=2)
        return found
    return importer()


def _would_be(prepared: Prepared, source: Source) -> tuple[Status, int | None]:
    article = known_article(prepared, source.given.external_id)
    if article is None or article.current is None:
        return Status.CREATED, None
    same = says_the_same(article.current, prepared)
    return Status.UNCHANGED if same else Status.REVISED, article.pk


def _line(
    source: Source,
    status: Status,
    article: int | None = None,
    prepared: Prepared | None = None,
    *,
    story: str = "",
    proposed: Proposed | None = None,
    error: str = "",
) -> dict[str, Any]:
    found = prepared.metadata if prepared else Metadata()
    moment = found.published_at
    return {
        "path": source.path,
        "status": str(status),
        "article": article,
        "title": prepared.title if prepared else "",
        "byline": found.byline,
        "published_at": moment and (moment.date() if found.published_on_day else moment).isoformat(),
        "outlet": found.outlet,
        "story": story,
        "proposed_story": proposed
        and {"story": proposed.story.slug, "score": proposed.score, "reasons": list(proposed.reasons)},
        "text": prepared.running_text if prepared else "",
        "error": error,
    }


def _told(line: dict[str, Any]) -> str:
    return f"{line['status']:10} {line['path']}  {line['error'] or line['title']}\n"


def _json(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"
