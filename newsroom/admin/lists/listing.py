"""Define a list of the panel: its pages of rows, and columns with the number of related rows."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Count, IntegerField, Model, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from newsroom.admin.lists.columns import list_link

#: The most rows that a list counts and shows in pages. People narrow the list to see others.
FURTHEST = 10_000


class CappedPaginator(Paginator):
    """A paginator that counts and shows only the first `FURTHEST` rows.

    `more` is true if there are more rows. Counting them all would slow down every page.
    """

    @cached_property
    def _counted(self) -> int:
        rows: Any = self.object_list
        counted: int = rows.order_by()[: FURTHEST + 1].count()
        return counted

    @cached_property
    def count(self) -> int:
        return min(self._counted, FURTHEST)

    @property
    def more(self) -> bool:
        return self.count == FURTHEST and self._counted > FURTHEST


class CountColumn:
    """A column with the number of rows of `model` that refer to the row of the list.

    The number is a link to the list of these rows. `paths` are the lookups from `model` to the row; each
    takes one query for a page. `filter` is the parameter by which the list of `model` is filtered by the row.
    `where` says which rows count, if not all. `also` holds more filter parameters for the link, so that the
    linked list shows exactly the counted rows.
    """

    def __init__(
        self,
        title: str,
        model: type[Model],
        *paths: str,
        filter: str,
        where: Q | None = None,
        **also: str,
    ) -> None:
        # Django reads these two attributes of a column.
        self.__name__ = title
        self.short_description = title
        self.model = model
        self.paths = paths
        self.where = where or Q()
        self.filter = filter
        self.also = also

    @property
    def admin_order_field(self) -> Any:
        """Return the SQL expression of the number.

        The database computes it only if the list is sorted by this column.
        """
        # A subquery without rows gives NULL, which would make the whole sum NULL.
        numbers = (Coalesce(self._number(path), 0) for path in self.paths)
        return reduce(add, numbers)

    def count(self, rows: Sequence[Any]) -> None:
        """Count for all `rows` of a page, and store on each row its number, which the column then shows."""
        numbers: Counter[Any] = Counter()
        ids = [row.pk for row in rows]
        for path in self.paths:
            # The default order is removed, because the database would group by it as well.
            referring = self._counted_rows().filter(**{f"{path}__in": ids}).order_by()
            number_by_id = referring.values_list(path).annotate(Count("pk"))
            numbers.update(dict(number_by_id))
        for row in rows:
            numbers_of_row = row.__dict__.setdefault("_numbers", {})
            numbers_of_row[self.__name__] = numbers[row.pk]

    def __call__(self, row: Any) -> SafeString:
        filters = {self.filter: row.pk, **self.also}
        return list_link(self.model, row._numbers[self.__name__], **filters)

    def _number(self, path: str) -> Subquery:
        referring = self._counted_rows().filter(**{path: OuterRef("pk")}).order_by()
        numbers = referring.values(path).annotate(number=Count("pk")).values("number")
        return Subquery(numbers, output_field=IntegerField())

    def _counted_rows(self) -> Any:
        return self.model._default_manager.filter(self.where)


class Listing(ChangeList):
    """The list of a model in the panel. Its count columns are computed only for the rows of the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = capfirst(str(self.opts.verbose_name_plural))

    def get_results(self, request: HttpRequest) -> None:
        """Load the rows of the page, and then their total number.

        If a filtered list fits on one page, its rows are counted without a second query.
        """
        self.paginator = self.model_admin.get_paginator(request, self.queryset, self.list_per_page)
        self.result_list = self._rows_of_page()
        self.result_count = self.paginator.count
        self.multi_page = self.result_count > self.list_per_page
        # These attributes of Django's class are set here, because its own method is not called.
        self.can_show_all = False
        self.show_admin_actions = True
        self.show_full_result_count = False
        self.full_result_count = None
        for column in self.list_display:
            if isinstance(column, CountColumn):
                column.count(self.result_list)

    def _rows_of_page(self) -> list[Any]:
        """Return the rows of the requested page.

        Raises `IncorrectLookupParameters` if there is no such page.
        """
        if self.page_num == 1:
            return self._rows_of_first_page()
        if self.page_num not in self.paginator.page_range:
            raise IncorrectLookupParameters
        return list(self.paginator.page(self.page_num).object_list)

    def _rows_of_first_page(self) -> list[Any]:
        try:
            # One row more than the page shows tells whether these are all rows.
            rows = list(self.queryset[: self.list_per_page + 1])
        except OverflowError as error:
            # SQLite raises this for a number in the address that no column can hold.
            raise IncorrectLookupParameters from error
        is_narrowed = bool(self.query or self.has_active_filters)
        if is_narrowed and len(rows) <= self.list_per_page:
            self.paginator.count = len(rows)
        return rows[: self.list_per_page]
