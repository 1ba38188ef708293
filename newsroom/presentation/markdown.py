"""Turn Markdown that people type (notes, rationales, comments) into HTML.

Only this module uses the library bleach. Bleach is no longer maintained, and it is slow on tags with
thousands of attributes. Here it gets only the output of our own Markdown renderer, which allows no HTML, for
at most 10,000 characters. To replace bleach, change `rendered`.
"""

import bleach
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

#: The most characters of Markdown that are rendered.
LONGEST = 10_000

_ALLOWED_ELEMENTS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "ul",
}
_ALLOWED_ATTRIBUTES = {"a": ["href", "title"]}
_ALLOWED_PROTOCOLS = {"http", "https", "mailto"}
#: Headings start below the headings of the page around them.
_LOWERED_HEADINGS = {"h1": "h3", "h2": "h4"}
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")


def rendered(text: str) -> SafeString:
    """Return Markdown as HTML that is safe to print.

    Of `text`, only the first `LONGEST` characters are used.
    """
    html = _MARKDOWN.render(text[:LONGEST])
    for heading, lowered in _LOWERED_HEADINGS.items():
        html = html.replace(f"<{heading}>", f"<{lowered}>")
        html = html.replace(f"</{heading}>", f"</{lowered}>")
    clean: str = bleach.clean(
        html,
        tags=_ALLOWED_ELEMENTS,
        attributes=_ALLOWED_ATTRIBUTES,
        protocols=_ALLOWED_PROTOCOLS,
        strip=True,
    )
    return mark_safe(clean)  # noqa: S308  (cleaned in the line above)
