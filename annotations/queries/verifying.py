"""Check the consistency of the stored data. Each check yields one sentence per problem, or nothing."""

import hashlib
from collections.abc import Iterator
from itertools import groupby

from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from django.db.models import F, Max, Q

from annotations.models import Anchor, Evidence, Highlight, Link
from annotations.models.guards import GUARDS as OF_ANNOTATIONS
from newsroom.models import Article, Original, Revision
from newsroom.models.guards import GUARDS as OF_ARTICLES
from newsroom.models.guards import missing_guards

#: Number of rows that are read from the database at a time.
CHUNK = 500
#: Number of original files that are read at a time, because each can have several megabytes.
FILES = 50

#: The advice for evidence or a link whose highlight is withdrawn.
_EITHER_GOES = "restore that in the admin panel, or withdraw this there."


def findings() -> Iterator[str]:
    """Yield a sentence for every problem in the stored data, or nothing if all is well.

    The data is read in chunks, so that memory use stays low. Some problems cause others, for example a
    changed text causes anchors that do not fit. The check that finds the cause comes first.
    """
    checks = (
        migrations,
        guards,
        references,
        originals,
        revisions,
        articles,
        anchors,
        anchors_of_other_articles,
        highlights,
        what_rests_on_highlights,
    )
    for check in checks:
        yield from check()


def migrations() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    for migration, _ in executor.migration_plan(graph.leaf_nodes()):
        yield f"The migration {migration} was not applied: run `manage.py migrate`."

    # The models and the tables differ if a migration is missing.
    recorded = executor.loader.project_state()
    current = ProjectState.from_apps(apps)
    changes = MigrationAutodetector(recorded, current).changes(graph=graph)
    for app in sorted(changes):
        yield f"The models of {app} have changes that no migration holds: run `manage.py makemigrations`."


def guards() -> Iterator[str]:
    # A trigger can be missing after a restored backup.
    for name in missing_guards(connection, [*OF_ARTICLES, *OF_ANNOTATIONS]):
        yield f"The guard {name} is down, or is not what it should be: run `manage.py migrate`."


def references() -> Iterator[str]:
    """Yield a sentence for each row that refers to a row that does not exist.

    Nothing is yielded on PostgreSQL, which cannot store such rows.
    """
    if connection.vendor != "sqlite":
        return

    # SQLite checks references when a row is written, but a program can switch this check off.
    with connection.cursor() as cursor:
        broken_references = cursor.execute("PRAGMA foreign_key_check").fetchall()
    for table, row, parent, _ in broken_references:
        yield f"Row {row} of {table} names a row of {parent} that does not exist."


def originals() -> Iterator[str]:
    for original in Original.objects.iterator(chunk_size=FILES):
        # PostgreSQL returns a memoryview and SQLite bytes.
        raw = bytes(original.raw)
        is_same_hash = hashlib.sha256(raw).hexdigest() == original.sha256
        is_same_size = len(raw) == original.size
        if not (is_same_hash and is_same_size):
            yield f"Original {original.pk} is not the bytes that were imported: its SHA-256 or size differs."


def revisions() -> Iterator[str]:
    stored = Revision.objects.values_list("pk", "text", "sha256", "blocks")
    for pk, text, sha256, blocks in stored.iterator(CHUNK):
        if hashlib.sha256(text.encode()).hexdigest() != sha256:
            yield f"Revision {pk} does not read as it did when it was imported: its SHA-256 differs."
        # A paragraph outside the text cannot be shown.
        if any(not 0 <= start < end <= len(text) for start, end, _ in blocks):
            yield f"Revision {pk} has a paragraph outside its text."


def articles() -> Iterator[str]:
    # The current revision must be the one with the highest number.
    newest = Article.objects.annotate(newest=Max("revisions__number"))
    is_outdated = ~Q(current__number=F("newest"))
    is_of_another_article = ~Q(current__article=F("pk"))
    outdated = Q(current=None) | is_outdated | is_of_another_article
    for article in newest.filter(outdated):
        yield f"Article {article.pk} does not show its newest revision."


def anchors() -> Iterator[str]:
    """Yield a sentence for each anchor whose quote differs from the text at its place."""
    placed = Anchor.objects.exclude(state="lost").order_by("revision_id", "pk")
    fields = placed.values_list("pk", "revision_id", "start", "end", "quote")
    # The anchors are ordered by revision, so that each text is read only once.
    by_revision = groupby(fields.iterator(CHUNK), key=lambda anchor: anchor[1])
    for revision, revision_anchors in by_revision:
        text = Revision.objects.values_list("text", flat=True).filter(pk=revision).first()
        for pk, _, start, end, quote in revision_anchors:
            if text is None:
                yield f"Anchor {pk} stands in revision {revision}, which does not exist."
            elif not quote or start is None or end is None or text[start:end] != quote:
                yield f"Anchor {pk}: revision {revision} does not read “{quote[:60]}” at {start}..{end}."


def anchors_of_other_articles() -> Iterator[str]:
    elsewhere = Anchor.objects.exclude(revision__article=F("highlight__article"))
    parted_from = _articles_before_parting()
    for pk, own, other in elsewhere.values_list("pk", "highlight__article", "revision__article"):
        # A highlight that went to a parted article has its older anchors in the article that it left.
        if other not in parted_from.get(own, ()):
            yield f"Anchor {pk} stands in another article than its highlight."


def _articles_before_parting() -> dict[int, set[int]]:
    """Return the articles from which each article was parted, directly or in several steps, by id.

    Articles that were never parted from another one have no entry.
    """
    copies = Revision.objects.exclude(parted_from=None).order_by("article")
    before: dict[int, set[int]] = {}
    # An article is always newer than the one from which it was parted, so that one comes first.
    for article, original in copies.values_list("article", "parted_from__article"):
        before.setdefault(article, set()).update({original}, before.get(original, ()))
    return before


def highlights() -> Iterator[str]:
    misplaced = Highlight.objects.exclude(anchor__highlight=F("pk"))
    for pk in misplaced.values_list("pk", flat=True):
        yield f"Highlight {pk} points to the anchor of another highlight."

    outdated = Highlight.objects.filter(withdrawn_at=None).exclude(
        anchor__revision=F("article__current")
    )
    for pk in outdated.values_list("pk", flat=True):
        yield f"Highlight {pk} was not placed in the newest revision of its article."


def what_rests_on_highlights() -> Iterator[str]:
    """Yield a sentence for each piece of evidence and each link that is not withdrawn although its highlight
    is withdrawn.
    """
    evidence = Evidence.objects.filter(withdrawn_at=None, highlight__withdrawn_at__isnull=False)
    for pk, highlight in evidence.values_list("pk", "highlight"):
        yield f"Evidence {pk} rests on the highlight {highlight}, which was withdrawn: {_EITHER_GOES}"

    is_withdrawn = Q(source__withdrawn_at__isnull=False) | Q(target__withdrawn_at__isnull=False)
    links = Link.objects.filter(is_withdrawn, withdrawn_at=None)
    for pk in links.values_list("pk", flat=True):
        yield f"Link {pk} has an end at a highlight that was withdrawn: {_EITHER_GOES}"
