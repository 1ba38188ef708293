"""Which article a source is another copy of, and which articles other programs name."""

from collections.abc import Iterable

from django.db.models import Q

from newsroom.models import Article, Revision
from newsroom.text.addresses.canonical import canonical
from newsroom.text.normalise import repair_surrogates
from newsroom.text.pipeline import PreparedSource

#: References looked up in one query, because a database takes only so many parameters.
_AT_ONCE = 500
#: Digits of the largest id: longer numbers do not fit into the column.
_MOST_DIGITS = 18


def known_article(prepared: PreparedSource, external_id: str = "") -> Article | None:
    """Return the article that this source is another copy or a later state of, or None.

    It is known by its external id, else by its canonical address, and by its text only if it has neither.
    """
    if external_id:
        article = _known(external_id=external_id)
        if article:
            return article

    address = canonical(prepared.metadata.url)
    if address:
        return _known(address=address)
    if external_id:
        return None
    return _known(current__sha256=prepared.sha256)


def says_the_same(current: Revision, prepared: PreparedSource) -> bool:
    """Return whether text and masthead of a source are those of the current revision.

    A field that the source leaves blank does not deny what was known before. What the desk corrected is
    compared as it was read, because a correction makes no new revision out of the same source.
    """
    if current.sha256 != prepared.sha256:
        return False
    before, after = current.metadata_as_read, prepared.metadata
    masthead = [
        (before.title, after.title),
        (before.byline, after.byline),
        (before.published_at, after.published_at),
    ]
    return all(not new or old == new for old, new in masthead)


def articles_called(references: Iterable[str]) -> list[Article]:
    """Return the articles that go by these names (`Article.reference`), by id. Unknown names are left out."""
    names = sorted({name for name in references if _is_storable(name)})
    articles: set[Article] = set()
    for start in range(0, len(names), _AT_ONCE):
        part = names[start : start + _AT_ONCE]
        ids = [int(name) for name in part if _is_id(name)]
        articles.update(
            Article.objects.filter(Q(external_id__in=part) | Q(external_id="", pk__in=ids))
        )
    return sorted(articles, key=lambda article: article.pk)


def _is_storable(name: str) -> bool:
    """Return whether a database could hold `name`: PostgreSQL refuses to be asked for what it could not."""
    return "\0" not in name and name == repair_surrogates(name)


def _is_id(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) <= _MOST_DIGITS


def _known(**fields: str) -> Article | None:
    # The id first, because mostly there is no such article, and loading a whole one takes three times
    # as long.
    pk = Article.objects.filter(**fields).values_list("pk", flat=True).first()
    if pk is None:
        return None
    return Article.objects.select_related("current").get(pk=pk)
