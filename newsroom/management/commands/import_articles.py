"""`manage.py import_articles PATH...`: articles from files, folders, tables and archives."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from newsroom.actions.accounts import importer
from newsroom.actions.import_requests import ImportRequest
from newsroom.actions.importing import ImportOutcome
from newsroom.actions.importing_many import LARGEST, MOST, import_all
from newsroom.errors import NewsroomError
from newsroom.fetching.files import ImportSource, estimated_count, sources
from newsroom.models import Story, User
from newsroom.models.imports import ImportItem
from newsroom.queries.known_articles import known_article
from newsroom.queries.proposals import StoryProposal, proposal_of
from newsroom.reading.sources import read_source
from newsroom.text.model import Metadata
from newsroom.text.pipeline import PreparedSource

Status = ImportItem.Status
#: The status and the article's id, where there is one; or why it failed.
Became = tuple[Status, int | None] | NewsroomError


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
        parser.add_argument(
            "--by", default="", metavar="USERNAME", help="whose import this is (default: “import”)"
        )
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
        # A proposal may rest on the article before: then each is stored before the next one is looked at.
        most = 1 if self.proposing else MOST
        counts = dict.fromkeys(Status.values, 0)
        # On a terminal only; elsewhere stderr holds nothing but sentences.
        bar = tqdm(
            total=sum(map(estimated_count, paths)),
            unit=" articles",
            file=sys.stderr,
            disable=None,
            leave=False,
        )
        with bar:
            for stretch in _stretches(chain.from_iterable(map(sources, paths)), most):
                for line in self.imported(stretch, story):
                    counts[line["status"]] += 1
                    bar.update()
                    tqdm.write(_json(line) if json else _told(line), file=sys.stdout, end="")
                # What was said to be done is done: whoever reads along never knows of more than was stored.
                sys.stdout.flush()
        done = (
            ", ".join(f"{number} {status}" for status, number in counts.items() if number)
            or "nothing to import"
        )
        self.stderr.write(f"{done}{' (dry run: nothing stored)' if dry_run else ''}")
        if counts[Status.FAILED]:
            sys.exit(1)

    def imported(self, stretch: Sequence[ImportSource], story: str) -> list[dict[str, Any]]:
        """Import (or only read) some sources; what became of each, as `--json` prints it."""
        read = [self.read(source, story) for source in stretch]
        ready = [each for each, _ in read if isinstance(each, ImportRequest)]
        became = iter(self.became(ready))
        return [
            _line(source, each, next(became) if isinstance(each, ImportRequest) else each, proposed)
            for source, (each, proposed) in zip(stretch, read, strict=True)
        ]

    def became(self, ready: Sequence[ImportRequest]) -> list[Became]:
        """What became of the sources; of a dry run what would: they are imported in earnest, and all is taken
        back.
        """
        if self.by:
            return [_became(one) for one in import_all(ready, by=self.by)]
        with transaction.atomic():
            became = [_became(one) for one in import_all(ready, by=importer())]
            transaction.set_rollback(True)
        # An article that was made for this is gone again.
        gone = {one[1] for one in became if isinstance(one, tuple) and one[0] == Status.CREATED}
        return [(one[0], None) if isinstance(one, tuple) and one[1] in gone else one for one in became]

    def read(
        self, source: ImportSource, story: str
    ) -> tuple[ImportRequest | NewsroomError, StoryProposal | None]:
        """The source ready to be imported, or why it cannot be; and the story that is proposed for it."""
        place = source.story or story
        try:
            if source.error:
                raise NewsroomError(source.error)
            if place and place not in self.stories:
                raise NewsroomError(f"There is no story “{place}”: make it first, or leave the column blank.")
            prepared = read_source(source.raw, name=source.name, given=source.given)
            proposed = None if place else self.proposal(prepared, source)
        except NewsroomError as error:
            return error, None
        if proposed and self.accepting:
            place = proposed.story.slug
        return ImportRequest(
            source.raw, prepared, source.name, source.given, self.stories.get(place)
        ), proposed

    def proposal(self, prepared: PreparedSource, source: ImportSource) -> StoryProposal | None:
        """The story the article seems to be part of, where that is asked for."""
        if not self.proposing:
            return None
        return proposal_of(prepared, known_article(prepared, source.given.external_id))


def _stretches(found: Iterable[ImportSource], most: int) -> Iterator[list[ImportSource]]:
    """The sources in order, as many at a time as are stored together, at `most` so many."""
    stretch: list[ImportSource] = []
    size = 0
    for source in found:
        if stretch and (len(stretch) == most or size + len(source.raw) > LARGEST):
            yield stretch
            stretch, size = [], 0
        stretch.append(source)
        size += len(source.raw)
    if stretch:
        yield stretch


def _importer(username: str) -> User:
    if username:
        found = User.objects.filter(username=username).first()
        if not found:
            raise CommandError(f"There is no account {username!r}.", returncode=2)
        return found
    return importer()


def _became(outcome: ImportOutcome | NewsroomError) -> Became:
    return outcome if isinstance(outcome, NewsroomError) else (outcome.status, outcome.revision.article_id)


def _line(
    source: ImportSource, read: ImportRequest | NewsroomError, became: Became, proposed: StoryProposal | None
) -> dict[str, Any]:
    error = became.sentence if isinstance(became, NewsroomError) else ""
    status, article = (Status.FAILED, None) if isinstance(became, NewsroomError) else became
    handed = None if error or isinstance(read, NewsroomError) else read
    prepared = handed and handed.prepared
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
        "story": handed.story.slug if handed and handed.story else "",
        "proposed_story": proposed
        and handed
        and {"story": proposed.story.slug, "score": proposed.score, "reasons": list(proposed.reasons)},
        "text": prepared.running_text if prepared else "",
        "error": error,
    }


def _told(line: dict[str, Any]) -> str:
    return f"{line['status']:10} {line['path']}  {line['error'] or line['title']}\n"


def _json(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"
