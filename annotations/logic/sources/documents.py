"""Find the kinds of document on which a passage is based: a ruling, an indictment, a press release, a post.

Two reports that quote the same document have one source, which is the document. A statement is no document of
its own: two reports that quote a statement of one body may quote the same one.
"""

import re

from annotations.logic.counting.voices import voice
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
        r"\b(?:press|news|media)\s+(?:release|statement)\b|\bin\s+(?:its|a|the)\s+release\b|\bcommuniqu[eé]\b|"
        r"\bpresse(?:mitteilung|erklärung)\b|\bcomunicado\b|\bcomunicato\s+stampa\b",
        re.IGNORECASE,
    ),
    "post": re.compile(
        r"\b(?:wrote|posted|said|announced|told\s+followers)\b[^.]{0,40}?\b(?:on|in)\s+(?:a\s+|an\s+|his\s+|her\s+|their\s+)?"
        r"(?:instagram|twitter|x|facebook|telegram|tiktok|weibo|mastodon|bluesky|truth\s+social|threads|post|tweet)\b|"
        r"\btweeted\b|\bin\s+(?:a|an)\s+(?:\w+\s+)?(?:post|tweet|video)\b|"
        r"\b(?:schr(?:ieb|eibt)|postete?|twitterte|écri(?:t|vait|re)|publié|posté|annoncé|escribió|publicó|scri(?:tto|ve|sse))\b"
        r"[^.]{0,40}?\b(?:auf|bei|sur|en|su)\s+(?:instagram|twitter|x|facebook|telegram|tiktok|weibo|mastodon|bluesky)\b",
        re.IGNORECASE,
    ),
}
#: Kinds of document that the next sentence can name.
_NAMED_AFTERWARDS = ("press release",)


#: Words for a statement that somebody gave, in writing or not.
_STATEMENT = re.compile(
    r"\bin\s+(?:a|an|its|his|her|their|the|this)\s+(?:\w+\s+){0,3}statement\b|"
    r"\bstatement\s+(?:by|from|of|issued|released|published|said|says)\b|"
    r"\b(?:in|laut)\s+einer\s+(?:\w+\s+)?(?:mitteilung|erklärung|stellungnahme)\b",
    re.IGNORECASE,
)


def quotes_statement(document: Document, sentences: list[Span]) -> bool:
    """Return whether the sentences quote a statement: “the ministry said in a statement”."""
    return any(
        _STATEMENT.search(document.text[sentence.start : sentence.end]) for sentence in sentences
    )


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


def document_names(document: Document, sentences: list[Span], speaker: str) -> list[str]:
    """Return names for the documents on which the sentences seem to be based, or an empty list.

    Examples are “press release” and “statement of lavrov”. `speaker` is who is quoted, or empty. Two reports
    can mean two documents with one of these names.
    """
    kinds = sorted(document_kinds(document, sentences))
    if kinds or not speaker or not quotes_statement(document, sentences):
        return kinds
    return [f"statement of {voice(speaker)}"]
