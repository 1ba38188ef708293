"""Provide `manage.py export WHAT`, which exports annotations and other data as a file."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from django.core.management.base import CommandError

from annotations.logic.export.dictionary import dictionary
from annotations.logic.export.separators import SEPARATORS
from annotations.logic.export.workbooks import write_workbook
from annotations.queries.bundles.records import write_bundle
from annotations.queries.exports import rows as exports
from annotations.queries.exports.files import FORMATS, STREAMED, WORKBOOK, CsvStyle
from annotations.queries.exports.other_tools.documents import DOCUMENTS
from newsroom.errors import Invalid
from newsroom.management.line_command import LineCommand
from newsroom.management.whole_files import whole_file
from newsroom.models import Story

#: What this command prints instead of rows: what each column means.
DICTIONARY = "dictionary"
#: What this command writes instead of rows: one file of a story, which another desk can read.
BUNDLE = "bundle"
#: The format of rows if none is asked for.
_FORMAT = "csv"
#: The options that a document of another tool does not have, with their values if they are not given.
_NOT_OF_DOCUMENTS = {
    "format": _FORMAT,
    "excel": False,
    "separator": "comma",
    "accounts": False,
    "originals": False,
}


class Command(LineCommand):
    help = "Write annotations, links, claims or another kind of rows to stdout or a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "what",
            choices=[*exports.KINDS, *DOCUMENTS, BUNDLE, DICTIONARY],
            help="what to export; bundle: one file of a story, which import_bundle reads on another desk; "
            "dictionary: what each column means, in Markdown",
        )
        parser.add_argument(
            "--story",
            default="",
            metavar="SLUG",
            help="only what belongs to this story, and what that refers to",
        )
        parser.add_argument(
            "--filter",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="a filter of the list, such as outlet=AFP; may be given several times",
        )
        parser.add_argument(
            "--accounts",
            action="store_true",
            help="with activity: also the lines about accounts, which are personal",
        )
        parser.add_argument(
            "--originals",
            action="store_true",
            help="with bundle: also the bytes from which the texts were read",
        )
        parser.add_argument("--format", choices=FORMATS, default=_FORMAT)
        parser.add_argument(
            "--excel", action="store_true", help="CSV that Excel reads as UTF-8 (byte order mark)"
        )
        parser.add_argument(
            "--separator", choices=[*SEPARATORS], default="comma", help="between the cells of CSV"
        )
        parser.add_argument(
            "--output", type=Path, metavar="FILE", help="write here; appears only once it is whole"
        )
        parser.add_argument(
            "--base-url",
            default="",
            metavar="URL",
            help="goes before permalinks; else they begin with /",
        )

    def handle(
        self,
        *,
        what: str,
        story: str,
        format: str,
        output: Path | None,
        **options: Any,
    ) -> None:
        if what == DICTIONARY:
            self._print_dictionary()
            return
        if story and not Story.objects.filter(slug=story).exists():
            raise CommandError(f"There is no story {story!r}.", returncode=2)
        if what == BUNDLE:
            self._write_bundle(story, output, originals=options["originals"])
            return
        filters = _filters(options["filter"])
        if story:
            filters["story"] = story
        if what in DOCUMENTS:
            _refuse_options_of_rows(what, {"format": format, **options})
            self._write_document(what, filters, options["base_url"].rstrip("/"), output)
            return
        try:
            rows = exports.rows(
                what,
                filters,
                base=options["base_url"].rstrip("/"),
                accounts=options["accounts"],
            )
        except Invalid as error:
            raise CommandError(error.sentence, returncode=2) from error

        if format == WORKBOOK:
            self._write_workbook(what, rows, output)
            return
        style = CsvStyle(options["excel"], SEPARATORS[options["separator"]])
        self._write_parts(STREAMED[format].parts(exports.header(what), rows, style), format, output)

    def _print_dictionary(self) -> None:
        kinds = {name: export.kind for name, export in exports.EXPORTS.items()}
        for line in dictionary(kinds, {name: exports.parameters(name) for name in kinds}):
            self.print_line(line)

    def _write_parts(
        self,
        parts: Iterable[bytes],
        format: str,
        output: Path | None,
    ) -> None:
        if output:
            with self._file(output) as file:
                file.writelines(parts)
            return
        packed = format.endswith(".gz")
        if packed or not (format == "jsonl" or self.stdout.isatty()):
            # Files and programs get the bytes unchanged, with line breaks inside cells and CRLF after rows.
            sys.stdout.buffer.writelines(parts)
            sys.stdout.flush()
            return
        for part in parts:
            for line in part.decode().removesuffix("\n").split("\n"):
                self.print_line(line.removesuffix("\r"))

    def _write_workbook(
        self,
        what: str,
        rows: Iterable[Any],
        output: Path | None,
    ) -> None:
        if not output:
            raise CommandError("A workbook is a file: say where with --output FILE.", returncode=2)
        with self._file(output) as file:
            write_workbook(file, what, exports.header(what), rows)

    def _write_document(
        self,
        name: str,
        filters: dict[str, str],
        base: str,
        output: Path | None,
    ) -> None:
        document = DOCUMENTS[name]
        if document.packed and not output:
            raise CommandError(f"{name} is a file: say where with --output FILE.", returncode=2)
        try:
            if output:
                with self._file(output) as file:
                    document.write(file, filters, base)
                return
            # A terminal gets no bytes unseen, and a program gets nothing of what cannot be written.
            written = BytesIO()
            document.write(written, filters, base)
        except Invalid as error:
            raise CommandError(error.sentence, returncode=2) from error
        self._write_parts([written.getvalue()], name, None)

    def _write_bundle(self, slug: str, output: Path | None, *, originals: bool) -> None:
        if not slug or not output:
            raise CommandError(
                "A bundle is a file of one story: say --story SLUG and --output FILE.", returncode=2
            )
        with self._file(output) as file:
            write_bundle(file, Story.objects.get(slug=slug), originals=originals)

    @contextmanager
    def _file(self, output: Path) -> Iterator[IO[bytes]]:
        """Return a context that gives the file `output` to write. It appears only when it is complete.

        Raises `CommandError` if the file cannot be written.
        """
        try:
            with whole_file(output) as file:
                yield file
        except OSError as error:
            raise CommandError(
                f"{output} cannot be written: {error.strerror}.", returncode=2
            ) from error
        self.say(f"Wrote {output}.")


def _refuse_options_of_rows(name: str, options: Mapping[str, Any]) -> None:
    """Raise `CommandError` if an option is given that the document `name` does not have."""
    for option, default in _NOT_OF_DOCUMENTS.items():
        if options[option] != default:
            raise CommandError(
                f"{name} is written in one way only: leave out --{option}.", returncode=2
            )


def _filters(pairs: Iterable[str]) -> dict[str, str]:
    """Return the filters by name. Raises `CommandError` for one that is not `NAME=VALUE`."""
    filters = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise CommandError(f"{pair!r} is no filter: write NAME=VALUE.", returncode=2)
        filters[name] = value
    return filters
