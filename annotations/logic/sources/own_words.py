"""The words of a report that are its own: those outside quotations, in the order they stand in.

They are compared by runs of five words. `sampled` gives the few numbers by which an index finds, among very
many texts, those that are worth comparing. These are shingles (Broder, "On the resemblance and containment of
documents", 1997). They are sampled by value, so that equal runs are sampled alike wherever they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from annotations.logic.sources.notices import is_notice
from annotations.logic.sources.quotations import unquoted_stretches
from newsroom.text.language.words import MARKS
from newsroom.text.model import Block, Document, MarkKind, Role, Span

#: Words of a run.
RUN = 5
#: In a paragraph of at least so many words, of which more than this share is capitalised, capitals show no
#: names.
CAPITALS, MOSTLY_CAPITALS = 12, 0.7
#: Code points of a text that are read at most.
LONGEST = 400_000
#: One run in so many is put into the index. Of texts twice as long it is half as many, down to the sparsest.
DENSEST, SPARSEST = 4, 16
#: Up to so many runs a text is sampled most densely.
DENSEST_UP_TO = 400
#: Bits of the numbers that stand for runs, of the 64 of the hash.
_BITS, _HASH_BITS = 31, 64

_READ = frozenset({Role.BODY, Role.TITLE, Role.KICKER, Role.DATELINE})
#: Scripts that part no words: Han, kana, Thai, Lao, Myanmar, Khmer.
UNPARTED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_PART = rf"[^\W_{UNPARTED}]+(?:[{MARKS}]+[^\W_{UNPARTED}]*)*"
_WORD = re.compile(rf"[{UNPARTED}]|{_PART}(?:['’.]{_PART})*")
_FIRST_UNPARTED = UNPARTED[0]
_UNPARTED_LETTER = re.compile(f"[{UNPARTED}]")
#: Letters that make up a word in scripts that part none: five such words, overlapping, span eight letters.
_LETTERS = 4
#: What makes no difference within a word: apostrophes, and full stops except those of figures.
_PASSED_OVER = re.compile(r"['’]|(?<!\d)\.|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A document as words outside quotations.

    `keys[i]` is a word as it is compared. It stands at `places[i]` (start, end) in the block `paragraphs[i]`,
    in the stretch `stretches[i]`, which ends at a quotation or with the paragraph. `named[i]`: the word is
    capitalised. `runs` gives for the index of a word the run of five words that begins there, if it lies
    within one stretch.
    """

    keys: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    stretches: tuple[int, ...]
    named: tuple[bool, ...]
    runs: dict[int, str]


def read_own_words(document: Document) -> OwnWords:
    """Return the words of headline and body outside quotations, of at most `LONGEST` code points.

    Captions, credits, links and appeals are not read. Paragraphs that are quotations as a whole are not
    either, nor notices of whom to call. Takes linear time.
    """
    text = document.text
    quotations = [mark for mark in document.marks if mark.kind is MarkKind.QUOTE]
    blocks = [
        (index, block)
        for index, block in enumerate(document.blocks)
        if block.role in _READ and block.start < LONGEST
    ]
    # A speech that is left open goes on in the next paragraph, which begins with a quotation mark then.
    first_characters = [text[block.start : block.start + 1] for _, block in blocks]

    reader = _WordReader(text)
    for (index, block), following in zip(blocks, [*first_characters[1:], ""], strict=False):
        paragraph = Span(block.start, min(block.end, LONGEST))
        if any(_overlap(block, Span(mark.start, mark.end)) for mark in quotations):
            continue
        if is_notice(text[paragraph.start : paragraph.end]):
            continue
        reader.read(index, paragraph, following)
    return reader.own_words()


def _overlap(block: Block, span: Span) -> bool:
    return span.start < block.end and block.start < span.end


class _WordReader:
    """Takes paragraphs of a text apart into the lists of `OwnWords`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._keys: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._paragraphs: list[int] = []
        self._stretches: list[int] = []
        self._named: list[bool] = []
        self._runs: dict[int, str] = {}

    def own_words(self) -> OwnWords:
        return OwnWords(
            keys=tuple(self._keys),
            places=tuple(self._places),
            paragraphs=tuple(self._paragraphs),
            stretches=tuple(self._stretches),
            named=tuple(self._named),
            runs=self._runs,
        )

    def read(self, index: int, paragraph: Span, following: str) -> None:
        """Read the paragraph of block `index`. `following` is the first character of the next one."""
        first_word = len(self._keys)
        stretches = unquoted_stretches(
            self._text,
            paragraph.start,
            paragraph.end,
            following=following,
        )
        for start, end in stretches:
            self._read_stretch(start, end)
        self._paragraphs += [index] * (len(self._keys) - first_word)
        self._forget_names_in_capitals(first_word)

    def _read_stretch(self, start: int, end: int) -> None:
        first_word = len(self._keys)
        for key, place in _words(self._text, start, end):
            self._keys.append(key)
            self._places.append(place)
            self._named.append(self._text[place[0]].isupper())
        self._stretches += [first_word] * (len(self._keys) - first_word)
        for begin in range(first_word, len(self._keys) - RUN + 1):
            self._runs[begin] = " ".join(self._keys[begin : begin + RUN])

    def _forget_names_in_capitals(self, first_word: int) -> None:
        """Call no word of the paragraph a name if most of it is in capitals."""
        named = self._named[first_word:]
        if len(named) >= CAPITALS and sum(named) > MOSTLY_CAPITALS * len(named):
            self._named[first_word:] = [False] * len(named)


def sampled(text: OwnWords) -> frozenset[int]:
    """Return numbers of 31 bits that stand for some of the runs.

    The same run gives the same number, or none, in any text. Most reports give about a hundred. A long text
    is sampled more sparsely. All its numbers are among those that a short text with the same runs would give.
    """
    rate = DENSEST
    while rate < SPARSEST and len(text.runs) > DENSEST_UP_TO * rate / DENSEST:
        rate *= 2
    hashes = map(_hash_of, text.runs.values())
    return frozenset(number >> (_HASH_BITS - _BITS) for number in hashes if number % rate == 0)


def _hash_of(run: str) -> int:
    """Return a number of 64 bits, the same in every process."""
    digest = blake2b(run.encode(), digest_size=_HASH_BITS // 8).digest()
    return int.from_bytes(digest)


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the words of `text[start:end]` as they are compared, each with its place (start, end).

    Case, apostrophes and the stops of initials make no difference; those of figures do.
    """
    for match in _WORD.finditer(text, start, end):
        word, place = match.group(), match.span()
        if word >= _FIRST_UNPARTED and _UNPARTED_LETTER.match(word):
            word = text[place[0] : min(place[0] + _LETTERS, end)]
        if not word.isalnum():
            word = _PASSED_OVER.sub("", word)
        yield word.casefold(), place
