"""Define the filters of a list in the panel.

A filter is shown as fields of a form, so it does not print thousands of values as links. Each function makes
a filter class for `list_filter`. `name` is the parameter in the address, and `title` is the label. `find` is
the lookup that must equal the value, or a function from the value to a condition.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from newsroom.admin.widgets import row_field

Find = str | Callable[[Any], Q]
#: A function that makes a form field. A form must not share its fields with another form.
MakeField = Callable[[], forms.Field]


class FormFilter(admin.ListFilter):
    """A filter with one or more form fields.

    `fields` is {parameter: function that makes the form field}. `conditions` is {parameter: function from the
    value to a condition}. A row is listed if it meets the conditions of all fields that are filled in. If a
    value is invalid, no row is listed.
    """

    template = "admin/filter_fields.html"
    fields: dict[str, MakeField]
    conditions: dict[str, Callable[[Any], Q]]

    def __init__(
        self,
        request: HttpRequest,
        params: dict[str, Any],
        model: type[Model],
        model_admin: Any,
    ) -> None:
        super().__init__(request, params, model, model_admin)
        # Django reports every parameter that no filter has removed from `params` as an error.
        sent = {name: params.pop(name)[-1] for name in self.fields if name in params}
        self.form = forms.Form(sent, auto_id="filter-%s")
        for name, make in self.fields.items():
            self.form.fields[name] = make()

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return [*self.fields]

    def choices(self, changelist: Any) -> Iterator[Mapping[str, object]]:
        """Return an empty iterator, because the template prints the fields of the form and no choices."""
        return iter(())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.form.is_valid():
            return queryset.none()
        for name, value in self.form.cleaned_data.items():
            if value not in (None, ""):
                queryset = queryset.filter(self.conditions[name](value))
        return queryset


def choice(
    name: str,
    title: str,
    words: Iterable[tuple[str, str]],
    find: Find,
) -> type[FormFilter]:
    """Make a filter with a select element. `words` are its choices, as `(value, label)`."""
    choices = [("", "All"), *words]

    def make_field() -> forms.Field:
        return forms.ChoiceField(label=title.capitalize(), choices=choices, required=False)

    return _filter(title, {name: make_field}, {name: find})


def typed(name: str, title: str, find: Find) -> type[FormFilter]:
    """Make a filter with one text field. `find` gets the text that the person typed."""

    def make_field() -> forms.Field:
        return forms.CharField(label=title.capitalize(), required=False)

    return _filter(title, {name: make_field}, {name: find})


def related(
    name: str,
    title: str,
    model: type[Model],
    field: str,
    find: Find,
) -> type[FormFilter]:
    """Make a filter by a related row, which the person finds by typing.

    The foreign key `field` of `model` says which rows can be chosen.
    """

    def make_field() -> forms.Field:
        return row_field(model, field, label=title.capitalize(), required=False)

    return _filter(title, {name: make_field}, {name: find})


def dates(path: str, title: str = "date") -> type[FormFilter]:
    """Make a filter by the date field at `path`: from the beginning of one day to the end of another day, in
    UTC.
    """

    def day_field(label: str) -> forms.Field:
        widget = forms.DateInput({"type": "date"})
        return forms.DateField(label=label, required=False, widget=widget)

    def is_on_or_after(day: date) -> Q:
        return Q(**{f"{path}__gte": datetime.combine(day, time.min, UTC)})

    def is_on_or_before(day: date) -> Q:
        return Q(**{f"{path}__lte": datetime.combine(day, time.max, UTC)})

    fields: dict[str, MakeField] = {
        "since": partial(day_field, f"{title.capitalize()} from"),
        "until": partial(day_field, f"{title.capitalize()} to"),
    }
    return _filter(title, fields, {"since": is_on_or_after, "until": is_on_or_before})


def _filter(
    title: str,
    fields: dict[str, MakeField],
    finds: dict[str, Find],
) -> type[FormFilter]:
    conditions = {name: _condition(find) for name, find in finds.items()}
    attributes = {"title": title, "fields": fields, "conditions": conditions}
    # Django wants a class for each filter, and makes one object of it for each request.
    return type("Filter", (FormFilter,), attributes)


def _condition(find: Find) -> Callable[[Any], Q]:
    if not isinstance(find, str):
        return find
    lookup = find

    def equals(value: Any) -> Q:
        return Q(**{lookup: value})

    return equals
