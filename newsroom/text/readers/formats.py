"""Which format a text has: plain text, Markdown or HTML.

What the text looks like decides; the name of its file comes second.
"""

import re

from newsroom.text.readers.markdown import is_too_much

_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd)$", re.IGNORECASE)
_HTML_NAME = re.compile(r"\.(?:html?|xhtml|mhtml)$", re.IGNORECASE)

_LOOKED_AT = 200_000
_PAGE = re.compile(
    (
        r"[\s\ufeff]*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,5000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
    ),
    re.IGNORECASE | re.DOTALL,
)
_ELEMENTS = (
    r"(?:article|main|section|header|div|p|h[1-6]|figure|title|span|table|ul|ol|blockquote|a|html|body)"
)
_FRAGMENT = re.compile(rf"[\s\ufeff]*<(?:{_ELEMENTS}|meta)\b[^<>]*>", re.IGNORECASE)
_CLOSING_TAG = re.compile(rf"</{_ELEMENTS}\s*>", re.IGNORECASE)

# How much each sign tells: an accidental "*" or "1." in plain text must not turn it into Markdown. All are
# looked for in every article, so each begins with what is rare in running text, and none goes over a line
# twice.
_SIGNS = (
    (2, re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)),
    (2, re.compile(r"\[(?<!\\\[)[^\[\]\n]{1,300}\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)")),
    (2, re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}\)")),
    (2, re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]:\s+\S", re.MULTILINE)),
    (2, re.compile(r"^ {0,3}(?:```|~~~)[^\n`]{0,80}$", re.MULTILINE)),
    (2, re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*$", re.MULTILINE)),
    (2, re.compile(r"\A---[ \t]*\n[\w-]{1,40}:.*\n(?:.*\n){0,60}?(?:---|\.\.\.)[ \t]*$", re.MULTILINE)),
    (1, re.compile(r"<https?://[^\s<>]{3,2000}>")),
    (1, re.compile(r"\*\*(?<![\w*]\*\*)(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*\*(?![\w*])")),
    (1, re.compile(r"__(?<!\w__)(?=[^\s_])[^_\n]{1,300}(?<=[^\s_])__(?!\w)")),
    (1, re.compile(r"\\[$*_#\[\]().!~>`+-]")),
    (1, re.compile(r"^[^\n\w]*+\w[^\n]*+\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)),
    (1, re.compile(r"^ {0,3}> \S", re.MULTILINE)),
    (1, re.compile(r"^ {0,3}[*+-] \S[^\n]*\n(?:\n? {0,3}[*+-] \S)", re.MULTILINE)),
)
_ENOUGH = 2


def format_of(text: str, *, name: str = "") -> str:
    """Return `html`, `markdown` or `plain` for a `text` that came from a file called `name`."""
    if is_html(text, name=name):
        return "html"
    if is_markdown(text, name=name):
        return "markdown"
    return "plain"


def is_html(text: str, *, name: str = "") -> bool:
    """Whether `text` is a page or a piece of one. Markdown may open with a tag of its own, so its name speaks
    against."""
    if _PAGE.match(text):
        return True
    closing = sum(1 for _ in _CLOSING_TAG.finditer(text, 0, _LOOKED_AT))
    if _HTML_NAME.search(name):
        return closing > 0
    return closing > 0 and not _MARKDOWN_NAME.search(name) and _FRAGMENT.match(text) is not None


def is_markdown(text: str, *, name: str = "") -> bool:
    """Whether `text` bears the signs of Markdown; a name that says so makes one weak sign enough."""
    if is_too_much(text) and not _MARKDOWN_NAME.search(name):
        return False
    looked_at = text[:_LOOKED_AT].replace("\r\n", "\n")
    weight = sum(weight for weight, sign in _SIGNS if sign.search(looked_at))
    return weight >= (1 if _MARKDOWN_NAME.search(name) else _ENOUGH)
