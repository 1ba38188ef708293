"""Read the data that chains of telling are built from: owners and other names of outlets, origins of
articles.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import Lower

from annotations.logic.counting.desk_chains import PassageProvenance, desk_chain
from annotations.logic.counting.matrix import Column
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.vocabulary import DOCUMENTS, OriginKind, OriginState
from annotations.models import Origin, Provenance
from annotations.models.origins import document_label
from annotations.queries.desk.surroundings import origins_of
from newsroom.models import Article, Outlet, OutletAlias


@dataclass(frozen=True, slots=True)
class ArticleOrigins:
    """The names of the origins of one article: the confirmed ones and the proposed ones."""

    confirmed: frozenset[str] = frozenset()
    proposed: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        return self.confirmed | self.proposed


@dataclass(frozen=True, slots=True)
class ArticleColumns:
    """The articles of a story as columns of the matrix.

    A chain of telling holds keys of sources. `families` gives the name to show for each key.
    """

    columns: list[Column]
    families: OutletFamilies


NO_ORIGINS = ArticleOrigins()


def article_origins(stated: Iterable[tuple[str, str]]) -> ArticleOrigins:
    """Return the origins of one article from pairs (name, state of the origin), without rejected ones."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for name, state in stated:
        names[state].add(name)
    return ArticleOrigins(
        confirmed=frozenset(names[OriginState.CONFIRMED]),
        proposed=frozenset(names[OriginState.PROPOSED]),
    )


def origin_of_key(origins: Iterable[Origin], families: OutletFamilies) -> dict[str, Origin]:
    """Return each origin by the key under which it stands in a chain of telling."""
    return {families.key(origin.name): origin for origin in origins}


def families_of(names: Collection[str]) -> OutletFamilies:
    """Return the owners of all outlets, and the other names of outlets and the documents that are among
    `names`, with one query.
    """
    owned = Outlet.objects.filter(owner__isnull=False).order_by()
    owners = owned.annotate(row=Value("owner")).values_list("name", "owner__name", "row")
    spellings = {name.casefold() for name in names}
    named_so = OutletAlias.objects.alias(spelling=Lower("word")).filter(spelling__in=spellings)
    other_names = named_so.order_by().annotate(row=Value("alias"))
    stated = Origin.objects.filter(kind__in=DOCUMENTS).exclude(state=OriginState.REJECTED)
    documents = stated.alias(spelling=Lower("name")).filter(spelling__in=spellings).order_by()
    rows = owners.union(
        other_names.values_list("word", "outlet__name", "row"),
        documents.annotate(row=Value("document")).values_list("name", "kind", "row"),
        all=True,
    )

    pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, value, row in rows:
        label = f"the {document_label(OriginKind(value), name)}" if row == "document" else value
        pairs[row].append((name, label))
    return OutletFamilies(pairs["owner"], pairs["alias"], sorted(pairs["document"]))


def origins_by_article(articles: Iterable[int]) -> defaultdict[int, ArticleOrigins]:
    """Return the names of the origins of each article, by article id, with one query.

    Rejected origins are left out. An article without origins has empty sets.
    """
    standing = Provenance.objects.filter(article__in=articles).exclude(
        origin__state=OriginState.REJECTED
    )
    stated: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for article, name, state in standing.values_list("article", "origin__name", "origin__state"):
        stated[article].append((name, state))

    origins: defaultdict[int, ArticleOrigins] = defaultdict(lambda: NO_ORIGINS)
    for article, pairs in stated.items():
        origins[article] = article_origins(pairs)
    return origins


def columns_of(articles: Collection[Article]) -> ArticleColumns:
    """Return each article as a column, with its chain of telling and its time of publication, with one query.

    The articles must come from `articles_of`.
    """
    names = [origin.name for article in articles for origin in origins_of(article)]
    families = families_of(names)
    columns = [
        Column(
            article=article.pk,
            chain=desk_chain(provenance_of(article), families),
            published=article.current.published_at,
        )
        for article in articles
    ]
    return ArticleColumns(columns, families)


def provenance_of(article: Article) -> PassageProvenance:
    """Return the outlet and the origins of an article. The article must be loaded by `with_origins`."""
    origins = article_origins((origin.name, origin.state) for origin in origins_of(article))
    return PassageProvenance(
        outlet=article.outlet.name if article.outlet else "",
        confirmed=origins.confirmed,
        proposed=origins.proposed,
    )
