"""Find the article that a source belongs to, and the articles with given references."""

from collections.abc import Iterable

from django.db.models import Q

from newsroom.models import Article, Revision
from newsroom.text.addresses.canonical import canonical
from newsroom.text.normalise import repair_surrogates
from newsroom.text.pipeline import PreparedSource

#: How many references are searched in one query, because a database limits the number of parameters.
_AT_ONCE = 500
#: The digits of the largest id. Longer numbers do not fit into the column.
_MOST_DIGITS = 18


def known_article(prepared: PreparedSource, external_id: str = "") -> Article | None:
    """Return the article of which a source is a copy or a newer version, or None if there is no such article.

    The article is recognised by `external_id`, else by its canonical address. It is recognised by its text
    only if the source has neither.
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


def has_same_content(current: Revision, prepared: PreparedSource) -> bool:
    """Return whether a source has the text, headline, byline and time of publication of the revision
    `current`.

    A field that the source leaves empty counts as equal. Of the revision, the values before corrections by
    the desk are compared; otherwise importing the same source again would make a new revision.
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


def articles_by_reference(references: Iterable[str]) -> list[Article]:
    """Return the articles with these references (`Article.reference`), sorted by id.

    References that no article has are ignored.
    """
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
    """Return whether a database can store `name`.

    PostgreSQL refuses a query with a text that it cannot store.
    """
    return "\0" not in name and name == repair_surrogates(name)


def _is_id(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) <= _MOST_DIGITS


def _known(**fields: str) -> Article | None:
    # The query asks for the id first, because usually there is no such article, and loading whole rows takes
    # three times as long.
    pk = Article.objects.filter(**fields).values_list("pk", flat=True).first()
    if pk is None:
        return None
    return Article.objects.select_related("current").get(pk=pk)
