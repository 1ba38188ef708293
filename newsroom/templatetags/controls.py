"""Show control characters in texts that `painting` does not print, so that nothing invisible changes them."""

from django import template
from django.utils.safestring import SafeString

from newsroom.presentation.painting import visible

register = template.Library()


@register.filter
def controls(text: str) -> SafeString:
    """Return the text with its bidirectional controls shown by name (`{{ piece.text|controls }}`)."""
    return visible(text)
