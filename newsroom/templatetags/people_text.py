"""What people wrote, as HTML that is safe to print."""

from django import template
from django.utils.safestring import SafeString

from newsroom.presentation.markdown import rendered

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    """`{{ note|markdown }}`: a person's Markdown as HTML."""
    return rendered(text)
