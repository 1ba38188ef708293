"""Provide `manage.py import_articles PATH...`, which imports files, folders, tables and archives."""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from tqdm import tqdm

from newsroom.actions.people.accounts import importer
from newsroom.errors import Invalid
from newsroom.fetching.files import estimated_count, sources
from newsroom.fetching.import_sources import ImportSource
from newsroom.fetching.kinds import RECORDS
from newsroom.fetching.mapped_tables import sources_of_table
from newsroom.management.addresses import PAUSE, with_pages
from newsroom.management.import_lines import Status
from newsroom.management.import_runs import ImportAnswers, ImportRun
from newsroom.management.line_command import LineCommand
from newsroom.models import Story, UnlikeChoice, User
from newsroom.text.listings.columns import parse_columns


class Command(LineCommand):
    help = (
        "Import articles: .txt .md .html .docx .odt .rtf .pdf .eml .xml .warc files, folders, .csv .xlsx "
        ".json .jsonl .ris records, .zip or .gz of any of these."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--story",
            default="",
            metavar="SLUG",
            help="put the articles into this story",
        )
        parser.add_argument(
            "--accept-proposed",
            action="store_true",
            help="put an article for which no story is named into the one it seems to be part of",
        )
        parser.add_argument(
            "--unlike",
            choices=UnlikeChoice.values,
            default="",
            help=(
                "what a text is that has the address or id of an article, but hardly a word in common with "
                "it (default: it is not imported)"
            ),
        )
        parser.add_argument(
            "--columns",
            default="",
            metavar="COLUMN=FIELD,…",
            help=(
                "which column of a table is which field, such as “Überschrift=title, Quelle=outlet, Nr=”; "
                "a column without a field is left out (default: by their names)"
            ),
        )
        parser.add_argument(
            "--as-one",
            action="store_true",
            help="import a file that looks like several articles as one (default: it is not imported)",
        )
        parser.add_argument(
            "--by",
            default="",
            metavar="USERNAME",
            help="whose import this is (default: “import”)",
        )
        parser.add_argument(
            "--fetch",
            action="store_true",
            help=f"fetch articles of which a table has only the address; {PAUSE:g} s between two of a site",
        )
        parser.add_argument("--dry-run", action="store_true", help="read and report; store nothing")
        parser.add_argument(
            "--json",
            action="store_true",
            help=(
                "one JSON object an article on stdout; a page’s text without headline, byline, date, captions"
            ),
        )

    def handle(
        self,
        *,
        paths: list[Path],
        story: str,
        by: str,
        dry_run: bool,
        **options: Any,
    ) -> None:
        _refuse_missing(paths)
        columns = _columns(options["columns"])
        stories = {each.slug: each for each in Story.objects.all()}
        if story and story not in stories:
            raise CommandError(f"There is no story {story!r}.", returncode=2)

        accepting = options["accept_proposed"]
        run = ImportRun(
            stories,
            story=story,
            by=None if dry_run else _account(by),
            # Proposing stories takes time, so it is done only if its result is shown or used.
            proposing=options["json"] or accepting,
            accepting=accepting,
            answers=ImportAnswers(options["unlike"], options["as_one"]),
        )
        found = with_pages(_sources_at(paths, columns), fetching=options["fetch"])
        counts = self.report(run, paths, found, as_json=options["json"])
        self.say(_summary(counts, dry_run=dry_run))
        if counts[Status.FAILED]:
            sys.exit(1)

    def report(
        self,
        run: ImportRun,
        paths: Sequence[Path],
        found: Iterable[ImportSource],
        *,
        as_json: bool,
    ) -> Counter[str]:
        """Import the sources `found` at `paths`, print a line for each, and say which values were not used.

        Returns the number of sources for each status.
        """
        counts: Counter[str] = Counter()
        notes_before: tuple[str, ...] = ()
        with _progress_bar(paths) as bar:
            for batch in run.batches(found):
                for line in batch:
                    counts[line.status] += 1
                    bar.update()
                    self.print_line(line.as_json() if as_json else line.as_text())
                    # All rows of a table have the same columns, so each note about them is said once.
                    for note in line.notes:
                        if note not in notes_before:
                            self.say(f"{line.reading.source.path}: {note}")
                    notes_before = line.notes
                # The output is flushed after each batch, so that its reader soon knows what is stored.
                self.stdout.flush()
        return counts


def _refuse_missing(paths: Iterable[Path]) -> None:
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise CommandError(f"There is nothing at {', '.join(missing)}.", returncode=2)


def _columns(text: str) -> dict[str, str]:
    try:
        return parse_columns(text)
    except Invalid as error:
        raise CommandError(error.sentence, returncode=2) from error


def _sources_at(paths: Iterable[Path], columns: Mapping[str, str]) -> Iterator[ImportSource]:
    for path in paths:
        if columns and path.suffix.lower() in RECORDS:
            yield from sources_of_table(path, columns)
        else:
            yield from sources(path)


def _progress_bar(paths: Iterable[Path]) -> tqdm:
    total = sum(estimated_count(path) for path in paths)
    # `disable=None` draws the bar only on a terminal, so that otherwise stderr has only sentences.
    return tqdm(total=total, unit=" articles", file=sys.stderr, disable=None, leave=False)


def _summary(counts: Counter[str], *, dry_run: bool) -> str:
    parts = []
    for status in Status.values:
        if counts[status]:
            parts.append(f"{counts[status]} {status}")
    summary = ", ".join(parts) or "nothing to import"
    if dry_run:
        summary += " (dry run: nothing stored)"
    return summary


def _account(username: str) -> User:
    if not username:
        return importer()
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no account {username!r}.", returncode=2)
    return user
