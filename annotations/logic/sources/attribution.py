"""Whose words a passage gives, guessed from the verb of speech beside it: “…, Lavrov told reporters”.

A guess to start from, never a judgement: it is marked as one until a person has looked at it. Blank is
preferred to invented, and a passage that nobody is reported to have said is the article's own.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from annotations.logic.counting.voices import INSTITUTIONS
from annotations.logic.sources.speech import NAME, PRONOUN, QUOTED, Speech, opening_name, speeches
from newsroom.text.language.sentences import sentences_within
from newsroom.text.language.words import terms
from newsroom.text.model import Block, Document, Role, Span

#: How many paragraphs back a “he said” is looked up.
_BACK = 4
#: How far around the passage its sentence is read, in code points: more is no sentence.
_REACH = 2_000
#: How far back a family name is looked for in full, in code points.
_INTRODUCED = 20_000

_AUDIENCE = re.compile(r"\btold\s+(reporters|journalists)\b")
_AGAIN = re.compile(r"(?:the|that|this|a)\s+(?:unnamed\s+)?(\w+)", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|as|because|but|when|where|while)\s+\w+\Z")
#: What names of places begin with, and names of people do not.
_OF_PLACES = frozenset(
    "Central East Eastern Hong Los New North Northern Saudi South Southern United West".split()
)
_PERSON = re.compile(r"(?:he|she)", re.IGNORECASE)


def guess_speaker(document: Document, passage: Span) -> str:
    """Who is reported to have said the passage, as the text names them; blank where nobody is, or it is not
    known.

    “The official” is taken for whoever of that kind spoke last before, “he” for the last who spoke or whom a
    sentence began with. English only; anything else gives blank.
    """
    index, found = _found(document, passage)
    return _resolved(found.speaker, document, index, found.at) if found else ""


def verb_of_speech(document: Document, passage: Span) -> str:
    """The word that reports the passage: “said”, “claimed”, “according to”; blank where none does."""
    _, found = _found(document, passage)
    return found.verb if found else ""


def framing_terms(text: str) -> frozenset[str]:
    """The terms of `text` that stand only where it says who says it: “Lavrov told reporters”, “according to
    aides”.
    """
    framed = [f"{speech.speaker} {speech.says}" for speech in speeches(text, Span(0, len(text)))]
    framed += _AUDIENCE.findall(text) if framed else []
    counts = Counter(term for words in framed for term in terms(words))
    return frozenset(counts.keys() - (Counter(terms(text)) - counts).keys())


def _found(document: Document, passage: Span) -> tuple[int, Speech | None]:
    """The paragraph of the passage (its index), and the speech that the passage belongs to."""
    index = next((n for n, block in enumerate(document.blocks) if block.end > passage.start), 0)
    block = document.blocks[index] if document.blocks else Block(0, 0, Role.BOILERPLATE)
    if block.role not in (Role.BODY, Role.CAPTION, Role.TITLE):
        return index, None
    return index, _beside(document.text, block, passage)


def _beside(text: str, block: Block, passage: Span) -> Speech | None:
    """The speech that the passage belongs to: of its own sentence, else, inside a quotation, of its
    paragraph.
    """
    window = Span(max(block.start, passage.start - _REACH), min(block.end, passage.end + _REACH))
    quotations = _QuotationMarks(text, block.start, window.end)
    quoted = quotations.overlap(passage)
    spans = [span for span in sentences_within(text, window.start, window.end) if span.overlaps(passage)]
    told = [speech for span in spans for speech in speeches(text, span) if not quotations.hold(speech.at)]
    own = [speech for speech in told if quoted or speech.reach.overlaps(passage)]
    if not own and quoted:
        own = [speech for speech in speeches(text, window) if not quotations.hold(speech.at)]
    according = [speech for speech in own if speech.according]
    return min(according or own, key=lambda speech: _distance(speech.at, passage), default=None)


def _distance(at: int, passage: Span) -> int:
    return max(passage.start - at, at - passage.end, 0)


class _QuotationMarks:
    """What stands in quotation marks within `text[start:end]`, which should begin where a paragraph does."""

    def __init__(self, text: str, start: int, end: int) -> None:
        found = [match.span() for match in QUOTED.finditer(text[start:end])]
        self._starts = [start + first for first, _ in found]
        self._ends = [start + last for _, last in found]

    def overlap(self, passage: Span) -> bool:
        at = bisect_right(self._ends, passage.start)
        return at < len(self._starts) and self._starts[at] < passage.end

    def hold(self, at: int) -> bool:
        """Whether `at` is among the words quoted: before the closing mark."""
        last = bisect_right(self._starts, at) - 1
        return last >= 0 and at < self._ends[last] - 1


def _resolved(speaker: str, document: Document, index: int, at: int) -> str:
    """`speaker`, or for a pronoun or “the official” whoever of that kind spoke, or was named, last before."""
    again = _AGAIN.fullmatch(speaker)
    if not (again or PRONOUN.fullmatch(speaker)):
        return speaker
    for block in reversed(document.blocks[max(0, index - _BACK) : index + 1]):
        if block.role is not Role.BODY:
            continue
        for earlier in _earlier(document.text, block, at, named=bool(_PERSON.fullmatch(speaker))):
            if again and again[1].casefold() in earlier.casefold() and earlier != speaker:
                return earlier
            if not again and NAME.search(earlier.removeprefix("The ")) and not PRONOUN.fullmatch(earlier):
                return earlier
    return speaker if again else ""


def _earlier(text: str, block: Block, at: int, *, named: bool) -> Iterator[str]:
    """Who spoke in a paragraph before `at`, the last first; with `named` also of whom its sentences tell."""
    end = min(block.end, at)
    start = max(block.start, end - _REACH)
    quotations = _QuotationMarks(text, block.start, end)
    for span in reversed(list(sentences_within(text, start, end))):
        found = sorted(speeches(text, span), key=lambda speech: speech.at, reverse=True)
        yield from (speech.speaker for speech in found if not quotations.hold(speech.at))
        # The words before “, he said” are what he said, and those of a quotation are its speaker's.
        own = span.end == at and not _JOINED.search(text[max(start, at - 40) : at])
        cut = span.start == start > block.start
        if named and not own and not cut and not quotations.hold(span.start):
            yield from _person(text, span)


def _person(text: str, span: Span) -> Iterator[str]:
    """The person whom a sentence begins with: a name of several words, or one word of a name that was told in
    full.
    """
    name = opening_name(text[span.start : span.end])
    words = name.split()
    if not words or words[-1].casefold() in INSTITUTIONS or words[0] in _OF_PLACES:
        return
    before = text[max(0, span.start - _INTRODUCED) : span.start]
    if len(words) > 1 or any(map(opening_name, re.findall(rf"[^\W\d_a-z]\w+ {re.escape(name)}\b", before))):
        yield name
