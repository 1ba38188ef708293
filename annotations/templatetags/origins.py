"""Provide template tags for where articles and passages come from."""

from django import template
from django.utils.safestring import SafeString

from annotations.logic.sources.telling.teller_guess import UNNAMED, teller_names
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


@register.filter
def tellers_in_words(teller: str) -> str:
    """Return the names in `teller`, in which `UNNAMED` is "a source that is not named", joined by commas.

    For example `{{ highlight.teller|tellers_in_words }}`.
    """
    names = [
        "a source that is not named" if name == UNNAMED else name for name in teller_names(teller)
    ]
    return ", ".join(names)
