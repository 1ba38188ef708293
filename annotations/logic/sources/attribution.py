"""Guess the speaker of a passage from a verb of speech next to it: “…, Lavrov told reporters”.

The result is a guess and is marked as one until a person has checked it. If the speaker is not clear, the
result is empty, because a wrong name is worse than none. A passage without a speaker is the article's own
statement.
"""

import re
from collections import Counter
from dataclasses import dataclass

from annotations.logic.speech.antecedents import resolved_speaker
from annotations.logic.speech.noun_phrases import NEAR
from annotations.logic.speech.other_languages import foreign_speeches
from annotations.logic.speech.quotation_marks import QuotationMarks
from annotations.logic.speech.quoted_paragraphs import REACH, ReportedSpeech, speech_of_quotation
from annotations.logic.speech.reported import Speech, speeches
from annotations.logic.speech.tellers_apart import is_outlet, without_tellers
from newsroom.text.language.sentences import sentences_within
from newsroom.text.language.words import terms
from newsroom.text.model import Block, Document, Role, Span

_READ = (Role.BODY, Role.CAPTION, Role.TITLE)
#: Words before somebody whose statement is given: “a statement by the ministry”.
_STATEMENT_BY = re.compile(
    r"^(?:an?\s+|the\s+)?(?:\w+\s+)?statement\s+(?:by|from|of)\s+", re.IGNORECASE
)
_AUDIENCE = re.compile(r"\btold\s+(reporters|journalists)\b")


@dataclass(frozen=True, slots=True)
class SpeakerGuess:
    """The speaker of a passage: the name, and its place in the text (code points)."""

    name: str
    place: Span


def guess_speaker(document: Document, passage: Span) -> str:
    """Return the reported speaker of the passage with the name that the text uses.

    Of “a statement by the ministry” the ministry is returned. “The official” is replaced by the last earlier
    speaker of that kind, and “he” by the last earlier speaker or by the last person that a sentence is about.
    Returns an empty string if nobody is reported to have said the passage, if the speaker is not clear, or if
    the speaker is an outlet, which is a teller.
    """
    reported = _reported_speech(document, passage)
    if reported is None:
        return ""
    speaker = resolved_speaker(document, reported.paragraph, reported.speech)
    speaker = _STATEMENT_BY.sub("", speaker)
    return "" if is_outlet(speaker) else speaker


def find_speaker(document: Document, passage: Span) -> SpeakerGuess | None:
    """Return the reported speaker of the passage, and the place where the text names the speaker.

    Only pronouns are replaced by a name. The speaker may be an outlet, if nobody else speaks. Returns None if
    nobody is reported to have said the passage, if the speaker is not clear, or if the name has no place in
    the text.
    """
    reported = _reported_speech(document, passage)
    if reported is None:
        return None
    speech = reported.speech
    name = resolved_speaker(document, reported.paragraph, speech, pronouns_only=True)
    if not name:
        return None
    place = place_near(document.text, name, speech.at)
    return None if place is None else SpeakerGuess(name, place)


def verb_of_speech(document: Document, passage: Span) -> str:
    """Return the words that report the passage: “said”, “claimed”, “according to”.

    Returns an empty string if nobody is reported to have said the passage.
    """
    reported = _reported_speech(document, passage)
    if reported is None:
        return ""
    return reported.speech.verb


def framing_terms(text: str) -> frozenset[str]:
    """Return the terms of `text` that only say who speaks: “Lavrov told reporters”, “according to aides”.

    The set is empty if `text` reports no speech. A term that also occurs in the statement is left out.
    """
    framings = [f"{speech.speaker} {speech.says}" for speech in speeches(text, Span(0, len(text)))]
    if not framings:
        return frozenset()
    framings += _AUDIENCE.findall(text)
    framing_counts: Counter[str] = Counter()
    for framing in framings:
        framing_counts.update(terms(framing))
    said_otherwise = Counter(terms(text)) - framing_counts
    return frozenset(framing_counts.keys() - said_otherwise.keys())


def place_near(text: str, words: str, position: int) -> Span | None:
    """Return the place of `words` in `text` that is nearest to `position`, or None if there is no place.

    All offsets are in code points. The white space between the words may differ.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for reach in (2 * NEAR, len(text)):
        start = max(0, position - reach)
        places = [Span(*match.span()) for match in pattern.finditer(text, start, position + reach)]
        if places:
            return min(places, key=lambda place: _distance(position, place))
    return None


def _reported_speech(document: Document, passage: Span) -> ReportedSpeech | None:
    """Return the speech that reports the passage, or None if nobody is reported to have said it."""
    index = _paragraph_of(document, passage)
    if index is None or document.blocks[index].role not in _READ:
        return None
    block = document.blocks[index]
    end = min(block.end, passage.end + REACH)
    quotation = QuotationMarks(document.text, block.start, end).quotation_of(passage)
    if quotation is not None:
        return speech_of_quotation(document, index, quotation)
    speech = _speech_about(document.text, block, passage)
    if speech is None:
        return None
    return ReportedSpeech(index, speech)


def _paragraph_of(document: Document, passage: Span) -> int | None:
    """Return the index of the block in which the passage starts, or None if the document has no blocks.

    If the passage starts between two blocks, the later one is meant. If it starts after the last block, the
    first one is meant.
    """
    for index, block in enumerate(document.blocks):
        if block.end > passage.start:
            return index
    return 0 if document.blocks else None


def _distance(position: int, passage: Span) -> int:
    return max(passage.start - position, position - passage.end, 0)


def _speech_about(text: str, block: Block, passage: Span) -> Speech | None:
    """Return the nearest speech in the block that reports a passage without quotation marks, or None."""
    start = max(block.start, passage.start - REACH)
    end = min(block.end, passage.end + REACH)
    quotations = QuotationMarks(text, block.start, end)
    candidates = []
    for sentence in sentences_within(text, start, end):
        if not sentence.overlaps(passage):
            continue
        reported = [*speeches(text, sentence), *foreign_speeches(text, sentence)]
        for speech in quotations.outside(reported):
            if speech.reach.overlaps(passage):
                candidates.append(speech)
    candidates = without_tellers(candidates)
    according = [speech for speech in candidates if speech.according]
    return min(
        according or candidates, key=lambda speech: _distance(speech.at, passage), default=None
    )
