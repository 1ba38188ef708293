"""Read the data that chains of telling are built from: owners and other names of outlets, origins of
articles.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import Lower

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.desk_chains import PassageProvenance, desk_chain
from annotations.logic.counting.matrix import Column
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.vocabulary import OriginState
from annotations.models import Provenance
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


def families_of(names: Collection[str]) -> OutletFamilies:
    """Return the owners of all outlets, and the other names of outlets that are among `names`, with one
    query.
    """
    owned = Outlet.objects.filter(owner__isnull=False).order_by()
    owners = owned.annotate(is_alias=Value(False)).values_list("name", "owner__name", "is_alias")
    spellings = {name.casefold() for name in names}
    named_so = OutletAlias.objects.alias(spelling=Lower("word")).filter(spelling__in=spellings)
    other_names = named_so.order_by().annotate(is_alias=Value(True))
    rows = owners.union(other_names.values_list("word", "outlet__name", "is_alias"), all=True)

    pairs: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
    for name, outlet, is_alias in rows:
        pairs[bool(is_alias)].append((name, outlet))
    return OutletFamilies(owners=pairs[False], aliases=pairs[True])


def origins_by_article(articles: Iterable[int]) -> defaultdict[int, ArticleOrigins]:
    """Return the names of the origins of each article, by article id, with one query.

    Rejected origins are left out. An article without origins has empty sets.
    """
    standing = Provenance.objects.filter(article__in=articles).exclude(
        origin__state=OriginState.REJECTED
    )
    confirmed: defaultdict[int, set[str]] = defaultdict(set)
    proposed: defaultdict[int, set[str]] = defaultdict(set)
    for article, name, state in standing.values_list("article", "origin__name", "origin__state"):
        if state == OriginState.CONFIRMED:
            confirmed[article].add(name)
        else:
            proposed[article].add(name)

    origins: defaultdict[int, ArticleOrigins] = defaultdict(lambda: NO_ORIGINS)
    for article in {*confirmed, *proposed}:
        origins[article] = ArticleOrigins(
            frozenset(confirmed[article]), frozenset(proposed[article])
        )
    return origins


def columns_of(articles: Collection[Article]) -> ArticleColumns:
    """Return each article as a column, with its chain of telling and its time of publication, with one query.

    The articles must come from `articles_of`.
    """
    names = [origin.name for article in articles for origin in origins_of(article)]
    families = families_of(names)
    columns = [
        Column(article.pk, _chain_of_article(article, families), article.current.published_at)
        for article in articles
    ]
    return ArticleColumns(columns, families)


def _chain_of_article(article: Article, families: OutletFamilies) -> Chain:
    origins = origins_of(article)
    confirmed = [origin.name for origin in origins if origin.state == OriginState.CONFIRMED]
    proposed = [origin.name for origin in origins if origin.state != OriginState.CONFIRMED]
    provenance = PassageProvenance(
        outlet=article.outlet.name if article.outlet else "",
        confirmed=frozenset(confirmed),
        proposed=frozenset(proposed),
    )
    return desk_chain(provenance, families)
