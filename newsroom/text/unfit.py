"""Refuse texts that cannot be articles: texts that are empty, consist only of a headline, or are far too
long.
"""

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Document, Role

#: The longest text, in code points. It has about as many words as three long novels.
LONGEST = 2_000_000
#: The roles of what stands above the text of an article.
_ABOVE_TEXT = frozenset((Role.KICKER, Role.TITLE, Role.BYLINE, Role.DATELINE))


def refuse_unfit(document: Document) -> None:
    """Raise `Unreadable` if `document` has no text, and `TooLarge` if it has too much."""
    if not document.blocks:
        raise Unreadable("There is no text in it. Choose another file or paste the article's text.")
    refuse_longest(document.text)


def refuse_headline_alone(document: Document) -> None:
    """Raise `Unreadable` if a page shows only lines that stand above the text of an article, such as its
    headline.

    Such a page loads its text by a script.
    """
    if all(block.role in _ABOVE_TEXT for block in document.blocks):
        raise Unreadable(
            "There is no text in it but its headline: the page loads its text by a script. Open it in your "
            "browser, save it there or copy its text, and hand that in."
        )


def refuse_longest(text: str) -> None:
    """Raise `TooLarge` if `text` has more than `LONGEST` code points."""
    if len(text) > LONGEST:
        raise TooLarge(f"This text is longer than {LONGEST:,} characters: split it.")
