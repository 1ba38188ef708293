"""Provide template filters that say in which direction a text is written, for the attribute `dir`.

The value `auto` is only for fields in which people type, because with it the browser lets the first letter
decide: an English sentence that begins with a Hebrew name would be laid out from right to left.
"""

from collections.abc import Iterable

from django import template

from newsroom.text import direction as directions
from newsroom.text.changes.rows import WordChange

register = template.Library()


@register.filter
def direction(text: str) -> str:
    """Return `rtl` or `ltr`, as most letters of the text are written: `dir="{{ quote|direction }}"`."""
    return directions.direction(text)


@register.filter
def direction_of_words(words: Iterable[WordChange]) -> str:
    """Return `rtl` or `ltr` for a text with its changes: `dir="{{ row.words|direction_of_words }}"`."""
    return directions.direction("".join(change.text for change in words))
