"""`manage.py suggest`: passages that may say the same as a text."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from annotations.queries.finding import article_holding, find_candidates
from newsroom.models import Article, Revision
from newsroom.queries.known_articles import articles_called


class Command(BaseCommand):
    help = "Find passages that may say the same as a text, or as each text of a file. One JSON object a candidate."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--text", metavar="T", help="what to look for")
        what.add_argument(
            "--queries",
            type=Path,
            metavar="FILE",
            help="JSON Lines: id, text, exclude (external ids of articles, or where they have none numbers)",
        )
        parser.add_argument(
            "--limit", type=int, default=10, metavar="N", help="candidates for each (default: 10)"
        )

    def handle(self, *, text: str | None, queries: Path | None, limit: int, **_: Any) -> None:
        if limit < 1:
            raise CommandError("--limit is at least 1.", returncode=2)
        if queries is None:
            self.one({"id": "", "text": text}, limit)
            return
        wanted = list(_read(queries))
        for query in tqdm(wanted, unit="query", file=self.stderr, disable=None):
            self.one(query, limit)

    def one(self, query: dict[str, Any], limit: int) -> None:
        left_out = articles_called(map(str, query.get("exclude") or []))
        found = find_candidates(
            query["text"],
            without=[article.pk for article in left_out],
            own_article=article_holding(query["text"], left_out),
            most=limit,
        )
        known = Article.objects.in_bulk([candidate.article for candidate in found])
        numbers = dict(
            Revision.objects.filter(pk__in=[candidate.revision for candidate in found]).values_list(
                "pk", "number"
            )
        )
        for number, candidate in enumerate(found, start=1):
            line = {
                "query": query["id"],
                "rank": number,
                "external_id": known[candidate.article].reference,
                "revision": numbers[candidate.revision],
                "start": candidate.span.start,
                "end": candidate.span.end,
                "quote": candidate.quote,
                "score": candidate.score,
                "confident": candidate.confident,
                "reasons": list(candidate.reasons),
            }
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _read(path: Path) -> Iterator[dict[str, Any]]:
    """The queries of a file, checked. Raises `CommandError` naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split(
            "\n"
        )  # a string may hold other ends of lines as they are
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}.", returncode=2) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            query = json.loads(line)
        except ValueError as error:
            raise CommandError(f"{path}, line {number}: no JSON.", returncode=2) from error
        if not isinstance(query, dict) or not isinstance(query.get("text"), str) or "id" not in query:
            raise CommandError(f"{path}, line {number}: each line needs an id and a text.", returncode=2)
        if not query["text"].isascii() and any(
            "\ud800" <= character <= "\udfff" for character in query["text"]
        ):
            raise CommandError(
                f"{path}, line {number}: the text holds half a character (a lone surrogate).", returncode=2
            )
        if not isinstance(query.get("exclude") or [], list):
            raise CommandError(f"{path}, line {number}: exclude is a list of external ids.", returncode=2)
        yield query
