"""Provide a template tag for two articles of an origin that are shown side by side."""

from django import template
from django.utils.safestring import SafeString

from annotations.queries.origins import ComparedText
from newsroom.presentation.painting import HighlightStyle, paint
from newsroom.text.runs import runs

register = template.Library()


@register.simple_tag
def shared_prose(text: ComparedText) -> SafeString:
    """Return the HTML of an article's text with the wording marked that another article shares.

    For example `{% shared_prose text %}`.
    """
    stretches = text.stretches
    # All shared stretches look the same.
    styles = {name: HighlightStyle(state="shared") for _, name in stretches}
    blocks = runs(text.article.current.document, stretches)
    return paint(blocks, styles, prefix=text.name)
