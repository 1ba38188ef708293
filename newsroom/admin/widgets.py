"""Define a form field for choosing one of many rows: the person types a part of its name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.urls import reverse


class TypeaheadSelect(forms.Select):
    """A form widget for choosing a row: it suggests rows that match what the person types.

    `key` is the foreign key whose rows are suggested. They come from the panel's autocomplete address.
    Django's own widget is not used, because its field has no name for screen readers, and because a value
    that cannot be an id breaks the page. This widget shows such a value as empty.
    """

    def __init__(self, key: Any, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.key = key

    @property
    def media(self) -> forms.Media:
        # Django accepts a script object here, but its type stubs do not say so yet.
        return forms.Media(js=[Script("js/elements/row-finder.js", type="module")])  # type: ignore[list-item]

    def get_context(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None,
    ) -> dict[str, Any]:
        widget = {
            "name": name,
            "attrs": self.build_attrs(self.attrs, attrs),
            "required": self.is_required,
            "url": reverse("admin:autocomplete"),
            "key": self.key,
            "source": self.key.model._meta,
            "chosen": self._chosen(value),
        }
        return {"widget": widget}

    def _render(
        self,
        template_name: str,
        context: dict[str, Any],
        renderer: Any = None,
    ) -> str:
        """Return the HTML of the widget.

        It uses the project's own template, which Django's form renderer does not find.
        """
        return render_to_string("admin/row_finder.html", context)

    def _chosen(self, value: Any) -> Model | None:
        if value in (None, ""):
            return None
        related_model = self.key.related_model
        try:
            pk = related_model._meta.pk.clean(value, None)
        except ValidationError:
            # The form itself reports such a value, so the widget only has to show nothing.
            return None
        row: Model | None = related_model._default_manager.filter(pk=pk).first()
        return row


def row_field(model: type[Model], field: str, **options: Any) -> forms.ModelChoiceField:
    """Return a form field for a row that the foreign key `field` of `model` can refer to.

    `options` go to the field.
    """
    key: Any = model._meta.get_field(field)
    rows = key.related_model._default_manager.all()
    return forms.ModelChoiceField(rows, widget=TypeaheadSelect(key), **options)
