"""Read the own words of a report, which are its words outside quotations, in their order.

The words inside quotations are kept separately. Both are compared by runs of five words. `sampled` returns a
few numbers that represent some of these runs. With these numbers an index finds the texts that are worth
comparing among very many. The method is known as shingling (Broder, "On the resemblance and containment of
documents", 1997). The runs are sampled by their value, so the same run is sampled in every text.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
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
#: The bytes of the hash of a run, and how many of its lowest bits are not stored: 31 bits are.
_HASH_BYTES, _PASSED_BITS = 8, 33

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

    `keys`, `places`, `stretches` and `runs` have the same form as in `OwnWords`.
    """

    keys: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
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


@dataclass(frozen=True, slots=True)
class _ReportPart:
    """A paragraph that is read, or a part of it between notices: `span`, of the block with the index `index`.

    `unquoted` are the stretches of it that are outside quotations, as pairs of start and end (code points).
    """

    index: int
    span: Span
    unquoted: tuple[tuple[int, int], ...]

    @property
    def stretches(self) -> Iterator[tuple[int, int, bool]]:
        """Yield all stretches in order, each as its start, its end, and whether it is outside quotations.

        A quotation between two stretches may be empty.
        """
        quotation_start = self.span.start
        for start, end in self.unquoted:
            yield quotation_start, start, False
            yield start, end, True
            quotation_start = end
        yield quotation_start, self.span.end, False


def read_own_words(document: Document) -> OwnWords:
    """Return the words of the headline, the dateline and the body, from at most `LONGEST` code points.

    Captions, credits, links, appeals and notices are not read. All words of a paragraph that is a quotation
    count as quoted. The time is linear.
    """
    reader = _ReportReader(document.text)
    for paragraph in _paragraphs(document):
        reader.read(paragraph)
    return reader.own_words()


def _paragraphs(document: Document) -> Iterator[_ReportPart]:
    """Yield the paragraphs of `document` that are read, in order."""
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

    for (index, block), following in zip(blocks, [*first_characters[1:], ""], strict=False):
        whole = Span(block.start, min(block.end, LONGEST))
        if any(_overlap(block, Span(mark.start, mark.end)) for mark in quotations):
            yield _ReportPart(index, whole, ())
            continue
        for span in without_notices(text, whole):
            unquoted = unquoted_stretches(text, span.start, span.end, following=following)
            yield _ReportPart(index, span, tuple(unquoted))


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
        self.runs.update(enumerate(_runs(self.keys[first_word:]), start=first_word))


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
            quoted=QuotedWords(
                keys=tuple(quoted.keys),
                places=tuple(quoted.places),
                stretches=tuple(quoted.stretches),
                runs=quoted.runs,
            ),
            text="\n".join(self._paragraph_texts),
        )

    def read(self, paragraph: _ReportPart) -> None:
        first_word = len(self._own.keys)
        for start, end, is_own in paragraph.stretches:
            row = self._own if is_own else self._quoted
            row.read(start, end)

        read_places = self._own.places[first_word:]
        self._paragraphs += [paragraph.index] * len(read_places)
        self._named += self._names_among(read_places)
        self._paragraph_texts.append(self._text[paragraph.span.start : paragraph.span.end])

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
    return _sampled([*text.runs.values(), *text.quoted.runs.values()])


def sampled_runs(document: Document) -> frozenset[int]:
    """Return the numbers that `sampled` returns for the words of a document.

    This takes half as long, because the places of the words are not needed.
    """
    runs: list[str] = []
    for paragraph in _paragraphs(document):
        for start, end, _ in paragraph.stretches:
            keys = _keys(document.text, start, end)
            runs += _runs(keys)
    return _sampled(runs)


def _runs(keys: Sequence[str]) -> list[str]:
    """Return all runs of five words in a stretch of words, in order."""
    # The n-th of these sequences begins with the n-th word, so each step takes a run.
    shifted = [keys[begin:] for begin in range(RUN)]
    return list(map(" ".join, zip(*shifted, strict=False)))


def _sampled(runs: Collection[str]) -> frozenset[int]:
    # The rate depends on the length, so that a book does not fill the index.
    rate = DENSEST
    while rate < SPARSEST and len(runs) > DENSEST_UP_TO * rate / DENSEST:
        rate *= 2
    numbers = set()
    for run in runs:
        digest = blake2b(run.encode(), digest_size=_HASH_BYTES).digest()
        # The lowest bits choose the sample, so the highest bits are stored.
        if not digest[-1] % rate:
            numbers.add(int.from_bytes(digest) >> _PASSED_BITS)
    return frozenset(numbers)


def _keys(text: str, start: int, end: int) -> list[str]:
    """Return each word of `text[start:end]` in its compared form, in order."""
    if _UNPARTED_LETTER.search(text, start, end):
        return [key for key, _ in _words(text, start, end)]
    return list(map(_key, _WORD.findall(text, start, end)))


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each word of `text[start:end]` in its compared form, with its start and end (code points)."""
    for match in _WORD.finditer(text, start, end):
        word, place = match.group(), match.span()
        # This comparison is fast and excludes most words of alphabets.
        if word >= _FIRST_UNPARTED and _UNPARTED_LETTER.match(word):
            word = text[place[0] : min(place[0] + _LETTERS, end)]
        yield _key(word), place


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    """Return a word in its compared form.

    Case, apostrophes and the full stops of initials are ignored. Full stops in figures are kept.
    """
    if not word.isalnum():
        word = _PASSED_OVER.sub("", word)
    return word.casefold()
