"""Provide `manage.py suggest`, which finds passages that may make the same statement as a text, or that
may contradict each other.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from tqdm import tqdm

from annotations.queries.contradictions import OfferedQuote, offered_contradictions
from annotations.queries.finding import article_holding, find_candidates
from newsroom.management.line_command import LineCommand
from newsroom.models import Article, Revision, Story
from newsroom.queries.known_articles import articles_by_reference


class Command(LineCommand):
    help = (
        "Find passages that may say the same as a text, or as each text of a file; or sentences of a story "
        "that may contradict each other. Prints one JSON object a candidate."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        source = parser.add_mutually_exclusive_group(required=True)
        source.add_argument("--text", metavar="T", help="what to look for")
        source.add_argument(
            "--queries",
            type=Path,
            metavar="FILE",
            help="JSON Lines: id, text, exclude (external ids of articles, or where they have none numbers)",
        )
        source.add_argument(
            "--contradictions",
            metavar="SLUG",
            help="list what may be contradictory between the articles of this story",
        )
        parser.add_argument(
            "--limit", type=int, default=10, metavar="N", help="candidates for each (default: 10)"
        )

    def handle(
        self,
        *,
        text: str | None,
        queries: Path | None,
        contradictions: str | None,
        limit: int,
        **_: Any,
    ) -> None:
        if limit < 1:
            raise CommandError("--limit is at least 1.", returncode=2)
        if contradictions is not None:
            self.list_contradictions(contradictions, limit)
            return
        if queries is None:
            self.answer({"id": "", "text": text}, limit)
            return
        # The whole file is checked before the first answer is printed, so that an error stops the command
        # early.
        checked = list(_queries_of(queries))
        for query in tqdm(
            checked,
            unit="query",
            file=sys.stderr,
            disable=None,
        ):
            self.answer(query, limit)

    def answer(self, query: dict[str, Any], limit: int) -> None:
        """Print the best candidates for one query, at most `limit`, best first.

        `query` is a JSON object with `id`, `text` and perhaps `exclude`, the references of articles to leave
        out.
        """
        excluded = articles_by_reference(map(str, query.get("exclude") or []))
        candidates = find_candidates(
            query["text"],
            without=[article.pk for article in excluded],
            own_article=article_holding(query["text"], excluded),
            most=limit,
        )
        # All articles are loaded with one query.
        articles = Article.objects.in_bulk([candidate.article for candidate in candidates])
        # Only the numbers are read, because a revision contains its whole text.
        revisions = Revision.objects.filter(pk__in=[candidate.revision for candidate in candidates])
        numbers = dict(revisions.values_list("pk", "number"))
        for rank, candidate in enumerate(candidates, start=1):
            line = {
                "query": query["id"],
                "rank": rank,
                "external_id": articles[candidate.article].reference,
                "revision": numbers[candidate.revision],
                "start": candidate.span.start,
                "end": candidate.span.end,
                "quote": candidate.quote,
                "score": candidate.score,
                "confident": candidate.confident,
                "reasons": list(candidate.reasons),
                "contradicts": candidate.contradicts,
            }
            self.print_line(json.dumps(line, ensure_ascii=False))

    def list_contradictions(self, slug: str, limit: int) -> None:
        """Print the possible contradictions in the story with this slug, at most `limit`, the most probable
        first.

        Raises `CommandError` if no story has the slug.
        """
        story = Story.objects.filter(slug=slug).first()
        if story is None:
            raise CommandError(f"There is no story “{slug}”.", returncode=2)
        for offer in offered_contradictions(story, most=limit):
            proposal = offer.proposal
            line = {
                "story": slug,
                "relation": proposal.relation,
                "aspect": proposal.aspect,
                "reason": proposal.reason,
                "likeness": proposal.likeness,
                "one": _quoted(offer.one),
                "other": _quoted(offer.other),
            }
            self.print_line(json.dumps(line, ensure_ascii=False))


def _quoted(offered: OfferedQuote) -> dict[str, Any]:
    """Return one sentence of a proposal as a JSON object. The offsets are code points in the revision."""
    quote = offered.quote
    return {
        "external_id": offered.article.reference,
        "revision": offered.article.current.number if offered.article.current else None,
        "start": quote.span.start,
        "end": quote.span.end,
        "quote": quote.quote,
        "slot_start": quote.slot.start,
        "slot_end": quote.slot.end,
    }


def _queries_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the queries in the file at `path`, one for each line that is not blank.

    Raises `CommandError` if the file cannot be read, or with the number of the first line that is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}.", returncode=2) from error

    # `splitlines` is not used, because a JSON string can contain other line separators.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            query = json.loads(line)
        except ValueError as error:
            raise CommandError(f"{path}, line {number}: no JSON.", returncode=2) from error
        fault = _fault_of(query)
        if fault:
            raise CommandError(f"{path}, line {number}: {fault}", returncode=2)
        yield query


def _fault_of(query: Any) -> str:
    """Return what is wrong with a query, as words that follow a colon. The string is empty if nothing
    is wrong.
    """
    if not isinstance(query, dict) or not isinstance(query.get("text"), str) or "id" not in query:
        return "each line needs an id and a text."
    if _holds_surrogate(query["text"]):
        return "the text holds half a character (a lone surrogate)."
    if not isinstance(query.get("exclude") or [], list):
        return "exclude is a list of external ids."
    return ""


def _holds_surrogate(text: str) -> bool:
    # Most texts are ASCII, for which no search is needed.
    if text.isascii():
        return False
    return any("\ud800" <= character <= "\udfff" for character in text)
