"""Find the speaker of a quotation by verbs that report only quotations: “Ilves called her “weak””.

These are verbs of opinion and participles. They do not show who said a passage without quotation marks.
English only. Every rule reads a limited number of code points near a verb, so the time is linear in the
length of the text.
"""

import re
from collections.abc import Iterator

from annotations.logic.speech.noun_phrases import (
    NEAR,
    closing_phrase,
    phrase_before_aside,
    speaker_in,
)
from annotations.logic.speech.reported import Speech, clause_before, without_quotations
from annotations.logic.speech.subjects import opening_subject
from annotations.logic.speech.verbs import (
    HELPERS,
    OPINION_VERB,
    REPORTING_VERB,
    SPEAKING_PARTICIPLE,
)
from newsroom.text.model import Span

#: A quotation that starts at most this number of code points after the verb.
_BEFORE_QUOTATION = r"(?=[^;!?\"]{0,240}+\")"
_VERB = re.compile(
    rf"(?<=\S)\s+(?P<helpers>{HELPERS})(?P<verb>{OPINION_VERB}|{REPORTING_VERB})\b{_BEFORE_QUOTATION}"
)
_PARTICIPLE = re.compile(
    rf"(?<!\w)(?P<verb>{SPEAKING_PARTICIPLE})\b{_BEFORE_QUOTATION}", re.IGNORECASE
)
#: The subject and its verb directly after a quotation: “…,” the post read.
_SUBJECT_BEHIND = re.compile(
    rf"\"[\s,—–]*+(?P<subject>[^\",.;:!?—–]{{1,80}}?)\s(?P<verb>{OPINION_VERB})(?!\w)"
)
_BEHIND_QUOTATION = re.compile(r"\"[\s,.]*+(?=\w)")


def quoting_speeches(text: str, sentence: Span) -> Iterator[Speech]:
    """Yield the speeches of a sentence that report its quotations, or nothing if there is none.

    The quotation follows the verb, or the subject and its verb follow the quotation.
    """
    part = without_quotations(text, sentence)
    for verb in _VERB.finditer(part):
        speaker = _subject(part, verb.start())
        if speaker:
            yield _speech(speaker, verb, sentence)
    for behind in _SUBJECT_BEHIND.finditer(part):
        speaker = speaker_in(behind["subject"])
        if speaker:
            yield _speech(speaker, behind, sentence)
    for participle in _PARTICIPLE.finditer(part):
        before = part[: min(participle.start(), NEAR)]
        if before.strip():
            speaker = opening_subject(before)
        else:
            speaker = _subject_behind_quotation(part, participle.end())
        if speaker:
            yield _speech(speaker, participle, sentence)


def _speech(speaker: str, verb: re.Match[str], sentence: Span) -> Speech:
    position = sentence.start + verb.start("verb")
    return Speech(speaker, verb["verb"], position, Span(position, sentence.end))


def _subject(part: str, end: int) -> str:
    """Return the subject of the verb after the offset `end`, or an empty string.

    It is the subject of the clause of the verb, or else the subject of the sentence.
    """
    clause = clause_before(part, end).text
    read_subject = phrase_before_aside if clause.endswith(",") else closing_phrase
    return read_subject(clause) or opening_subject(part[: min(end, NEAR)])


def _subject_behind_quotation(part: str, start: int) -> str:
    """Return the subject after a quotation, or an empty string: “Calling it “a farce”, Ilves left”."""
    quotation = _BEHIND_QUOTATION.search(part, start, start + NEAR)
    if quotation is None:
        return ""
    return opening_subject(part[quotation.end() : quotation.end() + NEAR])
