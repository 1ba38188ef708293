"""Provide a template filter that shows bidirectional control characters in texts that `painting` does not
print.

Without it, an invisible character could change how a text looks.
"""

from django import template
from django.utils.safestring import SafeString

from newsroom.presentation.painting import visible

register = template.Library()


@register.filter
def controls(text: str) -> SafeString:
    """Return the text as HTML, with its bidirectional control characters shown by name (`{{
    piece.text|controls }}`).
    """
    return visible(text)
