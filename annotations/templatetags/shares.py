"""Shares as people read them."""

from django import template

from annotations.logic.sources.copies import CopyComparison

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """`{{ 0.937|percent }}` is “94 %”."""
    return f"{share:.0%}".replace("%", " %")


@register.filter
def shares(comparison: CopyComparison) -> str:
    """`{{ pair.comparison|shares }}` is “94 % of the one, 71 % of the other”."""
    left = percent(comparison.left.share)
    right = percent(comparison.right.share)
    return f"{left} of the one, {right} of the other"
