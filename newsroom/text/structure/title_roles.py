"""Find the block that is the title of an article, and the block above it that is its kicker."""

from collections.abc import Sequence

from newsroom.text.metadata.dates import is_date_line
from newsroom.text.model import Role
from newsroom.text.structure.blocks import HEAD, Blocks
from newsroom.text.structure.byline_lines import credited_to
from newsroom.text.structure.line_shapes import is_sentence, is_title_like
from newsroom.text.structure.sections import is_section

#: How many lines at the beginning are checked for the shape of a headline.
_MOST_LINES = 3
#: A headline precedes a sentence that is longer than this, in characters.
_SHORT_SENTENCE = 60
#: A line with at most so many words is probably a kicker if a headline follows.
_FEW_WORDS = 3
#: The longest kicker, in words and in characters.
_MOST_WORDS_OF_KICKER = 5
_LONGEST_KICKER = 40
_FIRST_LEVEL = "1"


def assign_title(blocks: Blocks) -> None:
    """Assign the title role to the first heading of level 1 near the beginning of the article.

    If there is none, assign it to the first line that is shaped like a headline. If there is no such line
    either, no piece becomes the title. Short lines above the title become kickers.
    """
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
    """Return the index of the first line that is shaped like a headline and comes before prose.

    Returns None if there is no such line among the first lines.
    """
    for position, index in enumerate(body[:_MOST_LINES]):
        text = blocks.texts[index]
        below = [blocks.texts[later] for later in body[position + 1 :]]
        if _is_byline_or_date(text):
            continue
        if not is_title_like(text) or not any(map(_is_running_text, below)):
            return None
        # A second line with few words is also a kicker, between the section's name and the headline.
        is_kicker = is_section(text) or (position == 1 and len(text.split()) <= _FEW_WORDS)
        if not is_kicker or not _headline_follows(below):
            return index
    return None


def _headline_follows(texts: Sequence[str]) -> bool:
    """Return whether `texts` begin with a headline, or with short lines and then a headline.

    All these lines have the shape of a headline, but only a line with more than a few words counts as one.
    """
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
    """Return whether a line above the title is a kicker: short, and not a sentence, byline or date."""
    if len(text.split()) > _MOST_WORDS_OF_KICKER or len(text) > _LONGEST_KICKER:
        return False
    return not is_sentence(text) and not _is_byline_or_date(text)
