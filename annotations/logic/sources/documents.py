"""Find the kinds of document on which a passage is based: a ruling, an indictment, a press release, a post.

Two reports that quote the same document have one source, which is the document.
"""

import re

from newsroom.text.model import Document, Span

#: Number of code points after the sentence of the passage in which its document can be named: “In its release
#: the firm …”.
BEHIND = 160

_KINDS = {
    "ruling": re.compile(
        r"\b(?:ruling|judge?ment|verdict|court'?s?\s+decision|court\s+order)\b.{0,40}?\b(?:says?|said|found|wrote|reads?|"
        r"states?)\b|\b(?:in|according\s+to)\s+(?:\w+\s+){0,4}(?:ruling|judge?ment|verdict)\b|\b(?:ruling|judge?ment),"
        r"\s+which\b|\bcourt'?s?\s+(?:ruling|judge?ment)\b",
        re.IGNORECASE,
    ),
    "indictment": re.compile(
        r"\b(?:indictment|charge\s+sheet|charging\s+document|bill\s+of\s+indictment)\b",
        re.IGNORECASE,
    ),
    "press release": re.compile(
        r"\b(?:press|news|media)\s+(?:release|statement)\b|\bin\s+(?:its|a|the)\s+release\b|\bcommuniqu[eé]\b",
        re.IGNORECASE,
    ),
    "post": re.compile(
        r"\b(?:wrote|posted|said|announced|told\s+followers)\b[^.]{0,40}?\b(?:on|in)\s+(?:a\s+|an\s+|his\s+|her\s+|their\s+)?"
        r"(?:instagram|twitter|x|facebook|telegram|tiktok|weibo|mastodon|bluesky|truth\s+social|threads|post|tweet)\b|"
        r"\btweeted\b|\bin\s+(?:a|an)\s+(?:\w+\s+)?(?:post|tweet|video)\b",
        re.IGNORECASE,
    ),
}
#: Kinds of document that the next sentence can name.
_NAMED_AFTERWARDS = ("press release",)


def document_kinds(document: Document, sentences: list[Span]) -> set[str]:
    """Return the kinds of document on which the sentences are based: “ruling”, “indictment” and so on.

    The kinds are keys of `_KINDS`. The set is empty if the sentences name no document.
    """
    kinds: set[str] = set()
    for sentence in sentences:
        words = document.text[sentence.start : sentence.end]
        behind = document.text[sentence.end : sentence.end + BEHIND]
        for kind, pattern in _KINDS.items():
            if pattern.search(words) or (kind in _NAMED_AFTERWARDS and pattern.search(behind)):
                kinds.add(kind)
    return kinds
