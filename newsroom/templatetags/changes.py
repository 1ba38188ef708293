"""Old and new values of the history, as people read them."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def shown(value: Any) -> str:
    """`{{ before|shown }}`: lists parted by commas, yes and no, a dash for nothing."""
    if value is None or value == "" or value == []:
        return "—"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return str(value)


@register.filter
def words(name: str) -> str:
    """`{{ field|words }}`: a column's name as words."""
    return name.replace("_", " ")
