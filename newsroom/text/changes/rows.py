"""Compare two versions of an article by paragraph, by sentence and by word, so that people can read the
changes.

A change of white space or punctuation alone is minor, unless it changes a number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from newsroom.text.changes.alignment import TextPair, align, moved_pairs
from newsroom.text.changes.essence import essence
from newsroom.text.changes.offsets import changes
from newsroom.text.changes.segments import Change
from newsroom.text.language.sentences import sentences
from newsroom.text.model import Document


class Fate(StrEnum):
    """What happened to a paragraph between two versions of an article.

    `MINOR` is a change of white space or punctuation alone. A moved paragraph has two rows: `MOVED` at its
    new place and `LEFT` at its old place.
    """

    KEPT = "kept"
    MINOR = "minor"
    CHANGED = "changed"
    MOVED = "moved"
    LEFT = "left"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Some neighbouring words that were kept, inserted or deleted, as `kind` says.

    `minor` is true if the words before and after the change differ only in white space or punctuation.
    """

    kind: Change
    text: str
    minor: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One row of a comparison: a paragraph of the old text, of the new text, or of both.

    `old` and `new` are the indexes of the paragraph in the two texts, or None if it is missing there. `words`
    are the changes that turn the old wording into the new wording. `up` is true if the paragraph was moved
    towards the beginning.
    """

    fate: Fate
    old: int | None
    new: int | None
    words: tuple[WordChange, ...]
    up: bool = False

    @property
    def before(self) -> tuple[WordChange, ...]:
        """Return the words of the old text: those that were kept and those that were deleted."""
        return tuple(words for words in self.words if words.kind is not Change.INSERTED)

    @property
    def after(self) -> tuple[WordChange, ...]:
        """Return the words of the new text: those that were kept and those that were inserted."""
        return tuple(words for words in self.words if words.kind is not Change.DELETED)


@dataclass(frozen=True, slots=True)
class Edit:
    """One sentence before and after a change. `words` are the changes that turn `before` into `after`.

    If the sentence was added or removed, `before` or `after` is an empty string.
    """

    before: str
    after: str
    words: tuple[WordChange, ...]


def compare(old: Document, new: Document) -> tuple[ComparisonRow, ...]:
    """Return the rows of a comparison of two documents by paragraph, in the order of the new text.

    Removed paragraphs keep their old place. A moved paragraph has a row at each of its two places.
    """
    before, after = _paragraphs(old), _paragraphs(new)
    pairs = align(before, after)
    moved = moved_pairs(before, after, pairs)
    return tuple(_rows(before, after, pairs, moved))


@lru_cache(maxsize=128)
def edits(old: Document, new: Document) -> tuple[Edit, ...]:
    """Return the sentences whose meaning may have changed from `old` to `new`, in reading order.

    Sentences that only moved, and minor changes (white space, punctuation), are left out.
    """
    before, after = _sentences(old), _sentences(new)
    pairs = align(before, after)
    moved = moved_pairs(before, after, pairs)
    moved_to = set(moved.values())

    edited = []
    for pair in pairs:
        if pair.old in moved or pair.new in moved_to:
            continue
        old_sentence = _text_at(before, pair.old)
        new_sentence = _text_at(after, pair.new)
        if essence(old_sentence) != essence(new_sentence):
            edited.append(
                Edit(old_sentence, new_sentence, word_by_word(old_sentence, new_sentence))
            )
    return tuple(edited)


def word_by_word(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the kept, deleted and inserted words that turn `old` into `new`, in order.

    Deleted words come before the words that replaced them.
    """
    words = []
    for segment in changes(old, new).readable:
        old_words = old[segment.old.start : segment.old.end]
        new_words = new[segment.new.start : segment.new.end]
        if segment.kind is Change.EQUAL:
            words.append(WordChange(Change.EQUAL, old_words))
            continue
        minor = essence(old_words) == essence(new_words)
        if old_words:
            words.append(WordChange(Change.DELETED, old_words, minor))
        if new_words:
            words.append(WordChange(Change.INSERTED, new_words, minor))
    return tuple(words)


def _rows(
    before: Sequence[str],
    after: Sequence[str],
    pairs: Sequence[TextPair],
    moved: dict[int, int],
) -> Iterator[ComparisonRow]:
    moved_from = {new: old for old, new in moved.items()}
    places = {pair: place for place, pair in enumerate(pairs)}

    for place, pair in enumerate(pairs):
        old, new = pair
        if old is not None and new is not None:
            yield _row_in_place(old, new, before[old], after[new])
        elif old is not None:
            deleted = (WordChange(Change.DELETED, before[old]),)
            if old not in moved:
                yield ComparisonRow(Fate.REMOVED, old, None, deleted)
                continue
            new_place = places[TextPair(None, moved[old])]
            yield ComparisonRow(Fate.LEFT, old, moved[old], deleted, up=new_place < place)
        elif new is not None:
            if new not in moved_from:
                inserted = (WordChange(Change.INSERTED, after[new]),)
                yield ComparisonRow(Fate.ADDED, None, new, inserted)
                continue
            origin = moved_from[new]
            old_place = places[TextPair(origin, None)]
            words = word_by_word(before[origin], after[new])
            yield ComparisonRow(Fate.MOVED, origin, new, words, up=old_place > place)


def _row_in_place(
    old: int,
    new: int,
    old_text: str,
    new_text: str,
) -> ComparisonRow:
    if old_text == new_text:
        return ComparisonRow(Fate.KEPT, old, new, (WordChange(Change.EQUAL, new_text),))
    fate = Fate.MINOR if essence(old_text) == essence(new_text) else Fate.CHANGED
    return ComparisonRow(fate, old, new, word_by_word(old_text, new_text))


def _text_at(texts: Sequence[str], number: int | None) -> str:
    if number is None:
        return ""
    return texts[number]


def _paragraphs(document: Document) -> list[str]:
    return [document.text_of(block) for block in document.blocks]


def _sentences(document: Document) -> list[str]:
    return [document.text_of(span) for span in sentences(document)]
