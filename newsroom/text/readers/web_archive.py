"""Read web archives (.webarchive), in which Safari saves a page with its address.

Such a file is a property list. Only the page itself is read, without its pictures and frames.
"""

import plistlib
import xml.parsers.expat
from dataclasses import replace
from typing import Any

from newsroom.errors import Unreadable
from newsroom.text.decoding.decode import decode
from newsroom.text.decoding.labels import declared_in_html
from newsroom.text.model import RawArticle
from newsroom.text.readers.html import read_html
from newsroom.text.readers.plain import read_plain

_OPENINGS = (b"bplist00", b"<?xml", b"<plist")
_MAIN = "WebMainResource"
#: Errors of the library for a list that is damaged in unexpected ways.
_BROKEN = (
    plistlib.InvalidFileException,
    xml.parsers.expat.ExpatError,
    AttributeError,
    ValueError,
    LookupError,
    TypeError,
    OverflowError,
    RecursionError,
)
_DAMAGED = "This web archive is damaged. Open it in Safari and save the page again."


def is_web_archive(raw: bytes) -> bool:
    """Return whether `raw` is a web archive: a property list with a main resource."""
    return raw.startswith(_OPENINGS) and _MAIN.encode() in raw


def read_web_archive(raw: bytes) -> RawArticle:
    """Return the article in the page that a web archive holds, with the address of that page.

    Raises `Unreadable` if the archive is damaged or holds no page, and the errors of `decode` and of
    `read_html`.
    """
    page = _main_resource(raw)
    content = page.get("WebResourceData")
    kind = str(page.get("WebResourceMIMEType") or "text/html")
    if not isinstance(content, bytes):
        raise Unreadable(_DAMAGED)
    if not kind.startswith(("text/", "application/xhtml")):
        raise Unreadable(
            f"This web archive holds no page but a file ({kind[:40]}): hand in that file."
        )

    charset = str(page.get("WebResourceTextEncodingName") or "") or declared_in_html(content)
    text = decode(content, declared=charset).text
    article = read_plain(text) if kind == "text/plain" else read_html(text)
    url = article.stated.url or str(page.get("WebResourceURL") or "")
    return replace(article, stated=replace(article.stated, url=url))


def _main_resource(raw: bytes) -> dict[str, Any]:
    try:
        page = plistlib.loads(raw)[_MAIN]
    except _BROKEN as error:
        raise Unreadable(_DAMAGED) from error
    if not isinstance(page, dict):
        raise Unreadable(_DAMAGED)
    return page
