"""Provide the template filters that format shares as percentages."""

from django import template

from annotations.logic.sources.copies import CopyComparison

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage: `{{ 0.937|percent }}` gives “94 %”."""
    return f"{share:.0%}".replace("%", " %")


@register.filter
def shares(comparison: CopyComparison) -> str:
    """Return how much of each of two texts is shared wording, in words.

    For example `{{ pair.comparison|shares }}` gives “94 % of the one, 71 % of the other”.
    """
    left = percent(comparison.left.share)
    right = percent(comparison.right.share)
    return f"{left} of the one, {right} of the other"
