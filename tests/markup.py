"""The HTML of a page, written so that the line breaks of its template make no difference to a test."""

import re
from typing import Any


def markup(page: Any) -> str:
    """Return the HTML of a response (or of a string) with single spaces, and none before the end of a tag."""
    html = page if isinstance(page, str) else page.content.decode()
    html = re.sub(r"\s+", " ", html)
    return re.sub(r" (?=>|/>|</)", "", html)
