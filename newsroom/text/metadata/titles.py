"""The desk's name for a text that has no headline."""

from dataclasses import replace

from newsroom.text.language.sentences import sentences
from newsroom.text.model import Document, Role

#: Longest working title, in characters.
_LONGEST = 80
_ELLIPSIS = "…"
#: What does not stand at the end of a title that was cut.
_NOT_LAST = " ,;:–—-"


def working_title(document: Document) -> str:
    """Return the first sentence of the body, cut at a word to about 80 characters."""
    body = [block for block in document.blocks if block.role is Role.BODY]
    blocks = body or list(document.blocks)
    if not blocks:
        return ""
    spans = sentences(replace(document, blocks=(blocks[0],)))
    sentence = " ".join(document.text[spans[0].start : spans[0].end].split())
    if len(sentence) <= _LONGEST:
        return sentence

    end = sentence.rfind(" ", 0, _LONGEST)
    if end <= 0:
        # One word that is longer than a title makes room for the ellipsis only.
        end = _LONGEST - len(_ELLIPSIS)
    return sentence[:end].rstrip(_NOT_LAST) + _ELLIPSIS
