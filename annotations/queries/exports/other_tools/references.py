"""Write the articles of an export as references of citation programs."""

from collections.abc import Iterator, Mapping
from typing import IO

from annotations.logic.export.json_lists import json_list
from annotations.logic.export.packing import encoded
from annotations.logic.export.references import Reference, csl_item, ris_entry
from annotations.queries.exports.filters import filtered_rows
from annotations.queries.exports.lookups import day_or_time
from newsroom.models import Article, Outlet
from newsroom.models.outlets import OutletKind

_AT_ONCE = 500
_PRINTED = (OutletKind.NEWSPAPER, OutletKind.AGENCY)


def write_csl(file: IO[bytes], filters: Mapping[str, str], base: str = "") -> None:
    """Write the articles that the filters select as CSL-JSON. `base` is of no use for it.

    Raises `Invalid` if a filter is not valid.
    """
    items = (csl_item(reference) for reference in references(filters))
    file.writelines(encoded(json_list(items)))


def write_ris(file: IO[bytes], filters: Mapping[str, str], base: str = "") -> None:
    """Write the articles that the filters select as RIS. `base` is of no use for it.

    Raises `Invalid` if a filter is not valid.
    """
    for reference in references(filters):
        for line in ris_entry(reference):
            file.write(line.encode())
        # Programs want an empty line between entries.
        file.write(b"\r\n")


def references(filters: Mapping[str, str]) -> Iterator[Reference]:
    """Yield the newest revisions of the articles that the filters select, as references.

    Raises `Invalid` if a filter is not valid.
    """
    articles = filtered_rows(Article, filters)
    for article in articles.iterator(chunk_size=_AT_ONCE):
        yield _reference(article, article.outlet)


def _reference(article: Article, outlet: Outlet | None) -> Reference:
    revision = article.current
    # Not every article has a known outlet.
    name, kind = "", ""
    if outlet:
        name, kind = outlet.name, outlet.kind
    return Reference(
        identifier=article.external_id or f"article-{article.pk}",
        # The title of the article is the desk's working name.
        title=revision.headline or article.title,
        outlet=name,
        is_newspaper=kind in _PRINTED,
        byline=revision.byline,
        credit=revision.credit,
        published=day_or_time(revision.published_at, revision.published_on_day),
        url=revision.url,
        language=revision.language,
        accessed=revision.created_at,
    )
