"""`{% import_map %}`: tells the browser where our JavaScript modules are."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from newsroom.presentation.import_map import import_map as import_map_json

register = template.Library()


@register.simple_tag
def import_map() -> SafeString:
    """The import map as a script element: JSON made of our own file names only."""
    return mark_safe(f'<script type="importmap">{import_map_json()}</script>')  # noqa: S308
