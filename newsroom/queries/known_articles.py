"""Find the article that a source belongs to, and the articles with given references."""

from collections.abc import Iterable
from datetime import UTC

from django.db.models import Q

from newsroom.models import Article, Revision
from newsroom.queries.outlets import outlet_called
from newsroom.text.addresses.article_addresses import article_address
from newsroom.text.addresses.canonical import domain
from newsroom.text.changes.essence import have_hardly_a_word_in_common
from newsroom.text.changes.furniture import without_furniture
from newsroom.text.normalise import repair_surrogates
from newsroom.text.pipeline import PreparedSource
from newsroom.text.wires.items import state_older_version

#: How many references are searched in one query, because a database limits the number of parameters.
_AT_ONCE = 500
#: The digits of the largest id. Longer numbers do not fit into the column.
_MOST_DIGITS = 18


def known_article(prepared: PreparedSource, external_id: str = "") -> Article | None:
    """Return the article of which a source is a copy or a newer version, or None if there is no such article.

    The article is recognised by `external_id`, else by its canonical address. If the source has neither, its
    text must be equal, and its outlet and its day of publication must not differ: other outlets publish the
    same words, and some outlets publish the same words again on another day.
    """
    if external_id:
        article = _known(external_id=external_id)
        if article:
            return article

    address = article_address(prepared.metadata.url)
    if address:
        return _known(address=address)
    if external_id:
        return None
    return _with_text(prepared)


def _has_same_wording(current: Revision, prepared: PreparedSource) -> bool:
    if current.sha256 == prepared.sha256:
        return True
    return without_furniture(current.document_as_read) == without_furniture(prepared.document)


def is_unlike(current: Revision, prepared: PreparedSource) -> bool:
    """Return whether a source is probably another article than that of the revision `current`, although it
    has the same address or external id.
    """
    if current.sha256 == prepared.sha256:
        return False
    return have_hardly_a_word_in_common(current.text, prepared.document.text)


def is_older_version(current: Revision, prepared: PreparedSource) -> bool:
    """Return whether a source is an older version of a wire item than the revision `current`.

    Only items of news agencies number their versions; other sources are never older.
    """
    return state_older_version(prepared.metadata.lines, current.kept_lines)


def has_been_stored(article: Article, prepared: PreparedSource) -> bool:
    """Return whether one of the revisions of `article` has the text of a source."""
    return article.revisions.filter(sha256=prepared.sha256).exists()


def has_same_content(current: Revision, prepared: PreparedSource) -> bool:
    """Return whether a source has the text, headline, byline and time of publication of the revision
    `current`, apart from the furniture of pages (see `without_furniture`).

    A field that the source leaves empty counts as equal. Of the revision, the values before corrections by
    the desk are compared; otherwise importing the same source again would make a new revision.
    """
    if not _has_same_wording(current, prepared):
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


def _with_text(prepared: PreparedSource) -> Article | None:
    """Return the oldest article that has the text of a source and may have its outlet and its day, or None.

    A source without an outlet or a day may be of any outlet or day. If the source states an outlet, the
    article must have the same one. A day that the article lacks may be any day.
    """
    pks = list(Article.objects.filter(current__sha256=prepared.sha256).values_list("pk", flat=True))
    if not pks:
        return None

    name = prepared.metadata.outlet
    host = domain(prepared.metadata.url)
    stated = name != prepared.draft.metadata.outlet
    outlet = outlet_called(name, host, stated=stated)
    for article in Article.objects.select_related("current").filter(pk__in=pks).order_by("pk"):
        is_same_outlet = article.outlet_id == outlet.pk if outlet else not name
        if is_same_outlet and _may_be_of_one_day(article.current, prepared):
            return article
    return None


def _may_be_of_one_day(current: Revision, prepared: PreparedSource) -> bool:
    """Return whether `current` and a source may be published on the same day, in UTC."""
    before = current.metadata_as_read.published_at
    after = prepared.metadata.published_at
    if before is None or after is None:
        return True
    return before.astimezone(UTC).date() == after.astimezone(UTC).date()


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
