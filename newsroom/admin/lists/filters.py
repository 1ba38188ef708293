"""Define the filters of a list.

They are fields of one form, so that no filter has to print thousands of values.

Each function makes a filter class for `list_filter`. `find` is the lookup that must equal the value, or a
function from the value to a condition.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from newsroom.admin.widgets import row_field

Find = str | Callable[[Any], Q]


class FormFilter(admin.ListFilter):
    """A filter with one or more form fields, each with its condition. An invalid value finds nothing."""

    template = "admin/filter_fields.html"
    fields: dict[str, Callable[[], forms.Field]]
    conditions: dict[str, Callable[[Any], Q]]

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: type[Model], model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        sent = {name: params.pop(name)[-1] for name in self.fields if name in params}
        self.form = forms.Form(sent, auto_id="filter-%s")
        for name, make in self.fields.items():
            self.form.fields[name] = make()

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return [*self.fields]

    def choices(self, changelist: Any) -> Iterator[Mapping[str, object]]:
        """Return no choices, because the template prints the fields of the form."""
        return iter(())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.form.is_valid():
            return queryset.none()
        for name, value in self.form.cleaned_data.items():
            if value not in (None, ""):
                queryset = queryset.filter(self.conditions[name](value))
        return queryset


def choice(name: str, title: str, words: Iterable[tuple[str, str]], find: Find) -> type[FormFilter]:
    """Make a filter with few choices, given as `(value, label)`."""
    choices = [("", "All"), *words]
    return _filter(
        title,
        {
            name: lambda: forms.ChoiceField(
                label=title.capitalize(), choices=choices, required=False
            )
        },
        {name: find},
    )


def typed(name: str, title: str, find: Find) -> type[FormFilter]:
    """Make a filter with a word that the person types."""
    return _filter(
        title,
        {name: lambda: forms.CharField(label=title.capitalize(), required=False)},
        {name: find},
    )


def related(name: str, title: str, model: type[Model], field: str, find: Find) -> type[FormFilter]:
    """Make a filter for one of many rows, found by typing.

    `field` of `model` is a foreign key to such rows.
    """

    def made() -> forms.Field:
        return row_field(model, field, label=title.capitalize(), required=False)

    return _filter(title, {name: made}, {name: find})


def dates(path: str, title: str = "date") -> type[FormFilter]:
    """Make a filter from one day to the end of another day, in UTC."""

    def made(label: str) -> Callable[[], forms.Field]:
        return lambda: forms.DateField(
            label=label, required=False, widget=forms.DateInput({"type": "date"})
        )

    return _filter(
        title,
        {"since": made(f"{title.capitalize()} from"), "until": made(f"{title.capitalize()} to")},
        {
            "since": lambda day: Q(**{f"{path}__gte": datetime.combine(day, time.min, UTC)}),
            "until": lambda day: Q(**{f"{path}__lte": datetime.combine(day, time.max, UTC)}),
        },
    )


def _filter(
    title: str, fields: dict[str, Callable[[], forms.Field]], finds: dict[str, Find]
) -> type[FormFilter]:
    def condition(find: Find) -> Callable[[Any], Q]:
        return (lambda value: Q(**{find: value})) if isinstance(find, str) else find

    conditions = {name: condition(find) for name, find in finds.items()}
    return type(
        "Filter", (FormFilter,), {"title": title, "fields": fields, "conditions": conditions}
    )
