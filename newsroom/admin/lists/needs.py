"""What needs a curator: rows that lack something, each kind with a filter of its list and a line on the index
page.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model, Q

from newsroom.admin.lists.columns import list_address
from newsroom.admin.lists.filters import FormFilter, choice
from newsroom.models import Article, ImportBatch, ImportItem, Outlet
from newsroom.queries.outlets import outlets_alike

#: How far the index page counts.
FURTHEST = 1_000


@dataclass(frozen=True, slots=True)
class Need:
    """`name` stands in addresses, `label` in the filter of the list, `one` and `many` on the index page."""

    model: type[Model]
    name: str
    label: str
    one: str
    many: str
    find: Callable[[], Q]


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One line of the index page, such as `3`, `articles without an outlet`, and the list of them."""

    number: str
    words: str
    address: str


NEEDS = (
    Need(
        ImportItem,
        "failed",
        "Failed",
        "source that could not be imported",
        "sources that could not be imported",
        lambda: Q(status=ImportItem.Status.FAILED) & ~Q(batch__state=ImportBatch.State.DISCARDED),
    ),
    Need(
        Article,
        "outlet",
        "Without an outlet",
        "article without an outlet",
        "articles without an outlet",
        lambda: Q(outlet=None),
    ),
    Need(
        Article,
        "date",
        "Without a date",
        "article without a date",
        "articles without a date",
        lambda: Q(current__published_at=None),
    ),
    Need(
        Article,
        "story",
        "In no story",
        "article in no story",
        "articles in no story",
        lambda: Q(places=None),
    ),
    Need(
        Outlet,
        "domain",
        "Without a domain",
        "outlet without a domain",
        "outlets without a domain",
        lambda: Q(domain=""),
    ),
    Need(
        Outlet,
        "alike",
        "Possibly twice",
        "outlet that may be another’s double",
        "outlets that may be one another’s doubles",
        lambda: Q(pk__in=outlets_alike()),
    ),
)


def needs_filter(needs: Iterable[Need], model: type[Model]) -> type[FormFilter]:
    """The filter of a model's list for what its rows lack."""
    own = {need.name: need for need in needs if need.model is model}
    words = [(need.name, need.label) for need in own.values()]
    return choice("needs", "needs attention", words, lambda name: own[name].find())


def found(needs: Iterable[Need]) -> Iterator[NeedLine]:
    """The lines of the index page, those of nothing left out."""
    for need in needs:
        number = need.model._default_manager.filter(need.find()).order_by()[: FURTHEST + 1].count()
        if number:
            counted = f"{number:,}" if number <= FURTHEST else f"more than {FURTHEST:,}"
            words = need.one if number == 1 else need.many
            yield NeedLine(counted, words, list_address(need.model, needs=need.name))
