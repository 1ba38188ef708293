"""Import sources: each becomes a new article, a new revision of a known article, or nothing new."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import OuterRef, Subquery

from newsroom.actions.history import HistoryLine, change, record, record_all
from newsroom.actions.imports.import_preparation import with_preparation
from newsroom.actions.imports.import_requests import (
    TEXT_KEY,
    ImportRequest,
    capture_of,
    keys_of,
    names_of,
    new_article,
    next_revision,
    outlets_of,
    read_request,
    stored_originals,
)
from newsroom.actions.locking import one_at_a_time
from newsroom.actions.stories import addition_line, place_article
from newsroom.actions.storing import store, store_all
from newsroom.errors import Conflict, SeveralArticles, Undecided
from newsroom.models import Article, Revision, Story, StoryArticle, User, Verb
from newsroom.models.imports import ImportItem, UnlikeChoice
from newsroom.queries.known_articles import (
    has_been_stored,
    has_same_content,
    is_older_version,
    is_unlike,
    known_article,
)
from newsroom.roles import UserRole, require
from newsroom.search.indexing import index_revision, index_revisions
from newsroom.signals import revisions_imported
from newsroom.text.pipeline import SourceDetails

Status = ImportItem.Status


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The result of importing one source.

    `status` is created, unchanged or revised. `revision` is the new revision, or the current revision of the
    article if nothing changed.
    """

    status: Status
    revision: Revision


def import_article(
    raw: bytes,
    *,
    by: User,
    name: str = "",
    details: SourceDetails | None = None,
    story: Story | None = None,
) -> ImportOutcome:
    """Read and import one source as `import_request` does.

    Requires the reporter role. `name` is the name of its file. The source is read before the transaction
    begins, because on SQLite all other writers wait for the end of a transaction. Raises `Forbidden` without
    the role, and the errors of `read_source`. Nothing is stored after an error.
    """
    require(by, UserRole.REPORTER)
    request = read_request(raw, name=name, details=details, story=story)
    return import_request(with_preparation(request), by=by)


@transaction.atomic
def import_request(
    request: ImportRequest, *, by: User, article: Article | None = None
) -> ImportOutcome:
    """Import one source: a new article, a new revision of a known article, or nothing if nothing changed.

    The article is recognised as `known_article` does. If `article` is given, the source becomes a revision of
    that article. Masthead fields that are empty in a newer source keep their known values. An older version
    of a wire item that is stored already changes nothing. Requires the reporter role. Raises `Undecided` if
    the text has hardly a word in common with the article that was recognised, unless `request.unlike` says
    what it is: a revision can never be removed. Raises `SeveralArticles` for a new article whose file looks
    like several, and `Conflict` for an older version of a wire item that is not stored yet.
    """
    require(by, UserRole.REPORTER)
    if article is None:
        # Two people may import the same source at once. The second one finds the article of the first.
        one_at_a_time(*names_of([request]))
        article = known_article(request.prepared, request.details.external_id)
        if article and is_unlike(article.current, request.prepared):
            return _import_unlike(_locked(article), request, by)
    stored_article = article and _locked(article)
    if stored_article is None:
        return make_articles([request], by=by)[0]

    _learn_keys(stored_article, request, by)
    if stored_article.current and has_same_content(stored_article.current, request.prepared):
        if request.story:
            place_article(request.story, stored_article, by=by)
        return ImportOutcome(Status.UNCHANGED, stored_article.current)
    if stored_article.current and is_older_version(stored_article.current, request.prepared):
        _refuse_unknown_version(stored_article, request)
        return ImportOutcome(Status.UNCHANGED, stored_article.current)
    return ImportOutcome(Status.REVISED, _revise(stored_article, request, by))


def _learn_keys(article: Article, request: ImportRequest, by: User) -> None:
    """Give the article the address and the external id of a source, unless it has its own or another article
    has them.
    """
    values = {}
    for field, value in keys_of(request):
        if field == TEXT_KEY or getattr(article, field):
            continue
        if not Article.objects.filter(**{field: value}).exists():
            values[field] = value
    changes = change(article, values)
    if changes:
        summary = f"learned how “{article}” is known elsewhere"
        line = HistoryLine(Verb.AMENDED, article, summary, article=article, changes=changes)
        record(line, by=by)


def _refuse_unknown_version(article: Article, request: ImportRequest) -> None:
    """Raise `Conflict` if an older version of a wire item was never stored.

    It cannot be stored later, because the newest revision of an article must hold its newest text.
    """
    if not has_been_stored(article, request.prepared):
        raise Conflict(
            f"It is an older version of “{article}” than the one that is stored, and would become its newest "
            "revision. Hand in the versions of an item in their order."
        )


def _must_be_one_article(request: ImportRequest) -> None:
    """Raise `SeveralArticles` if the source looks like several articles and nobody stated that it is one."""
    if request.prepared.starts:
        raise SeveralArticles(
            f"It looks like {len(request.prepared.starts) + 1} articles in one file, so nothing was stored. "
            "Say whether it is one, or split it."
        )


def _import_unlike(article: Article, request: ImportRequest, by: User) -> ImportOutcome:
    """Import a source with the address or the id of `article` that has hardly a word in common with it.

    `request.unlike` says whether it is a new text of that article or another article. Raises `Undecided` if
    it says neither, and `Conflict` if the other article would have the same id.
    """
    if request.unlike == UnlikeChoice.REVISION:
        return ImportOutcome(Status.REVISED, _revise(article, request, by))
    if request.unlike != UnlikeChoice.ARTICLE:
        raise Undecided(
            f"It has the address or the id of “{article}”, but hardly a word in common with it, so nothing "
            "was stored. Say whether it is a newer text of that article or another one."
        )
    if article.external_id and article.external_id == request.details.external_id:
        raise Conflict(f"Two articles cannot have one id: give it another id than “{article}” has.")

    # An address belongs to one article: the one that the address shows now.
    line = HistoryLine(
        Verb.AMENDED,
        article,
        f"took its address from “{article}”: another article is there now",
        article=article,
        changes=change(article, {"address": ""}),
    )
    record(line, by=by)
    return make_articles([request], by=by)[0]


def make_articles(requests: Sequence[ImportRequest], *, by: User) -> list[ImportOutcome]:
    """Store a new article with its first revision for each source, and return the results in order.

    Call this in a transaction. No source may belong to a known article, and no two sources to the same
    article. Many sources take as many queries as one, except to find outlets. Raises
    `SeveralArticles` for a file that looks like several articles, and the errors of `store_all`.
    """
    for request in requests:
        _must_be_one_article(request)
    articles = []
    for request, outlet in zip(requests, outlets_of(requests, by=by), strict=True):
        articles.append(new_article(request, outlet, by=by))
    store_all(articles)

    revisions = _store_first_revisions(articles, requests, by)
    _store_captures(revisions, requests)
    _put_into_stories(articles, requests, by)

    lines = []
    for article, request in zip(articles, requests, strict=True):
        lines.extend(_lines_of(article, request))
    record_all(lines, by=by)

    index_revisions(revisions, [request.entries for request in requests])
    imported = [(revision, None) for revision in revisions]
    answers = [request.answers for request in requests]
    revisions_imported.send(Revision, imported=imported, ahead=answers, by=by)
    return [ImportOutcome(Status.CREATED, revision) for revision in revisions]


def _store_first_revisions(
    articles: Sequence[Article], requests: Sequence[ImportRequest], by: User
) -> list[Revision]:
    originals = stored_originals([request.raw for request in requests])
    revisions = []
    for article, request, original in zip(articles, requests, originals, strict=True):
        revisions.append(next_revision(article, request, original, by=by))
    store_all(revisions)

    # One query serves all articles, because each of them has only this revision.
    only = Revision.objects.filter(article=OuterRef("pk")).values("pk")
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(
        current=Subquery(only)
    )
    for article, revision in zip(articles, revisions, strict=True):
        article.current = revision
    return revisions


def _store_captures(revisions: Sequence[Revision], requests: Sequence[ImportRequest]) -> None:
    captures = []
    for revision, request in zip(revisions, requests, strict=True):
        if request.fetched:
            captures.append(capture_of(revision, request.fetched))
    store_all(captures)


def _put_into_stories(
    articles: Sequence[Article], requests: Sequence[ImportRequest], by: User
) -> None:
    memberships = []
    for article, request in zip(articles, requests, strict=True):
        if request.story:
            memberships.append(StoryArticle(story=request.story, article=article, added_by=by))
    store_all(memberships)


def _lines_of(article: Article, request: ImportRequest) -> list[HistoryLine]:
    """Return the line of history for the import of a new article, and one more if it was added to a story."""
    imported = HistoryLine(
        Verb.IMPORTED,
        article,
        f"imported “{article.title}”",
        story=request.story,
        article=article,
        changes={"revision": (None, 1)},
    )
    if request.story is None:
        return [imported]
    return [imported, addition_line(request.story, article)]


def _revise(article: Article, request: ImportRequest, by: User) -> Revision:
    previous = article.current
    (outlet,) = outlets_of([request], by=by)
    (original,) = stored_originals([request.raw])
    revision = next_revision(article, request, original, by=by)
    store(revision)
    if request.fetched:
        store(capture_of(revision, request.fetched))

    article.current = revision
    # A curator may have chosen the outlet, so a newer source does not change it.
    article.outlet = article.outlet or outlet
    article.save(update_fields=["current", "outlet"])

    line = HistoryLine(
        Verb.REVISED,
        article,
        f"imported revision {revision.number} of “{article.title}”",
        story=request.story,
        article=article,
        changes={"revision": (previous and previous.number, revision.number)},
    )
    record(line, by=by)
    if request.story:
        place_article(request.story, article, by=by)
    index_revision(revision, previous, request.entries)
    imported = [(revision, previous)]
    revisions_imported.send(Revision, imported=imported, ahead=[request.answers], by=by)
    return revision


def _locked(article: Article) -> Article:
    """Return the row of `article` as it is stored now, locked until the transaction ends.

    The lock prevents two revisions with the same number.
    """
    articles = Article.objects.select_for_update(of=("self",), no_key=True).select_related(
        "current"
    )
    return articles.get(pk=article.pk)
