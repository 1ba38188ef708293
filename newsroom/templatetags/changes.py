"""Format old and new values of the history for people."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def shown(value: Any) -> str:
    """Format a value of the history (`{{ before|shown }}`).

    Lists get commas, booleans become yes or no, and an empty value becomes a dash.
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
    """Return the name of a column as words (`{{ field|words }}`)."""
    return name.replace("_", " ")
