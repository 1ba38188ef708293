"""Map labels of charsets, as servers and pages write them, to Python's charsets.

The labels have the meaning of the WHATWG Encoding Standard
(https://encoding.spec.whatwg.org/#names-and-labels), so "latin1" means windows-1252, as in every browser.
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
#: The standard's name for bytes that are not text.
_NO_CHARSET = "x-user-defined"


def declared_in_html(raw: bytes) -> str:
    """Return the charset that a page declares in its XML declaration or in a meta element.

    Returns an empty string if the page declares none. If a meta element declares UTF-16, the charset is
    UTF-8, as in browsers, because the element itself was readable as ASCII.
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
    """Return Python's name for the charset with this label, or an empty string if the label is unknown."""
    label = label.strip(" \t\r\n\f\"';").lower()
    bare = _SEPARATORS.sub("", label)
    spellings = (label, label.replace("_", "-"), bare, _WINDOWS.sub("windows-", bare))
    for spelling in spellings:
        encoding = webencodings.lookup(spelling)
        if encoding and encoding.name != _NO_CHARSET:
            name: str = encoding.codec_info.name
            return name
    # Python knows some old code pages that browsers do not know.
    if _CODE_PAGE.fullmatch(bare):
        return bare
    return ""
