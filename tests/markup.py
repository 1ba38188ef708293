"""Normalise the HTML of a page, so that line breaks in its template make no difference to a test."""

import re
from typing import Any


def markup(page: Any) -> str:
    """Return the HTML of a response (or of a string) with single spaces, and no space
    before the end of a tag.
    """
    html = page if isinstance(page, str) else page.content.decode()
    html = re.sub(r"\s+", " ", html)
    return re.sub(r" (?=>|/>|</)", "", html)
