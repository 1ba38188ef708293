"""Forms on the card of a highlight."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def changes_card(view: str, *arguments: object) -> SafeString:
    """`<form {% changes_card "link_make" %}>`: posts to the view, by htmx to swap the card or without."""
    address = reverse(view, args=arguments)
    return format_html('method="post" action="{0}" hx-post="{0}" hx-target="#card"', address)
