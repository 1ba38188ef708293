"""Read the own words of a report, which are its words outside quotations, in their order.

The words inside quotations are kept separately. Both are compared by runs of five words. `sampled` returns a
few numbers that represent some of these runs. With these numbers an index finds the texts that are worth
comparing among very many. The method is known as shingling (Broder, "On the resemblance and containment of
documents", 1997). The runs are sampled by their value, so the same run is sampled in every text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from annotations.logic.sources.notices import without_notices
from annotations.logic.sources.quotations import unquoted_stretches
from newsroom.text.language.words import MARKS
from newsroom.text.model import Block, Document, MarkKind, Role, Span

#: Number of words in a run.
RUN = 5
#: In a paragraph of at least this number of words, capitals do not show names if more than this share of the
#: words is capitalised.
CAPITALS, MOSTLY_CAPITALS = 12, 0.7
#: Most code points of a text that are read.
LONGEST = 400_000
#: One run in this number is stored in the index. A text of twice the length stores half as large a share,
#: down to a least share.
DENSEST, SPARSEST = 4, 16
#: Texts with up to this number of runs store the largest share.
DENSEST_UP_TO = 400
#: Number of bits of the stored numbers, taken from a hash of 64 bits.
_BITS, _HASH_BITS = 31, 64

_READ = frozenset({Role.BODY, Role.TITLE, Role.KICKER, Role.DATELINE})
#: Scripts without spaces between words: Han, kana, Thai, Lao, Myanmar, Khmer.
UNPARTED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_PART = rf"[^\W_{UNPARTED}]+(?:[{MARKS}]+[^\W_{UNPARTED}]*)*"
_WORD = re.compile(rf"[{UNPARTED}]|{_PART}(?:['’.]{_PART})*")
_FIRST_UNPARTED = UNPARTED[0]
_UNPARTED_LETTER = re.compile(f"[{UNPARTED}]")
#: Number of letters that form a word in scripts without spaces. Five such words overlap, so they span eight
#: letters.
_LETTERS = 4
#: Characters that are ignored inside a word: apostrophes, and full stops except in figures.
_PASSED_OVER = re.compile(r"['’]|(?<!\d)\.|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """The words of a document inside quotations.

    `keys`, `stretches` and `runs` have the same form as in `OwnWords`.
    """

    keys: tuple[str, ...] = ()
    stretches: tuple[int, ...] = ()
    runs: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The own words of a document, which are its words outside quotations.

    `keys[i]` is the form of word `i` that is compared. `places[i]` is its start and end in the document (code
    points), and `paragraphs[i]` the index of its block. `stretches[i]` is the index of the first word of its
    stretch, which ends at a quotation or at the end of the paragraph. `named[i]` is true if the word is
    capitalised. `runs` maps the index of a word to the run of five words that starts there, if the run is
    within one stretch. `quoted` holds the words inside quotations. `text` is all the text that was read, one
    paragraph per line.
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
    """Return the words of the headline, the dateline and the body, from at most `LONGEST` code points.

    Captions, credits, links, appeals and notices are not read. All words of a paragraph that is a quotation
    count as quoted. The time is linear.
    """
    text = document.text
    quotations = [mark for mark in document.marks if mark.kind is MarkKind.QUOTE]
    blocks = [
        (index, block)
        for index, block in enumerate(document.blocks)
        if block.role in _READ and block.start < LONGEST
    ]
    # A quotation without a closing mark continues in the next paragraph if that one starts with a quotation
    # mark.
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
    """The words of a text that were read so far: their compared forms, places, stretches and runs.

    The attributes have the same form as in `OwnWords`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.keys: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.stretches: list[int] = []
        self.runs: dict[int, str] = {}

    def read(self, start: int, end: int) -> None:
        """Read the words of `text[start:end]`, which has no quotation in it. They form one stretch."""
        first_word = len(self.keys)
        for key, place in _words(self._text, start, end):
            self.keys.append(key)
            self.places.append(place)
        self.stretches += [first_word] * (len(self.keys) - first_word)
        for begin in range(first_word, len(self.keys) - RUN + 1):
            self.runs[begin] = " ".join(self.keys[begin : begin + RUN])


class _ReportReader:
    """A reader that splits the paragraphs of a text into the parts of `OwnWords`."""

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
        """Read a paragraph that is a quotation as a whole. All its words count as quoted."""
        self._quoted.read(paragraph.start, paragraph.end)
        self._paragraph_texts.append(self._text[paragraph.start : paragraph.end])

    def read(self, index: int, paragraph: Span, following: str) -> None:
        """Read a paragraph of the block with the index `index`.

        `following` is the first character of the next paragraph, in which an open quotation can continue.
        """
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
        """Return for each word of a paragraph whether the word has a capital.

        Returns False for all words if most of them have a capital, because capitals do not show names then.
        """
        named = [self._text[start].isupper() for start, _ in places]
        if len(named) >= CAPITALS and sum(named) > MOSTLY_CAPITALS * len(named):
            return [False] * len(named)
        return named


def sampled(text: OwnWords) -> frozenset[int]:
    """Return whole numbers of 31 bits that represent some of the runs of a text, own and quoted.

    A run gives the same number in every text. Which runs are represented depends on their values, so texts of
    similar length represent the same ones. Most reports have about a hundred numbers. A long text represents
    a smaller share of its runs, and a short text that has these runs represents them too.
    """
    # The rate depends on the length, so that a book does not fill the index.
    rate = DENSEST
    runs = [*text.runs.values(), *text.quoted.runs.values()]
    while rate < SPARSEST and len(runs) > DENSEST_UP_TO * rate / DENSEST:
        rate *= 2
    hashes = map(_hash_of, runs)
    # The lowest bits choose the sample, so the highest bits are stored.
    return frozenset(number >> (_HASH_BITS - _BITS) for number in hashes if number % rate == 0)


def _hash_of(run: str) -> int:
    """Return a hash of 64 bits of a run of words. It is the same in every process."""
    digest = blake2b(run.encode(), digest_size=_HASH_BITS // 8).digest()
    return int.from_bytes(digest)


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each word of `text[start:end]` in its compared form, with its start and end (code points).

    Case, apostrophes and the full stops of initials are ignored. Full stops in figures are kept.
    """
    for match in _WORD.finditer(text, start, end):
        word, place = match.group(), match.span()
        # This comparison is fast and excludes most words of alphabets.
        if word >= _FIRST_UNPARTED and _UNPARTED_LETTER.match(word):
            word = text[place[0] : min(place[0] + _LETTERS, end)]
        if not word.isalnum():
            word = _PASSED_OVER.sub("", word)
        yield word.casefold(), place
