"""Provide a template tag for a form field that many forms use."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def story_field(story: Any) -> SafeString:
    """Return a hidden field with the slug of `story` (`{% story_field story %}`).

    Returns an empty string if there is no story.
    """
    if not story:
        return SafeString("")
    return format_html('<input type="hidden" name="story" value="{}">', story.slug)
