"""Importing many sources quickly: all in one transaction, or each in its own if one of them is refused."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import DatabaseError, transaction

from newsroom.actions.imports.import_preparation import with_preparation, with_preparations
from newsroom.actions.imports.import_requests import ImportRequest, Key, keys_of, names_of
from newsroom.actions.imports.importing import ImportOutcome, import_request, make_articles
from newsroom.actions.locking import one_at_a_time
from newsroom.errors import NewsroomError
from newsroom.models import Article, User
from newsroom.roles import UserRole, require
from newsroom.trouble.containing import contained

#: Most sources, and bytes of them, that should be imported in one transaction: on SQLite everybody else who
#: writes waits for its end.
MOST, LARGEST = 50, 256 * 1024


def import_all(
    requests: Sequence[ImportRequest], *, by: User
) -> list[ImportOutcome | NewsroomError]:
    """Import the sources in order, each as `import_request` does.

    Returns for each what became of it, or the error that refused it. All are stored in one transaction. If
    anything in it is refused, nothing of it is kept and each source is imported in a transaction of its own,
    so that only those fail that cannot be stored.
    """
    try:
        require(by, UserRole.REPORTER)
        with contained("several sources"):
            requests = with_preparations(requests)
            with transaction.atomic():
                return list(_together(requests, by))
    except (NewsroomError, DatabaseError):
        # Which of them was refused shows only if each is tried alone.
        return [_alone(request, by) for request in requests]


def _together(requests: Sequence[ImportRequest], by: User) -> Iterator[ImportOutcome]:
    """Make runs of new articles with few queries; import each source in between that is known already."""
    one_at_a_time(*names_of(requests))
    known = set(_known_already(requests))
    new: list[ImportRequest] = []
    for request in requests:
        if known.isdisjoint(_known_by(request)):
            new.append(request)
        else:
            yield from _made(new, by)
            new = []
            yield import_request(request, by=by)
        # A later source may be another state of this one.
        known.update(keys_of(request))
    yield from _made(new, by)


def _made(new: Sequence[ImportRequest], by: User) -> list[ImportOutcome]:
    if not new:
        return []
    return make_articles(new, by=by)


def _alone(request: ImportRequest, by: User) -> ImportOutcome | NewsroomError:
    try:
        require(by, UserRole.REPORTER)
        with contained(request.name):
            if request.preparation is None:
                request = with_preparation(request)
            return import_request(request, by=by)
    except NewsroomError as error:
        return error


def _known_by(request: ImportRequest) -> list[Key]:
    """Return the keys that `known_article` asks for: the text only if the source has no other key."""
    keys = keys_of(request)
    return keys[:-1] or keys


def _known_already(requests: Iterable[ImportRequest]) -> Iterator[Key]:
    """Yield those keys of the sources that articles have already, with one query for each field."""
    wanted: dict[str, set[str]] = {}
    for request in requests:
        for field, value in _known_by(request):
            wanted.setdefault(field, set()).add(value)

    for field, values in wanted.items():
        taken = Article.objects.filter(**{f"{field}__in": values}).values_list(field, flat=True)
        for value in taken:
            yield field, value
