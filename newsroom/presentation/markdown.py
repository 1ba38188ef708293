"""HTML from what people type: notes, rationales, comments. The only module that knows bleach.

Bleach has no maintainer any more and stalls on tags with thousands of attributes; here it only ever sees the
output of our own Markdown renderer (which passes no HTML through) for at most 10,000 characters. To replace
it: `rendered`.
"""

import bleach
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

LONGEST = 10_000
_TAGS = {
    "p",
    "br",
    "em",
    "strong",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "hr",
    "h3",
    "h4",
    "h5",
    "h6",
}
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")


def rendered(text: str) -> SafeString:
    """`text` (Markdown, at most 10,000 characters; the rest is cut) as HTML that is safe to print."""
    html = _MARKDOWN.render(text[:LONGEST])
    # Headings start below those of the page around them.
    html = (
        html.replace("<h1>", "<h3>")
        .replace("</h1>", "</h3>")
        .replace("<h2>", "<h4>")
        .replace("</h2>", "</h4>")
    )
    clean = bleach.clean(
        html,
        tags=_TAGS,
        attributes={"a": ["href", "title"]},
        protocols={"http", "https", "mailto"},
        strip=True,
    )
    return mark_safe(clean)  # noqa: S308  (cleaned in the line above)
