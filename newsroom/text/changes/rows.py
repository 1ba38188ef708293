"""What an outlet changed: two states of an article compared for reading, by paragraph, sentence and word.

A change of white space or punctuation alone is minor, except in the signs that figures are made of.
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
    """What became of a paragraph. `LEFT` stands where a moved one was."""

    KEPT = "kept"
    MINOR = "minor"
    CHANGED = "changed"
    MOVED = "moved"
    LEFT = "left"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch that was kept, inserted or deleted. It is `minor` if it has no letter and no figure."""

    kind: Change
    text: str
    minor: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A paragraph of the old text, of the new, or of both; `old` and `new` are its numbers there, from 0.

    `words` lead from the old wording to the new. `up` says of a moved paragraph whether it now stands further
    up.
    """

    fate: Fate
    old: int | None
    new: int | None
    words: tuple[WordChange, ...]
    up: bool = False

    @property
    def before(self) -> tuple[WordChange, ...]:
        """What the old text says."""
        return tuple(words for words in self.words if words.kind is not Change.INSERTED)

    @property
    def after(self) -> tuple[WordChange, ...]:
        """What the new text says."""
        return tuple(words for words in self.words if words.kind is not Change.DELETED)


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence before and after; blank if there was none. `words` lead from one to the other."""

    before: str
    after: str
    words: tuple[WordChange, ...]


def compare(old: Document, new: Document) -> tuple[ComparisonRow, ...]:
    """Return the paragraphs of both texts in the order of the new; removed ones stand where they stood."""
    before, after = _paragraphs(old), _paragraphs(new)
    pairs = align(before, after)
    moved = moved_pairs(before, after, pairs)
    return tuple(_rows(before, after, pairs, moved))


@lru_cache(maxsize=128)
def edits(old: Document, new: Document) -> tuple[Edit, ...]:
    """Return the sentences that say something else than before, in reading order.

    Minor changes and sentences that were moved are left out.
    """
    before, after = _sentences(old), _sentences(new)
    pairs = align(before, after)
    moved = moved_pairs(before, after, pairs)
    moved_to = set(moved.values())

    edited = []
    for pair in pairs:
        if pair.old in moved or pair.new in moved_to:
            continue
        was = _text_at(before, pair.old)
        now = _text_at(after, pair.new)
        if essence(was) != essence(now):
            edited.append(Edit(was, now, word_by_word(was, now)))
    return tuple(edited)


def word_by_word(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the way from `old` to `new`; what was deleted stands before what was inserted for it."""
    words = []
    for segment in changes(old, new).readable:
        was = old[segment.old.start : segment.old.end]
        now = new[segment.new.start : segment.new.end]
        if segment.kind is Change.EQUAL:
            words.append(WordChange(Change.EQUAL, was))
            continue
        minor = essence(was) == essence(now)
        if was:
            words.append(WordChange(Change.DELETED, was, minor))
        if now:
            words.append(WordChange(Change.INSERTED, now, minor))
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
    was: str,
    now: str,
) -> ComparisonRow:
    if was == now:
        return ComparisonRow(Fate.KEPT, old, new, (WordChange(Change.EQUAL, now),))
    fate = Fate.MINOR if essence(was) == essence(now) else Fate.CHANGED
    return ComparisonRow(fate, old, new, word_by_word(was, now))


def _text_at(texts: Sequence[str], number: int | None) -> str:
    return "" if number is None else texts[number]


def _paragraphs(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def _sentences(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in sentences(document)]
