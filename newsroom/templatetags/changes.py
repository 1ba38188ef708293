"""Provide template filters that write values of the history for people."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def shown(value: Any) -> str:
    """Return a value of the history as text (`{{ before|shown }}`).

    The items of a list are separated by commas, a boolean becomes yes or no, and an empty value becomes a
    dash.
    """
    if value is None or value == "" or value == []:
        return "—"
    if isinstance(value, bool):
        if value:
            return "yes"
        return "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return str(value)


@register.filter
def words(name: str) -> str:
    """Return the name of a field as words (`{{ field|words }}`), such as “created at” for `created_at`."""
    return name.replace("_", " ")
