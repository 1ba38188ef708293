"""Which reports share their wording, and how much of it.

Two texts are compared by the runs of five words they share, after the quotations have been taken out: two
reporters who were in one room quote the same sentence and are still two sources. What is left of agreement
beyond a few names and turns of phrase comes from one pen.

`read_own_words` takes a document apart, `compare_wording` judges two of them, and `sampled` gives the few numbers by which
an index finds, among very many, those that are worth comparing (shingles after Broder, "On the resemblance
and containment of documents", 1997; sampled by value, so that equal runs are sampled alike wherever they
stand).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from annotations.logic.sources.own_wording import is_notice, unquoted_stretches
from newsroom.text.language.words import MARKS
from newsroom.text.model import Document, MarkKind, Role, Span

#: Words of a run.
RUN = 5
#: Words of a shared stretch that is telling, names and other capitalised words left aside: two strangers
#: write “Foreign Minister Marta Ilves told reporters in Oslo on Monday”.
STRETCH = 8
#: Share of its own words that a text must have from the other to be its copy, or to draw on it in part.
COPY, PART = 0.6, 0.05
#: Telling words that must be shared for any verdict, in briefs too.
LEAST_WORDS = 16
#: Words that may differ between two shared stretches for both to be one stretch with a word edited in it.
EDITED = 3
#: From so many words on a paragraph in capitals tells no names by them.
CAPITALS = 12
#: Code points of a text that are read at most.
LONGEST = 400_000
#: One run in so many is put into the index; of texts twice as long half as many, down to the sparsest.
DENSEST, SPARSEST = 4, 16
_DENSEST_UP_TO = 400

_READ = frozenset({Role.BODY, Role.TITLE, Role.KICKER, Role.DATELINE})
#: Scripts that part no words: Han, kana, Thai, Lao, Myanmar, Khmer.
UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PART = rf"[^\W_{UNPARTED}]+(?:[{MARKS}]+[^\W_{UNPARTED}]*)*"
_WORD = re.compile(rf"[{UNPARTED}]|{_PART}(?:['’.]{_PART})*")
_FIRST_UNPARTED = UNPARTED[0]
_UNPARTED_LETTER = re.compile(f"[{UNPARTED}]")
#: Letters that make up a word where none are parted: five such words, overlapping, span eight letters.
_LETTERS = 4
# What makes no difference within a word: apostrophes, and stops but for those of figures.
_UNTOLD = re.compile(r"['’]|(?<!\d)\.|\.(?!\d)")


class CopyVerdict(StrEnum):
    """What one text is to another that it shares wording with."""

    COPY = "copy"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A document as words outside quotations.

    `keys[i]` stands at `places[i]` (start, end) in paragraph `paragraphs[i]`, in the stretch `stretches[i]`,
    which ends where a quotation begins or the paragraph ends; `named[i]` says that it is capitalised. `runs`
    maps the index of a word to the run of five that begins there and lies within one stretch.
    """

    keys: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    stretches: tuple[int, ...]
    named: tuple[bool, ...]
    runs: dict[int, str]


@dataclass(frozen=True, slots=True)
class SharedWording:
    """One of two texts: the share of its own words that are in stretches it has from the other (0 to 1), and
    the paragraphs (indexes of blocks) that they are at least half of. `telling` are words in stretches that
    no chance explains. Words edited within a stretch count with it; `spans` leave them out, being what both
    have word for word.
    """

    share: float
    telling: int
    words: int
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CopyComparison:
    """Two texts side by side. `verdict` is None where what they share proves nothing."""

    left: SharedWording
    right: SharedWording
    verdict: CopyVerdict | None

    @property
    def share(self) -> float:
        """Of the text that has more of its words in common: a brief cut from a long report is wholly shared."""
        return max(self.left.share, self.right.share)


def read_own_words(document: Document) -> OwnWords:
    """The words of headline and body outside quotations, of at most `LONGEST` code points.

    Captions, credits, links and appeals are not read, nor are paragraphs that are quotations as a whole, nor
    notices of whom to call. Linear.
    """
    keys: list[str] = []
    places: list[tuple[int, int]] = []
    paragraphs: list[int] = []
    stretches: list[int] = []
    named: list[bool] = []
    runs: dict[int, str] = {}
    quoted = [mark for mark in document.marks if mark.kind is MarkKind.QUOTE]
    blocks = [
        (at, block)
        for at, block in enumerate(document.blocks)
        if block.role in _READ and block.start < LONGEST
    ]
    followings = [*(document.text[block.start : block.start + 1] for _, block in blocks[1:]), ""]
    for (index, block), following in zip(blocks, followings, strict=False):
        if any(mark.start < block.end and block.start < mark.end for mark in quoted):
            continue
        paragraph = Span(block.start, min(block.end, LONGEST))
        if is_notice(document.text[paragraph.start : paragraph.end]):
            continue
        first = len(keys)
        for start, end in unquoted_stretches(
            document.text, paragraph.start, paragraph.end, following=following
        ):
            begin = len(keys)
            for key, place in _words(document.text, start, end):
                keys.append(key)
                places.append(place)
                named.append(document.text[place[0]].isupper())
            paragraphs += [index] * (len(keys) - begin)
            stretches += [begin] * (len(keys) - begin)
            runs.update((at, " ".join(keys[at : at + RUN])) for at in range(begin, len(keys) - RUN + 1))
        if len(keys) - first >= CAPITALS and sum(named[first:]) > 0.7 * (len(keys) - first):
            named[first:] = [False] * (len(keys) - first)
    return OwnWords(tuple(keys), tuple(places), tuple(paragraphs), tuple(stretches), tuple(named), runs)


def compare_wording(left: OwnWords, right: OwnWords) -> CopyComparison:
    """What two readings share, and what that makes them. Linear; the order of the two changes nothing but the
    sides.
    """
    shared = set(left.runs.values()) & set(right.runs.values())
    sides = _side(left, shared), _side(right, shared)
    return CopyComparison(*sides, _verdict(*sides))


def sampled(text: OwnWords) -> frozenset[int]:
    """Numbers of 31 bits that stand for some of the runs: the same run gives the same number, or none, in any
    text.

    About a hundred for most reports; a long text is sampled more sparsely, and all its numbers are among
    those that a short one with the same runs would give.
    """
    rate = DENSEST
    while rate < SPARSEST and len(text.runs) > _DENSEST_UP_TO * rate / DENSEST:
        rate *= 2
    numbers = (int.from_bytes(blake2b(run.encode(), digest_size=8).digest()) for run in text.runs.values())
    return frozenset(number >> 33 for number in numbers if number % rate == 0)


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Words with their places; case, apostrophes and the stops of initials make no difference, those of
    figures do.
    """
    for found in _WORD.finditer(text, start, end):
        word, place = found.group(), found.span()
        if word >= _FIRST_UNPARTED and _UNPARTED_LETTER.match(word):
            word = text[place[0] : min(place[0] + _LETTERS, end)]
        yield (word if word.isalnum() else _UNTOLD.sub("", word)).casefold(), place


def _side(text: OwnWords, shared: set[str]) -> SharedWording:
    covered = bytearray(len(text.keys))
    for at, run in text.runs.items():
        if run in shared:
            covered[at : at + RUN] = b"\1" * RUN
    stretches = list(_stretches(text, covered, edited=EDITED))
    counted = Counter(text.paragraphs[at] for begin, end in stretches for at in range(begin, end))
    lengths = Counter(text.paragraphs)
    return SharedWording(
        share=counted.total() / len(covered) if covered else 0.0,
        telling=sum(
            end - begin for begin, end in stretches if end - begin - sum(text.named[begin:end]) >= STRETCH
        ),
        words=len(covered),
        spans=tuple(
            Span(text.places[begin][0], text.places[end - 1][1])
            for begin, end in _stretches(text, covered, edited=0)
        ),
        paragraphs=tuple(index for index in sorted(counted) if 2 * counted[index] >= lengths[index]),
    )


def _stretches(text: OwnWords, covered: bytearray, *, edited: int) -> Iterator[tuple[int, int]]:
    """The covered stretches between quotations; up to `edited` other words between two are part of one
    stretch.
    """
    begin = last = -1
    for at, flag in enumerate(covered):
        if not flag:
            continue
        if last >= 0 and (at - last > edited + 1 or text.stretches[last] != text.stretches[at]):
            yield begin, last + 1
            begin = at
        last = at
        begin = at if begin < 0 else begin
    if last >= 0:
        yield begin, last + 1


def _verdict(left: SharedWording, right: SharedWording) -> CopyVerdict | None:
    telling = max(side.telling / side.words if side.words else 0.0 for side in (left, right))
    if min(left.telling, right.telling) < LEAST_WORDS or telling < PART:
        return None
    return CopyVerdict.COPY if max(left.share, right.share) >= COPY else CopyVerdict.PARTIAL
