"""Find the format of a text: plain text, Markdown or HTML.

The content of the text decides first, and the name of its file second.
"""

import re

from newsroom.text.readers.markdown import has_too_many_signs

_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd)$", re.IGNORECASE)
_HTML_NAME = re.compile(r"\.(?:html?|xhtml|mhtml)$", re.IGNORECASE)

#: How much of a text is examined, in characters.
_LOOKED_AT = 200_000
_PAGE = re.compile(
    r"[\s\ufeff]*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,5000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENTS = (
    r"(?:article|main|section|header|div|p|h[1-6]|figure|title|span|table|ul|ol|blockquote|"
    r"a|html|body)"
)
_FRAGMENT = re.compile(rf"[\s\ufeff]*<(?:{_ELEMENTS}|meta)\b[^<>]*>", re.IGNORECASE)
_CLOSING_TAG = re.compile(rf"</{_ELEMENTS}\s*>", re.IGNORECASE)

# One strong sign is enough for Markdown. A weak sign is not, because plain text may contain a "*" or a "1."
# by accident. Every article is searched for all signs. So each pattern begins with something rare in prose,
# and no pattern reads a line twice.
_STRONG_SIGNS = (
    re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"\[(?<!\\\[)[^\[\]\n]{1,300}\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)"),
    re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}\)"),
    re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]:\s+\S", re.MULTILINE),
    re.compile(r"^ {0,3}(?:```|~~~)[^\n`]{0,80}$", re.MULTILINE),
    re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*$", re.MULTILINE),
    re.compile(r"\A---[ \t]*\n[\w-]{1,40}:.*\n(?:.*\n){0,60}?(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
)
_WEAK_SIGNS = (
    re.compile(r"<https?://[^\s<>]{3,2000}>"),
    re.compile(r"\*\*(?<![\w*]\*\*)(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*\*(?![\w*])"),
    re.compile(r"__(?<!\w__)(?=[^\s_])[^_\n]{1,300}(?<=[^\s_])__(?!\w)"),
    re.compile(r"\\[$*_#\[\]().!~>`+-]"),
    re.compile(r"^[^\n\w]*+\w[^\n]*+\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),
    re.compile(r"^ {0,3}> \S", re.MULTILINE),
    re.compile(r"^ {0,3}[*+-] \S[^\n]*\n(?:\n? {0,3}[*+-] \S)", re.MULTILINE),
)
#: How many weak signs are needed for Markdown.
_ENOUGH_WEAK_SIGNS = 2


def format_of(text: str, *, name: str = "") -> str:
    """Return the format of a `text` from a file called `name`: `html`, `markdown` or `plain`."""
    if is_html(text, name=name):
        return "html"
    if is_markdown(text, name=name):
        return "markdown"
    return "plain"


def is_html(text: str, *, name: str = "") -> bool:
    """Return whether `text` from a file called `name` is an HTML page or a part of one."""
    if _PAGE.match(text):
        return True
    if _CLOSING_TAG.search(text, 0, _LOOKED_AT) is None:
        return False
    if _HTML_NAME.search(name):
        return True
    # Markdown may begin with a tag too, so a Markdown file name means that the text is not a page.
    return not _MARKDOWN_NAME.search(name) and _FRAGMENT.match(text) is not None


def is_markdown(text: str, *, name: str = "") -> bool:
    """Return whether `text` has the signs of Markdown: one strong sign, or two different weak signs.

    If the file name says Markdown, one weak sign is enough.
    """
    is_named_so = _MARKDOWN_NAME.search(name) is not None
    if not is_named_so and has_too_many_signs(text):
        return False
    looked_at = text[:_LOOKED_AT].replace("\r\n", "\n")
    if any(sign.search(looked_at) for sign in _STRONG_SIGNS):
        return True
    weak_signs = sum(sign.search(looked_at) is not None for sign in _WEAK_SIGNS)
    enough = 1 if is_named_so else _ENOUGH_WEAK_SIGNS
    return weak_signs >= enough
