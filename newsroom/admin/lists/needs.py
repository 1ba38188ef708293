"""Find rows that a curator should complete, such as articles without an outlet.

Each `Need` is a choice of the filter “needs attention” and a line of the index page with a count.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model, Q

from newsroom.admin.lists.columns import list_address
from newsroom.admin.lists.filters import FormFilter, choice
from newsroom.models import Article, ImportBatch, ImportItem, Outlet, Story
from newsroom.queries.outlets import ids_with_equal_keys, outlets_with_equal_names

#: The index page counts up to this number.
FURTHEST = 1_000


@dataclass(frozen=True, slots=True)
class Need:
    """A way in which rows of `model` need a curator.

    `find` returns the condition that finds such rows. `name` is the value in addresses and `label` the choice
    in the filter of the list. `one` and `many` name one row and several rows on the index page.
    """

    model: type[Model]
    name: str
    label: str
    one: str
    many: str
    find: Callable[[], Q]


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One line of the index page: how many rows have a need, as in “3 articles without an outlet”.

    `number` may also be “more than 1,000”. `words` names the rows, and `address` leads to the list of them.
    """

    number: str
    words: str
    address: str


def stories_with_equal_titles() -> list[int]:
    """Return the ids of the stories whose titles are equal to that of another one, except for case and
    spaces.
    """
    # SQLite would fold the case of ASCII letters only.
    titles = Story.objects.values_list("pk", "title")
    return ids_with_equal_keys((pk, " ".join(title.casefold().split())) for pk, title in titles)


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
        lambda: Q(pk__in=outlets_with_equal_names()),
    ),
    Need(
        Story,
        "title",
        "Title of another",
        "story with the title of another",
        "stories with the title of another",
        lambda: Q(pk__in=stories_with_equal_titles()),
    ),
)


def needs_filter(needs: Iterable[Need], model: type[Model]) -> type[FormFilter]:
    """Make the filter “needs attention” for the list of `model`, with those of `needs` that are about
    `model`.
    """
    own = {need.name: need for need in needs if need.model is model}
    words = [(need.name, need.label) for need in own.values()]
    return choice("needs", "needs attention", words, lambda name: own[name].find())


def need_lines(needs: Iterable[Need]) -> Iterator[NeedLine]:
    """Yield a line of the index page for each need that at least one row has."""
    for need in needs:
        lacking = need.model._default_manager.filter(need.find()).order_by()
        # The limit keeps the query fast on a large desk.
        number = lacking[: FURTHEST + 1].count()
        if not number:
            continue
        words = need.one if number == 1 else need.many
        yield NeedLine(_in_words(number), words, list_address(need.model, needs=need.name))


def _in_words(number: int) -> str:
    if number > FURTHEST:
        return f"more than {FURTHEST:,}"
    return f"{number:,}"
