"""Whose words a passage gives, guessed from the verb of speech beside it: “…, Lavrov told reporters”.

A guess to start from, never a judgement: it is marked as one until a person has looked at it. Blank is preferred to
invented, and a passage that nobody is reported to have said is the article's own.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from annotations.logic.speeches import NAME, PRONOUN, QUOTED, Speech, speeches
from newsroom.text.model import Block, Document, Role, Span
from newsroom.text.sentences import within
from newsroom.text.words import terms

#: How many paragraphs back a “he said” is looked up.
_BACK = 4
#: How far around the passage its sentence is read, in code points: more is no sentence.
_REACH = 2_000

_AUDIENCE = re.compile(r"\btold\s+(reporters|journalists)\b")
_AGAIN = re.compile(r"(?:the|that|this|a)\s+(?:unnamed\s+)?(\w+)", re.IGNORECASE)


def attribution(document: Document, passage: Span) -> str:
    """Who is reported to have said the passage, as the text names them; blank where nobody is, or it is not known.

    “He” and “the official” are taken for whoever spoke last before. English only; anything else gives blank.
    """
    index, found = _found(document, passage)
    return _resolved(found.speaker, document, index, found.at) if found else ""


def verb_of_speech(document: Document, passage: Span) -> str:
    """The word that reports the passage: “said”, “claimed”, “according to”; blank where none does."""
    _, found = _found(document, passage)
    return found.verb if found else ""


def framing(text: str) -> frozenset[str]:
    """The terms of `text` that stand only where it says who says it: “Lavrov told reporters”, “according to aides”."""
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
    """The speech that the passage belongs to: of its own sentence, else, inside a quotation, of its paragraph."""
    window = Span(max(block.start, passage.start - _REACH), min(block.end, passage.end + _REACH))
    quotations = _Quotations(text, block.start, window.end)
    quoted = quotations.overlap(passage)
    spans = [span for span in within(text, window.start, window.end) if span.overlaps(passage)]
    told = [speech for span in spans for speech in speeches(text, span) if not quotations.hold(speech.at)]
    own = [speech for speech in told if quoted or speech.reach.overlaps(passage)]
    if not own and quoted:
        own = [speech for speech in speeches(text, window) if not quotations.hold(speech.at)]
    according = [speech for speech in own if speech.according]
    return min(according or own, key=lambda speech: _distance(speech.at, passage), default=None)


def _distance(at: int, passage: Span) -> int:
    return max(passage.start - at, at - passage.end, 0)


class _Quotations:
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
        for earlier in _earlier(document.text, block, at):
            if again and again[1].casefold() in earlier.casefold() and earlier != speaker:
                return earlier
            if not again and NAME.search(earlier.removeprefix("The ")) and not PRONOUN.fullmatch(earlier):
                return earlier
    return speaker if again else ""


def _earlier(text: str, block: Block, at: int) -> Iterator[str]:
    """Who spoke in a paragraph before `at`, the last first."""
    end = min(block.end, at)
    start = max(block.start, end - _REACH)
    quotations = _Quotations(text, block.start, end)
    for span in reversed(list(within(text, start, end))):
        found = sorted(speeches(text, span), key=lambda speech: speech.at, reverse=True)
        yield from (speech.speaker for speech in found if not quotations.hold(speech.at))
