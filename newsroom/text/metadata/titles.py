"""The desk's name for an article: its headline, or what comes next to one."""

from dataclasses import replace

from newsroom.text.direction import CONTROLS
from newsroom.text.language.sentences import sentences
from newsroom.text.model import Document, Role

#: Most characters of a desk's title.
LONGEST_TITLE = 300
_UNTITLED = "Untitled"
_WITHOUT_CONTROLS = str.maketrans("", "", "".join(CONTROLS))
#: Longest working title, in characters.
_LONGEST = 80
_ELLIPSIS = "…"
#: What does not stand at the end of a title that was cut.
_NOT_LAST = " ,;:–—-"


def desk_title(headline: str, document: Document, file_name: str) -> str:
    """Return the headline, else the first sentence, else the file's name, else "Untitled"."""
    return (
        _bare_title(headline)
        or _bare_title(working_title(document))
        or file_name[:LONGEST_TITLE]
        or _UNTITLED
    )


def _bare_title(title: str) -> str:
    """Remove the controls that would change the direction of the line in which the title is printed."""
    return title.translate(_WITHOUT_CONTROLS).strip()[:LONGEST_TITLE]


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
