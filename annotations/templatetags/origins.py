"""A template tag that paints two articles of an origin side by side."""

from django import template
from django.utils.safestring import SafeString

from annotations.queries.origins import ComparedText
from newsroom.presentation.painting import HighlightStyle, paint
from newsroom.text.runs import runs

register = template.Library()


@register.simple_tag
def shared_prose(text: ComparedText) -> SafeString:
    """Paint the text of an article with the shared stretches marked: `{% shared_prose text %}`."""
    stretches = text.stretches
    # All shared stretches look the same.
    styles = {name: HighlightStyle(state="shared") for _, name in stretches}
    blocks = runs(text.article.current.document, stretches)
    return paint(blocks, styles, prefix=text.name)
