"""`{% prose document %}`: an article's text as HTML, with or without highlights."""

from django import template
from django.utils.safestring import SafeString

from newsroom.painting import paint
from newsroom.text.model import Document
from newsroom.text.runs import runs

register = template.Library()


@register.simple_tag
def prose(document: Document, prefix: str = "block") -> SafeString:
    """The text of `document` without highlights. Block ids begin with `prefix`."""
    return paint(runs(document), {}, prefix=prefix)
