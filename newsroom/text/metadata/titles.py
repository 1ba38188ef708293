"""Make a working title for a text without a headline."""

from dataclasses import replace

from newsroom.text.direction import CONTROLS
from newsroom.text.language.sentences import sentences
from newsroom.text.model import Document, Role

#: Most characters of a desk's title.
LONGEST_TITLE = 300
_UNTITLED = "Untitled"
_WITHOUT_CONTROLS = str.maketrans("", "", "".join(CONTROLS))
#: The longest working title, in characters.
_LONGEST = 80
_ELLIPSIS = "…"
#: Characters that are removed from the end of a cut title.
_NOT_LAST = " ,;:–—-"


def desk_title(headline: str, document: Document, file_name: str) -> str:
    """Return the working title of an article: its headline, else its first sentence, else its file name.

    If all of these are empty, returns "Untitled".
    """
    return (
        _bare_title(headline)
        or _bare_title(working_title(document))
        or file_name[:LONGEST_TITLE]
        or _UNTITLED
    )


def _bare_title(title: str) -> str:
    """Return `title` without the control characters that would change the writing direction of the text
    beside it.

    The result is at most `LONGEST_TITLE` code points long.
    """
    return title.translate(_WITHOUT_CONTROLS).strip()[:LONGEST_TITLE]


def working_title(document: Document) -> str:
    """Return the first sentence of the first body block, cut after a word to about 80 code points.

    If no block is a body block, the first block is used. Returns an empty string if the document has no
    blocks.
    """
    body = [block for block in document.blocks if block.role is Role.BODY]
    blocks = body or list(document.blocks)
    if not blocks:
        return ""
    spans = sentences(replace(document, blocks=(blocks[0],)))
    sentence = " ".join(document.text_of(spans[0]).split())
    if len(sentence) <= _LONGEST:
        return sentence

    end = sentence.rfind(" ", 0, _LONGEST)
    if end <= 0:
        # A single word that is too long is cut inside, so that the ellipsis fits.
        end = _LONGEST - len(_ELLIPSIS)
    return sentence[:end].rstrip(_NOT_LAST) + _ELLIPSIS
