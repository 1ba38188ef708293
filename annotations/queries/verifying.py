"""Whether everything stored is what it claims to be. Each check yields a sentence for each thing that is off."""

import hashlib
from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from django.db.models import F, Max, Q

from annotations.models import Anchor, Highlight
from annotations.models.guards import GUARDS as OF_ANNOTATIONS
from newsroom.models import Article, Original, Revision
from newsroom.models.guards import GUARDS as OF_ARTICLES
from newsroom.models.guards import missing

CHUNK = 500


def findings() -> Iterator[str]:
    """Everything that is off, in the order of what rests on what. Reads in chunks: memory stays flat."""
    for check in (migrations, guards, references, originals, revisions, articles, anchors, highlights):
        yield from check()


def migrations() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield f"The migration {migration} was not applied: run `manage.py migrate`."
    changes = MigrationAutodetector(executor.loader.project_state(), ProjectState.from_apps(apps)).changes(
        graph=executor.loader.graph
    )
    for app in sorted(changes):
        yield f"The models of {app} have changes that no migration holds: run `manage.py makemigrations`."


def guards() -> Iterator[str]:
    for name in missing(connection, [*OF_ARTICLES, *OF_ANNOTATIONS]):
        yield f"The guard {name} is down, or is not what it should be: run `manage.py migrate`."


def references() -> Iterator[str]:
    """Rows that name others which are not there (SQLite checks only while writing; PostgreSQL cannot hold
    such).
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table, row, parent, _ in cursor.execute("PRAGMA foreign_key_check").fetchall():
                yield f"Row {row} of {table} names a row of {parent} that does not exist."


def originals() -> Iterator[str]:
    for original in Original.objects.iterator(chunk_size=50):
        raw = bytes(original.raw)
        if hashlib.sha256(raw).hexdigest() != original.sha256 or len(raw) != original.size:
            yield f"Original {original.pk} is not the bytes that were imported: its SHA-256 or size differs."


def revisions() -> Iterator[str]:
    for pk, text, sha256, blocks in Revision.objects.values_list("pk", "text", "sha256", "blocks").iterator(
        CHUNK
    ):
        if hashlib.sha256(text.encode()).hexdigest() != sha256:
            yield f"Revision {pk} does not read as it did when it was imported: its SHA-256 differs."
        if any(not 0 <= start < end <= len(text) for start, end, _ in blocks):
            yield f"Revision {pk} has a paragraph outside its text."


def articles() -> Iterator[str]:
    newest = Article.objects.annotate(newest=Max("revisions__number"))
    for article in newest.filter(
        Q(current=None) | ~Q(current__number=F("newest")) | ~Q(current__article=F("pk"))
    ):
        yield f"Article {article.pk} does not show its newest revision."


def anchors() -> Iterator[str]:
    """Every quote against the text it claims to stand in; one revision's text is read once for all its
    anchors.
    """
    placed = Anchor.objects.exclude(state="lost").order_by("revision_id", "pk")
    at: int = 0
    text: str | None = ""
    for pk, revision, start, end, quote in placed.values_list(
        "pk", "revision_id", "start", "end", "quote"
    ).iterator(CHUNK):
        if revision != at:
            at, text = revision, Revision.objects.values_list("text", flat=True).filter(pk=revision).first()
        if text is None:
            yield f"Anchor {pk} stands in revision {revision}, which does not exist."
        elif start is None or end is None or text[start:end] != quote or not quote:
            yield f"Anchor {pk}: revision {revision} does not read “{quote[:60]}” at {start}..{end}."
    for pk in Anchor.objects.exclude(revision__article=F("highlight__article")).values_list("pk", flat=True):
        yield f"Anchor {pk} stands in another article than its highlight."


def highlights() -> Iterator[str]:
    for pk in Highlight.objects.exclude(anchor__highlight=F("pk")).values_list("pk", flat=True):
        yield f"Highlight {pk} points to the anchor of another highlight."
    behind = Highlight.objects.filter(withdrawn_at=None).exclude(anchor__revision=F("article__current"))
    for pk in behind.values_list("pk", flat=True):
        yield f"Highlight {pk} was not placed in the newest revision of its article."
