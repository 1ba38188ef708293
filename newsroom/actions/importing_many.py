"""Importing many sources soon: a stretch of them in one transaction, or each in its own where that is
refused.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import DatabaseError, transaction

from newsroom.actions.importing import ImportOutcome, ImportRequest, import_article, make_articles
from newsroom.errors import NewsroomError
from newsroom.models import Article, User
from newsroom.roles import UserRole, require
from newsroom.text.addresses.canonical import canonical

#: A stretch: so many sources, or so many bytes of them. Others who write wait while one is stored on SQLite.
MOST, LARGEST = 50, 256 * 1024

Key = tuple[str, str]


def import_all(handed: Sequence[ImportRequest], *, by: User) -> list[ImportOutcome | NewsroomError]:
    """Import the sources of one stretch, in order, each as `import_article` does; what became of each, or why
    nothing.

    All of them are stored together. Where anything in that is refused, nothing of it stands and each is
    imported in a transaction of its own, so that only what cannot be stored fails.
    """
    try:
        require(by, UserRole.REPORTER)
        with transaction.atomic():
            return list(_together(handed, by))
    except (NewsroomError, DatabaseError):
        return [_alone(each, by) for each in handed]


def _together(handed: Sequence[ImportRequest], by: User) -> Iterator[ImportOutcome]:
    """New articles are made many at once; whatever is known already, or since this stretch began, in its
    turn.
    """
    known = set(_known(handed))
    new: list[ImportRequest] = []
    for each in handed:
        if known.isdisjoint(_known_by(each)):
            new.append(each)
        else:
            yield from _made(new, by)
            new = []
            yield _one(each, by)
        known.update(_names(each))
    yield from _made(new, by)


def _made(new: list[ImportRequest], by: User) -> list[ImportOutcome]:
    return make_articles(new, by=by) if new else []


def _alone(handed: ImportRequest, by: User) -> ImportOutcome | NewsroomError:
    try:
        return _one(handed, by)
    except NewsroomError as error:
        return error


def _one(handed: ImportRequest, by: User) -> ImportOutcome:
    return import_article(
        handed.raw,
        name=handed.name,
        given=handed.given,
        by=by,
        story=handed.story,
        prepared=handed.prepared,
        fetched=handed.fetched,
    )


def _names(handed: ImportRequest) -> list[Key]:
    """All that an article made of this source can be known by."""
    names = [
        ("external_id", handed.given.external_id),
        ("address", canonical(handed.prepared.metadata.url)),
        ("current__sha256", handed.prepared.sha256),
    ]
    return [(name, value) for name, value in names if value]


def _known_by(handed: ImportRequest) -> list[Key]:
    """What this source is known by, as in `queries.known_article`: its text counts where it has nothing else."""
    names = _names(handed)
    return names[:-1] or names


def _known(handed: Iterable[ImportRequest]) -> Iterator[Key]:
    """Of what the sources would be known by, what articles are known by; a query for each kind of name."""
    wanted: dict[str, set[str]] = {}
    for name, value in (key for each in handed for key in _known_by(each)):
        wanted.setdefault(name, set()).add(value)
    for name, values in wanted.items():
        found = Article.objects.filter(**{f"{name}__in": values}).values_list(name, flat=True)
        yield from ((name, value) for value in found)
