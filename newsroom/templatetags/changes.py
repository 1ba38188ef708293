"""Format old and new values of the history for people."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def shown(value: Any) -> str:
    """Format a value of the history (`{{ before|shown }}`): lists with commas, yes or no, a dash
    for nothing.
    """
    if value is None or value == "" or value == []:
        return "—"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return str(value)


@register.filter
def words(name: str) -> str:
    """Return the name of a column as words (`{{ field|words }}`)."""
    return name.replace("_", " ")
