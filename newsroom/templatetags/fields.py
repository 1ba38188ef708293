"""Fields that many forms send."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def story_field(story: Any) -> SafeString:
    """`{% story_field story %}`: tells the view which story is being worked on; nothing if there is none."""
    if not story:
        return SafeString("")
    return format_html('<input type="hidden" name="story" value="{}">', story.slug)
