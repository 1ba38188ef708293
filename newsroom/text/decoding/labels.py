"""Labels of charsets, as servers and pages give them.

They mean what the WHATWG Encoding Standard says (https://encoding.spec.whatwg.org/#names-and-labels), so that
"latin1" means windows-1252 as it does in every browser.
"""

import re

import webencodings

#: How many bytes of a page are searched for a declaration.
_LOOKED_AT = 16_384
_META = re.compile(
    rb"<meta\b[^>]{0,2000}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:+-]{1,40})", re.IGNORECASE
)
_XML = re.compile(rb"\A\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:+-]{1,40})[\"']")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)

_SEPARATORS = re.compile(r"[\s_-]+")
_WINDOWS = re.compile(r"^(?:win|cp)-?(?=125\d$)")
_CODE_PAGE = re.compile(r"cp\d{3,4}")
#: The standard's name for bytes that are no text.
_NO_CHARSET = "x-user-defined"


def declared_in_html(raw: bytes) -> str:
    """Return the charset that a page names in its XML declaration or a meta element, or blank.

    A meta element that can be read as ASCII cannot be UTF-16, so that claim reads as UTF-8, as in browsers.
    """
    head = raw[:_LOOKED_AT]
    declaration = _XML.search(head) or _META.search(_COMMENT.sub(b"", head))
    if declaration is None:
        return ""
    label = declaration.group(1).decode("ascii")
    if label.lower().startswith("utf-16"):
        return "utf-8"
    return label


def charset_named(label: str) -> str:
    """Return Python's name for the charset of a label, or blank if the label is not known."""
    label = label.strip(" \t\r\n\f\"';").lower()
    bare = _SEPARATORS.sub("", label)
    spellings = (label, label.replace("_", "-"), bare, _WINDOWS.sub("windows-", bare))
    for spelling in spellings:
        encoding = webencodings.lookup(spelling)
        if encoding and encoding.name != _NO_CHARSET:
            name: str = encoding.codec_info.name
            return name
    # Old code pages, which browsers do not know and Python does.
    if _CODE_PAGE.fullmatch(bare):
        return bare
    return ""
