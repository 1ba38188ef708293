"""Which block is the title of an article, and which one above it is its kicker."""

from collections.abc import Sequence

from newsroom.text.metadata.dates import is_date_line
from newsroom.text.model import Role
from newsroom.text.structure.blocks import HEAD, Blocks
from newsroom.text.structure.byline_lines import credited_to
from newsroom.text.structure.line_shapes import is_sentence, is_title_like
from newsroom.text.structure.sections import is_section

#: How many lines are asked whether they have a headline's shape.
_MOST_LINES = 3
#: A headline stands above a sentence that is longer than this, in characters.
_SHORT_SENTENCE = 60
#: Most words of a line that is rather a kicker, if a headline follows.
_FEW_WORDS = 3
#: Longest kicker, in words and in characters.
_MOST_WORDS_OF_KICKER = 5
_LONGEST_KICKER = 40
_FIRST_LEVEL = "1"


def assign_title(blocks: Blocks) -> None:
    """Find the title: the first heading of the first level, else the first line with a headline's shape."""
    if Role.TITLE in blocks.roles:
        return
    body = [index for index in blocks.body() if blocks.texts[index]]
    title = _marked_title(blocks, body)
    if title is None:
        title = _title_by_shape(blocks, body)
    if title is None:
        return

    blocks.roles[title] = Role.TITLE
    for index in body:
        if index < title and _is_kicker(blocks.texts[index]):
            blocks.roles[index] = Role.KICKER


def _marked_title(blocks: Blocks, body: Sequence[int]) -> int | None:
    for index in body[:HEAD]:
        if _FIRST_LEVEL in blocks.heading_levels(index):
            return index
    return None


def _title_by_shape(blocks: Blocks, body: Sequence[int]) -> int | None:
    """Return the first line with a headline's shape that running text follows."""
    for position, index in enumerate(body[:_MOST_LINES]):
        text = blocks.texts[index]
        below = [blocks.texts[later] for later in body[position + 1 :]]
        if _is_byline_or_date(text):
            continue
        if not is_title_like(text) or not any(map(_is_running_text, below)):
            return None
        # A second line of few words is a kicker too, between the section's name and the headline.
        is_kicker = is_section(text) or (position == 1 and len(text.split()) <= _FEW_WORDS)
        if not is_kicker or not _headline_follows(below):
            return index
    return None


def _headline_follows(texts: Sequence[str]) -> bool:
    """Whether a line of more than a few words with a headline's shape comes before the running text."""
    for text in texts:
        if not is_title_like(text) or _is_byline_or_date(text):
            return False
        if len(text.split()) > _FEW_WORDS:
            return True
    return False


def _is_running_text(text: str) -> bool:
    return len(text) > _SHORT_SENTENCE and is_sentence(text)


def _is_byline_or_date(text: str) -> bool:
    return credited_to(text) != "" or is_date_line(text)


def _is_kicker(text: str) -> bool:
    """Whether a line above the title is short, and no sentence, byline or date."""
    if len(text.split()) > _MOST_WORDS_OF_KICKER or len(text) > _LONGEST_KICKER:
        return False
    return not is_sentence(text) and not _is_byline_or_date(text)
