"""Whose words a passage gives, guessed from the verb of speech beside it: “…, Lavrov told reporters”.

It is a guess to start from and never a judgement: it is marked as a guess until a person has looked at it.
Blank is better than invented. A passage that nobody is reported to have said is the article's own.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotations.logic.counting.voices import INSTITUTIONS
from annotations.logic.sources.noun_phrases import NAME, PRONOUN, opening_name
from annotations.logic.sources.speech import QUOTED, Speech, speeches
from newsroom.text.language.sentences import sentences_within
from newsroom.text.language.words import terms
from newsroom.text.model import Block, Document, Role, Span

#: How many paragraphs back a “he said” is looked up.
BACK = 4
#: How far around the passage its sentence is read, in code points. No sentence is longer.
REACH = 2_000
#: How far back the full name is looked for of which a sentence gives one word, in code points.
INTRODUCED = 20_000
#: How many code points before a passage show what it is joined with.
_JOINED_WITHIN = 40

_READ = (Role.BODY, Role.CAPTION, Role.TITLE)
_AUDIENCE = re.compile(r"\btold\s+(reporters|journalists)\b")
#: One who was named before: “the official”.
_AGAIN = re.compile(r"(?:the|that|this|a)\s+(?:unnamed\s+)?(\w+)", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|as|because|but|when|where|while)\s+\w+\Z")
#: What names of places begin with, and names of people do not.
_OF_PLACES = frozenset(
    "Central East Eastern Hong Los New North Northern Saudi South Southern United West".split()
)
_PERSON = re.compile(r"(?:he|she)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _ReportedSpeech:
    """The speech that a passage belongs to, and the index of the paragraph that both stand in."""

    paragraph: int
    speech: Speech


def guess_speaker(document: Document, passage: Span) -> str:
    """Return who is reported to have said the passage, as the text names them.

    “The official” stands for whoever of that kind spoke last before, “he” for the last person who spoke or
    whom a sentence began with. Returns blank if nobody is reported to have said it, or it is not known who.
    Reads English only; any other text gives blank.
    """
    reported = _reported_speech(document, passage)
    if reported is None:
        return ""
    return _resolved(document, reported)


def verb_of_speech(document: Document, passage: Span) -> str:
    """Return the word that reports the passage: “said”, “claimed”, “according to”; blank if none does."""
    reported = _reported_speech(document, passage)
    if reported is None:
        return ""
    return reported.speech.verb


def framing_terms(text: str) -> frozenset[str]:
    """Return the terms of `text` that only say who says it: “Lavrov told reporters”, “according to aides”."""
    framings = [f"{speech.speaker} {speech.says}" for speech in speeches(text, Span(0, len(text)))]
    if not framings:
        return frozenset()
    framings += _AUDIENCE.findall(text)
    framing_counts: Counter[str] = Counter()
    for framing in framings:
        framing_counts.update(terms(framing))
    said_otherwise = Counter(terms(text)) - framing_counts
    return frozenset(framing_counts.keys() - said_otherwise.keys())


def _reported_speech(document: Document, passage: Span) -> _ReportedSpeech | None:
    """Return the speech that the passage belongs to, if there is one."""
    index = _paragraph_of(document, passage)
    if index is None:
        return None
    block = document.blocks[index]
    if block.role not in _READ:
        return None
    candidates = _speeches_about(document.text, block, passage)
    if not candidates:
        return None
    according = [speech for speech in candidates if speech.according]
    nearest = min(according or candidates, key=lambda speech: _distance(speech.at, passage))
    return _ReportedSpeech(index, nearest)


def _paragraph_of(document: Document, passage: Span) -> int | None:
    """Return the index of the block that the passage begins in, or else of the first one."""
    for index, block in enumerate(document.blocks):
        if block.end > passage.start:
            return index
    return 0 if document.blocks else None


def _speeches_about(text: str, block: Block, passage: Span) -> list[Speech]:
    """Return the speeches that may report the passage.

    They are those of its own sentence or else, if it is quoted, those of its paragraph.
    """
    start = max(block.start, passage.start - REACH)
    end = min(block.end, passage.end + REACH)
    window = Span(start, end)
    quotations = _QuotationMarks(text, block.start, window.end)
    is_quoted = quotations.overlap(passage)

    own = []
    for sentence in sentences_within(text, window.start, window.end):
        if not sentence.overlaps(passage):
            continue
        for speech in _outside(quotations, speeches(text, sentence)):
            if is_quoted or speech.reach.overlaps(passage):
                own.append(speech)
    if own or not is_quoted:
        return own
    return list(_outside(quotations, speeches(text, window)))


def _outside(quotations: "_QuotationMarks", found: Iterable[Speech]) -> Iterator[Speech]:
    """Yield the speeches whose words of speech do not stand in a quotation."""
    for speech in found:
        if not quotations.hold(speech.at):
            yield speech


def _distance(position: int, passage: Span) -> int:
    return max(passage.start - position, position - passage.end, 0)


class _QuotationMarks:
    """What stands in quotation marks within `text[start:end]`, which should begin where a paragraph does."""

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = [match.span() for match in QUOTED.finditer(text[start:end])]
        self._starts = [start + first for first, _ in spans]
        self._ends = [start + last for _, last in spans]

    def overlap(self, passage: Span) -> bool:
        next_one = bisect_right(self._ends, passage.start)
        return next_one < len(self._starts) and self._starts[next_one] < passage.end

    def hold(self, position: int) -> bool:
        """Whether `position` is among the words quoted: before the closing mark."""
        last_opened = bisect_right(self._starts, position) - 1
        return last_opened >= 0 and position < self._ends[last_opened] - 1


def _resolved(document: Document, reported: _ReportedSpeech) -> str:
    """Return the speaker by name, if they go by a pronoun or as “the official”.

    The name is that of whoever of that kind spoke last before, or for a pronoun was named last.
    """
    speaker = reported.speech.speaker
    kind_named = _AGAIN.fullmatch(speaker)
    if kind_named is None and not PRONOUN.fullmatch(speaker):
        return speaker

    for earlier in _earlier_people(
        document,
        reported,
        named_too=bool(_PERSON.fullmatch(speaker)),
    ):
        if kind_named:
            if kind_named[1].casefold() in earlier.casefold() and earlier != speaker:
                return earlier
        elif NAME.search(earlier.removeprefix("The ")) and not PRONOUN.fullmatch(earlier):
            return earlier
    return speaker if kind_named else ""


def _earlier_people(
    document: Document,
    reported: _ReportedSpeech,
    *,
    named_too: bool,
) -> Iterator[str]:
    """Yield who spoke before the speech, the last first, in its paragraph and some before it."""
    first = max(0, reported.paragraph - BACK)
    for block in reversed(document.blocks[first : reported.paragraph + 1]):
        if block.role is Role.BODY:
            yield from _earlier_in(
                document.text,
                block,
                reported.speech.at,
                named_too=named_too,
            )


def _earlier_in(
    text: str,
    block: Block,
    position: int,
    *,
    named_too: bool,
) -> Iterator[str]:
    """Yield who spoke in a paragraph before `position`, the last first.

    With `named_too`, yield also the people whom its sentences begin with.
    """
    end = min(block.end, position)
    start = max(block.start, end - REACH)
    quotations = _QuotationMarks(text, block.start, end)
    for sentence in reversed(list(sentences_within(text, start, end))):
        found = sorted(speeches(text, sentence), key=lambda speech: speech.at, reverse=True)
        for speech in _outside(quotations, found):
            yield speech.speaker

        # The words before “, he said” are what he said, unless a conjunction parts them.
        before = text[max(start, position - _JOINED_WITHIN) : position]
        is_what_is_said = sentence.end == position and not _JOINED.search(before)
        is_cut_off = sentence.start == start > block.start
        is_quoted = quotations.hold(sentence.start)
        if named_too and not (is_what_is_said or is_cut_off or is_quoted):
            yield from _opening_person(text, sentence)


def _opening_person(text: str, sentence: Span) -> Iterator[str]:
    """Yield the person whom a sentence begins with, if it begins with one.

    That is a name of several words, or one word of a name that stands in full before.
    """
    name = opening_name(text[sentence.start : sentence.end])
    words = name.split()
    if not words or words[-1].casefold() in INSTITUTIONS or words[0] in _OF_PLACES:
        return
    before = text[max(0, sentence.start - INTRODUCED) : sentence.start]
    if len(words) > 1 or _is_introduced(name, before):
        yield name


def _is_introduced(name: str, before: str) -> bool:
    """Whether a full name that ends with `name` stands in the text before."""
    full_names = re.findall(rf"[^\W\d_a-z]\w+ {re.escape(name)}\b", before)
    return any(opening_name(full_name) for full_name in full_names)
