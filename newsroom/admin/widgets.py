"""Choosing a row among many by typing."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import Model


class FoundByTyping(AutocompleteSelect):
    """Django's own, but a value that cannot be anybody's id is shown as none instead of breaking the page."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [each for each in value if self._may_be_an_id(each)], attr)

    def _may_be_an_id(self, value: Any) -> bool:
        try:
            self.field.remote_field.model._meta.pk.clean(value, None)
        except ValidationError:
            return False
        return True


def row_field(model: type[Model], field: str, *, width: str = "100%", **options: Any) -> forms.ModelChoiceField:
    """A field for a row that `field` of `model`, a foreign key, can name."""
    key: Any = model._meta.get_field(field)
    rows = key.related_model._default_manager.all()
    return forms.ModelChoiceField(rows, widget=FoundByTyping(key, admin.site, {"data-width": width}), **options)
