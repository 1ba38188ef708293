"""Print form fields that many forms use."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def story_field(story: Any) -> SafeString:
    """Return a hidden field with the slug of the story, or nothing without a story (`{% story_field story
    %}`).
    """
    if not story:
        return SafeString("")
    return format_html('<input type="hidden" name="story" value="{}">', story.slug)
