"""What an outlet changed: two states of an article compared for reading, by paragraph, sentence and word.

Paragraphs that say the same are paired first, in order; between them those most alike; of the rest, what
stands elsewhere was moved. A change of white space or punctuation alone is minor, but for the signs that
figures are made of.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from newsroom.text.changes.offsets import changes
from newsroom.text.changes.segments import Change
from newsroom.text.language.sentences import sentences
from newsroom.text.model import Document

#: Likeness (0 to 100) from which two paragraphs or sentences in the same place are one, edited, and in other
#: places.
LIKE_HERE, LIKE_ELSEWHERE = 50.0, 70.0
#: Letters from which something in another place may be called moved, where it was edited too.
LONG_ENOUGH = 40
#: Most pairs that are compared for likeness in one gap; a larger one was rewritten.
_MOST_PAIRS = 20_000
_RUN = 12


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
    """A stretch that was kept, put in or taken out. `minor` where no letter and no figure is in it."""

    kind: Change
    text: str
    minor: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A paragraph of the old text, of the new, or of both. `old` and `new` are their places among the
    paragraphs.

    `words` tell the way from the one to the other; `up` says of a moved one whether it now stands further up.
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
    """A sentence before and after; blank where there was none. `words` tell the way."""

    before: str
    after: str
    words: tuple[WordChange, ...]


def compare(old: Document, new: Document) -> tuple[ComparisonRow, ...]:
    """The paragraphs of both texts in reading order: that of the new, removed ones where they stood."""
    before, after = _paragraphs(old), _paragraphs(new)
    paired = aligned(before, after)
    elsewhere = _moved(before, after, paired)
    return tuple(_rows(before, after, paired, elsewhere))


@lru_cache(maxsize=128)
def edits(old: Document, new: Document) -> tuple[Edit, ...]:
    """The sentences that say something else than before, in reading order; minor changes and moved ones left
    out.
    """
    before, after = _sentences(old), _sentences(new)
    paired = aligned(before, after)
    gone = {old for old, _ in _moved(before, after, paired)}
    come = {new for _, new in _moved(before, after, paired)}
    found = []
    for i, j in paired:
        if i in gone or j in come:
            continue
        was, now = before[i] if i is not None else "", after[j] if j is not None else ""
        if essence(was) != essence(now):
            found.append(Edit(was, now, word_by_word(was, now)))
    return tuple(found)


def word_by_word(old: str, new: str) -> tuple[WordChange, ...]:
    """The way from `old` to `new`: what was taken out stands before what was put in for it."""
    found = []
    for segment in changes(old, new).readable:
        was, now = old[segment.old.start : segment.old.end], new[segment.new.start : segment.new.end]
        if segment.kind is Change.EQUAL:
            found.append(WordChange(Change.EQUAL, was))
            continue
        minor = essence(was) == essence(now)
        found += [WordChange(Change.DELETED, was, minor)] if was else []
        found += [WordChange(Change.INSERTED, now, minor)] if now else []
    return tuple(found)


@lru_cache(maxsize=8_192)
def essence(text: str) -> str:
    """What is left of a text when white space, punctuation and their styles are set aside: letters and
    figures.
    """
    return "".join(
        character
        for at, character in enumerate(text)
        if unicodedata.category(character)[0] not in "PZC" or _of_a_figure(text, at)
    )


def _of_a_figure(text: str, at: int) -> bool:
    """Whether the sign belongs to a figure: a point or colon within, a minus before, per cent behind."""
    before, sign, after = text[at - 1 : at], text[at], text[at + 1 : at + 2]
    if sign in "%‰":
        return True
    return after.isdigit() and (before.isdigit() or (sign in "-−" and not before.isalnum()))


def kinship(one: str, other: str) -> float:
    """How much of the shorter text stands in the other: the share of its runs of twelve letters, from 0 to 1.

    Two states of one article share half and more, two articles hardly anything, in any script.
    """
    runs, others = (
        {text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1))}
        for text in (essence(one).casefold(), essence(other).casefold())
    )
    return len(runs & others) / min(len(runs), len(others))


def aligned(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pairs of numbers, in order on both sides; None where one has no counterpart. Every number stands in one
    pair.
    """
    same = Indel.opcodes(
        [essence(text) for text in old], [essence(text) for text in new]
    ).as_matching_blocks()
    found: list[tuple[int | None, int | None]] = []
    i = j = 0
    for block in same:
        found += _likest(old, new, range(i, block.a), range(j, block.b))
        found += zip(range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True)
        i, j = block.a + block.size, block.b + block.size
    return found


def _likest(
    old: Sequence[str], new: Sequence[str], here: range, there: range
) -> Iterator[tuple[int | None, int | None]]:
    """The pairs of a gap: those in order that are most alike in sum, none less alike than `LIKE_HERE`."""
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    likeness: dict[tuple[int, int], float] = {}
    if len(here) * len(there) <= _MOST_PAIRS:
        for a in reversed(range(len(here))):
            for b in reversed(range(len(there))):
                like = fuzz.ratio(old[here[a]], new[there[b]], score_cutoff=LIKE_HERE)
                likeness[a, b] = like * (len(old[here[a]]) + len(new[there[b]]))
                both = best[a + 1][b + 1] + likeness[a, b] if like else 0.0
                best[a][b] = max(best[a + 1][b], best[a][b + 1], both)
    a = b = 0
    while a < len(here) and b < len(there):
        if likeness.get((a, b)) and best[a][b] == best[a + 1][b + 1] + likeness[a, b]:
            yield here[a], there[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            yield here[a], None
            a += 1
        else:
            yield None, there[b]
            b += 1
    yield from ((number, None) for number in here[a:])
    yield from ((None, number) for number in there[b:])


def _moved(
    old: Sequence[str], new: Sequence[str], paired: Sequence[tuple[int | None, int | None]]
) -> list[tuple[int, int]]:
    """Pairs of what has no counterpart in its place, but one elsewhere: the same, or, if it is long, much
    alike.
    """
    gone = [i for i, j in paired if i is not None and j is None]
    come = [j for i, j in paired if j is not None and i is None]
    places = defaultdict(list)
    for j in come:
        places[essence(new[j])].append(j)
    found = []
    for i in gone:
        if essence(old[i]) and places[essence(old[i])]:
            found.append((i, places[essence(old[i])].pop(0)))
    gone = [i for i in gone if i not in dict(found)]
    taken = {j for _, j in found}
    for i in gone if len(gone) * len(come) <= _MOST_PAIRS else ():
        if len(old[i]) < LONG_ENOUGH:
            continue
        free = [j for j in come if j not in taken and len(new[j]) >= LONG_ENOUGH]
        likeness = {j: fuzz.ratio(old[i], new[j], score_cutoff=LIKE_ELSEWHERE) for j in free}
        best = max(likeness, key=lambda j: likeness[j], default=None)
        if best is not None and likeness[best]:
            found.append((i, best))
            taken.add(best)
    return found


def _rows(
    before: Sequence[str],
    after: Sequence[str],
    paired: Sequence[tuple[int | None, int | None]],
    elsewhere: Sequence[tuple[int, int]],
) -> Iterator[ComparisonRow]:
    went, came = dict(elsewhere), {j: i for i, j in elsewhere}
    position = {pair: place for place, pair in enumerate(paired)}
    for place, (i, j) in enumerate(paired):
        if i is not None and j is not None:
            yield _row(_fate(before[i], after[j]), i, j, before, after)
        elif i is not None and i in went:
            up = position[None, went[i]] < place
            yield ComparisonRow(Fate.LEFT, i, went[i], (WordChange(Change.DELETED, before[i]),), up)
        elif j is not None and j in came:
            up = position[came[j], None] > place
            yield ComparisonRow(Fate.MOVED, came[j], j, word_by_word(before[came[j]], after[j]), up)
        elif i is not None:
            yield ComparisonRow(Fate.REMOVED, i, None, (WordChange(Change.DELETED, before[i]),))
        elif j is not None:
            yield ComparisonRow(Fate.ADDED, None, j, (WordChange(Change.INSERTED, after[j]),))


def _row(fate: Fate, i: int, j: int, before: Sequence[str], after: Sequence[str]) -> ComparisonRow:
    words = (WordChange(Change.EQUAL, after[j]),) if fate is Fate.KEPT else word_by_word(before[i], after[j])
    return ComparisonRow(fate, i, j, words)


def _fate(was: str, now: str) -> Fate:
    if was == now:
        return Fate.KEPT
    return Fate.MINOR if essence(was) == essence(now) else Fate.CHANGED


def _paragraphs(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def _sentences(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in sentences(document)]
