"""Provide a template tag for the forms on the card of a highlight."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def changes_card(view: str, *arguments: object) -> SafeString:
    """Return the attributes of a form that posts to the view with this name and these arguments.

    For example `<form {% changes_card "link_make" %}>`. Scripts send the form through the outbox
    (`data-outbox`), and paint the answer. Without scripts it is a plain form.
    """
    address = reverse(view, args=arguments)
    return format_html('method="post" action="{0}" data-outbox', address)
