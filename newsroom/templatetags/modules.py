"""Provide a template tag for the import map, which maps names of our JavaScript modules to addresses."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from newsroom.presentation.import_map import import_map as import_map_json

register = template.Library()


@register.simple_tag
def import_map() -> SafeString:
    """Return the import map as a script element (`{% import_map %}`). It contains only our own file names."""
    return mark_safe(f'<script type="importmap">{import_map_json()}</script>')  # noqa: S308
