"""Shares as people read them."""

from django import template

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """`{{ 0.937|percent }}` is “94 %”."""
    return f"{share:.0%}".replace("%", " %")
