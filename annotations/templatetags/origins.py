"""Provide a template tag for the articles of an origin of which some words are lit."""

from django import template
from django.utils.safestring import SafeString

from annotations.queries.origins import LitArticle
from newsroom.presentation.painting import HighlightStyle, paint
from newsroom.text.runs import runs

register = template.Library()


@register.simple_tag
def shared_prose(text: LitArticle) -> SafeString:
    """Return the HTML of an article's text with its lit words marked.

    For example `{% shared_prose text %}`.
    """
    stretches = text.stretches
    # All lit words look the same.
    styles = {name: HighlightStyle(state="shared") for _, name in stretches}
    blocks = runs(text.article.current.document, stretches)
    return paint(blocks, styles, prefix=text.name)
