"""Import many sources quickly: all in one transaction, or each in its own transaction if one of them is
refused.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import DatabaseError, transaction

from newsroom.actions.imports.import_preparation import with_preparation, with_preparations
from newsroom.actions.imports.import_requests import ImportRequest, Key, keys_of, names_of
from newsroom.actions.imports.importing import ImportOutcome, import_request, make_articles
from newsroom.actions.locking import one_at_a_time
from newsroom.errors import NewsroomError
from newsroom.models import Article, User
from newsroom.roles import UserRole, require
from newsroom.trouble.containing import contain_errors

#: The most sources, and bytes of sources, in one transaction. On SQLite all other writers wait for its end.
MOST, LARGEST = 20, 96 * 1024


def import_all(
    requests: Sequence[ImportRequest], *, by: User
) -> list[ImportOutcome | NewsroomError]:
    """Import the sources in order, each as `import_request` does.

    Requires the reporter role. Returns for each source its outcome, or the error that refused it. First all
    sources are imported in one transaction. If one of them is refused, that transaction is rolled back, and
    each source is imported in its own transaction, so that only the refused sources fail.
    """
    try:
        require(by, UserRole.REPORTER)
        with contain_errors("several sources"):
            requests = with_preparations(requests)
            with transaction.atomic():
                return list(_import_together(requests, by))
    except (NewsroomError, DatabaseError):
        # Only importing each source alone shows which of them is refused.
        return [_import_alone(request, by) for request in requests]


def _import_together(requests: Sequence[ImportRequest], by: User) -> Iterator[ImportOutcome]:
    """Import all sources and yield their outcomes in order.

    Call this in a transaction. Sources of new articles that follow each other are stored together with few
    queries. Each source of a known article is imported alone.
    """
    one_at_a_time(*names_of(requests))
    keys = set(_known_already(requests))
    new: list[ImportRequest] = []
    for request in requests:
        if keys.isdisjoint(_known_by(request)):
            new.append(request)
        else:
            yield from _make_if_any(new, by)
            new = []
            yield import_request(request, by=by)
        # A later source may be another version of this one.
        keys.update(keys_of(request))
    yield from _make_if_any(new, by)


def _make_if_any(new: Sequence[ImportRequest], by: User) -> list[ImportOutcome]:
    if not new:
        return []
    return make_articles(new, by=by)


def _import_alone(request: ImportRequest, by: User) -> ImportOutcome | NewsroomError:
    try:
        require(by, UserRole.REPORTER)
        with contain_errors(request.name):
            if request.preparation is None:
                request = with_preparation(request)
            return import_request(request, by=by)
    except NewsroomError as error:
        return error


def _known_by(request: ImportRequest) -> list[Key]:
    """Return the keys by which `known_article` would search: the key of the text only if there is no other
    key.
    """
    keys = keys_of(request)
    return keys[:-1] or keys


def _known_already(requests: Iterable[ImportRequest]) -> Iterator[Key]:
    """Yield those keys of the sources that stored articles have. Takes one query for each field."""
    wanted: dict[str, set[str]] = {}
    for request in requests:
        for field, value in _known_by(request):
            wanted.setdefault(field, set()).add(value)

    for field, values in wanted.items():
        taken = Article.objects.filter(**{f"{field}__in": values}).values_list(field, flat=True)
        for value in taken:
            yield field, value
