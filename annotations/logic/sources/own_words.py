"""The words of a report that are its own: those outside quotations, in the order they stand in.

The words it quotes are kept apart. Both are compared by runs of five words. `sampled` gives the few numbers
by which an index finds, among very many texts, those that are worth comparing. These are shingles (Broder,
"On the resemblance and containment of documents", 1997). They are sampled by value, so that equal runs are
sampled alike wherever they stand.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from annotations.logic.sources.notices import without_notices
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
class QuotedWords:
    """The words of a document inside quotations: `keys`, `stretches` and `runs` as `OwnWords` has them."""

    keys: tuple[str, ...] = ()
    stretches: tuple[int, ...] = ()
    runs: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A document as words outside quotations.

    `keys[i]` is a word as it is compared. It stands at `places[i]` (start, end) in the block `paragraphs[i]`,
    in the stretch `stretches[i]`, which ends at a quotation or with the paragraph. `named[i]`: the word is
    capitalised. `runs` gives for the index of a word the run of five words that begins there, if it lies
    within one stretch. `quoted` are the words inside quotations; `text` is all that was read, a paragraph a
    line.
    """

    keys: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    stretches: tuple[int, ...]
    named: tuple[bool, ...]
    runs: Mapping[int, str]
    quoted: QuotedWords
    text: str


def read_own_words(document: Document) -> OwnWords:
    """Return the words of headline and body, of at most `LONGEST` code points.

    Captions, credits, links and appeals are not read, nor are notices. Paragraphs that are quotations as a
    whole are read as quoted. Takes linear time.
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

    reader = _ReportReader(text)
    for (index, block), following in zip(blocks, [*first_characters[1:], ""], strict=False):
        paragraph = Span(block.start, min(block.end, LONGEST))
        if any(_overlap(block, Span(mark.start, mark.end)) for mark in quotations):
            reader.read_quotation(paragraph)
            continue
        for span in without_notices(text, paragraph):
            reader.read(index, span, following)
    return reader.own_words()


def _overlap(block: Block, span: Span) -> bool:
    return span.start < block.end and block.start < span.end


class _WordRow:
    """Words in their order, with their places in the text, their stretches and their runs."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.keys: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.stretches: list[int] = []
        self.runs: dict[int, str] = {}

    def read(self, start: int, end: int) -> None:
        """Read the words of a stretch of the text."""
        first_word = len(self.keys)
        for key, place in _words(self._text, start, end):
            self.keys.append(key)
            self.places.append(place)
        self.stretches += [first_word] * (len(self.keys) - first_word)
        for begin in range(first_word, len(self.keys) - RUN + 1):
            self.runs[begin] = " ".join(self.keys[begin : begin + RUN])


class _ReportReader:
    """Takes paragraphs of a text apart into what `OwnWords` is made of."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._own = _WordRow(text)
        self._quoted = _WordRow(text)
        self._paragraphs: list[int] = []
        self._named: list[bool] = []
        self._paragraph_texts: list[str] = []

    def own_words(self) -> OwnWords:
        own, quoted = self._own, self._quoted
        return OwnWords(
            keys=tuple(own.keys),
            places=tuple(own.places),
            paragraphs=tuple(self._paragraphs),
            stretches=tuple(own.stretches),
            named=tuple(self._named),
            runs=own.runs,
            quoted=QuotedWords(tuple(quoted.keys), tuple(quoted.stretches), quoted.runs),
            text="\n".join(self._paragraph_texts),
        )

    def read_quotation(self, paragraph: Span) -> None:
        """Read a paragraph that is a quotation as a whole."""
        self._quoted.read(paragraph.start, paragraph.end)
        self._paragraph_texts.append(self._text[paragraph.start : paragraph.end])

    def read(self, index: int, paragraph: Span, following: str) -> None:
        """Read the paragraph of block `index`. `following` is the first character of the next one."""
        first_word = len(self._own.keys)
        stretches = unquoted_stretches(
            self._text,
            paragraph.start,
            paragraph.end,
            following=following,
        )
        quotation_start = paragraph.start
        for start, end in stretches:
            self._quoted.read(quotation_start, start)
            self._own.read(start, end)
            quotation_start = end
        self._quoted.read(quotation_start, paragraph.end)

        read_places = self._own.places[first_word:]
        self._paragraphs += [index] * len(read_places)
        self._named += self._names_among(read_places)
        self._paragraph_texts.append(self._text[paragraph.start : paragraph.end])

    def _names_among(self, places: Sequence[tuple[int, int]]) -> list[bool]:
        """Return for each word of a paragraph whether it is capitalised; none if most of them are."""
        named = [self._text[start].isupper() for start, _ in places]
        if len(named) >= CAPITALS and sum(named) > MOSTLY_CAPITALS * len(named):
            return [False] * len(named)
        return named


def sampled(text: OwnWords) -> frozenset[int]:
    """Return numbers of 31 bits that stand for some of the runs, own and quoted.

    The same run gives the same number, or none, in any text. Most reports give about a hundred. A long text
    is sampled more sparsely. All its numbers are among those that a short text with the same runs would give.
    """
    rate = DENSEST
    runs = [*text.runs.values(), *text.quoted.runs.values()]
    while rate < SPARSEST and len(runs) > DENSEST_UP_TO * rate / DENSEST:
        rate *= 2
    hashes = map(_hash_of, runs)
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
