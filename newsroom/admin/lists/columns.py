"""Make links for the cells of lists in the panel."""

from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString


def link(address: str, text: object) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, text)


def list_address(model: type[Model], **filters: object) -> str:
    """Return the address of the panel's list of `model`, filtered by `filters` (the parameters of its
    filters).
    """
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    if not filters:
        return address
    return f"{address}?{urlencode(filters)}"


def list_link(model: type[Model], number: int, **filters: object) -> SafeString:
    """Return `number` as a link to the panel's list of `model`, filtered by `filters`."""
    return link(list_address(model, **filters), number)
