"""Provide a template tag for the forms on the card of a highlight."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def changes_card(view: str, *arguments: object) -> SafeString:
    """Return the attributes of a form that posts to the view with this name and these arguments.

    For example `<form {% changes_card "link_make" %}>`. With htmx the answer replaces the card. The form
    works without htmx too.
    """
    # Both attributes have the same address, so that the form works without htmx too.
    address = reverse(view, args=arguments)
    return format_html('method="post" action="{0}" hx-post="{0}" hx-target="#card"', address)
