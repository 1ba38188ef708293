"""Texts outside of `painting` in which nothing invisible may change what people read."""

from django import template
from django.utils.safestring import SafeString

from newsroom.presentation.painting import visible

register = template.Library()


@register.filter
def controls(text: str) -> SafeString:
    """`{{ piece.text|controls }}`: the text with its controls of direction shown by name."""
    return visible(text)
