"""Provide a template filter that turns what people wrote into HTML that is safe to print."""

from django import template
from django.utils.safestring import SafeString

from newsroom.presentation.markdown import rendered

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    """Return the Markdown that a person wrote as HTML (`{{ note|markdown }}`)."""
    return rendered(text)
