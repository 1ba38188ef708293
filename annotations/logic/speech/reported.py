"""Find the speakers in a sentence by its verbs of speech: “…, Lavrov told reporters”. English only.

Every rule reads a limited number of code points near a verb, so the time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.logic.speech.noun_phrases import (
    DETERMINERS,
    FULL_STOP,
    NEAR,
    NO_ROLES,
    SPEAKERS,
    closing_phrase,
    may_be_said,
    opening_name,
    opening_phrase,
    phrase_before_aside,
    speaker_in,
)
from annotations.logic.speech.verbs import (
    ADDRESSED,
    HELPERS,
    REPORTING_VERB,
    TRANSITIVE,
)
from newsroom.text.model import Span

_AFTER_VERB = re.compile(rf"(?<=\S)\s+(?P<helpers>{HELPERS})(?P<verb>{REPORTING_VERB})\b")
#: Words after “the official said” if the whole statement is before it.
_TRAILING = re.compile(
    r"(?:\s+(?:reporters|journalists|[A-Z]\w+))?"
    r"(?:\s+(?:on|in|at|to|during|after|before|earlier|later)\s[^,;]{0,40})?\W*+\Z"
)
_CLAIMING = re.compile(r",\s+(?:claiming|saying|adding|warning|insisting|telling)\s")
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.IGNORECASE)

#: First words of a speaker after the verb.
_BEGINS = rf"(?=[A-Z\d]|(?:{'|'.join(DETERMINERS)})\s|(?:{'|'.join(SPEAKERS)})\b)"
#: A name after the role of its person: “fisherwoman Ragna Holte”.
_ROLE_AND_NAME = rf"(?=(?:(?!(?:{'|'.join(NO_ROLES)})\b)[a-z][\w-]{{0,30}}\s){{1,4}}[^\W\d_a-z])"
_INVERTED = re.compile(rf"[”\"'’»“]\s*(?P<verb>{REPORTING_VERB})\s+(?:{_BEGINS}|{_ROLE_AND_NAME})")
#: A name, a colon, and a quotation or words in the first person: “Ana Berg: I shall stay.”
_LABEL = re.compile(
    r"\W*+(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s(?:[^\W\d_a-z][\w.’'-]*|de|von|van|der|bin)){0,5})"
    r"(?:,[^:\"]{1,60}(?=:\s++\"))?:\s++(?:(?P<quotation>\")|(?=.*?\b(?:I|we|We|my|My|our|Our)\b))"
)
_BEFORE_SPEAKER = re.compile(rf"\s+{_BEGINS}")
#: Separators between clauses.
_CLAUSE = re.compile(rf"[;:!?\"”“»«]|’\s|{FULL_STOP}\s+")
_PARENTHESIS = re.compile(r"\s\([^()]*\)")
#: A quotation. Without a closing double mark it extends to the end. An inch sign does not open one, and a
#: single mark opens one only if it is closed.
QUOTED = re.compile(
    r"“[^”\"»]*(?:[”\"»]|\Z)|„[^“”\"]*(?:[“”\"]|\Z)|«[^»]*(?:»|\Z)|(?<!\w)»(?=\w)[^«]*(?:«|\Z)"
    r"|(?:(?<![\w.,!?])\"|(?<!\S)”(?=\w))[^”\"]*(?:[”\"]|\Z)"
    r"|(?<!\w)‘(?![\s\d])(?:[^‘’]|’(?=\w))*+’(?!\w)"
)

#: Marks at the end of an aside before the verb.
_END_OF_ASIDE = (",", "—", "–")


@dataclass(frozen=True, slots=True)
class Speech:
    """A statement that a sentence reports, with its speaker.

    `says` are the words of speech, such as “had said”, at the offset `at`. `reach` is the span of the
    reported words. Both are in code points of the text. `according` is true if `says` is “according to”.
    """

    speaker: str
    says: str
    at: int
    reach: Span
    according: bool = False

    @property
    def verb(self) -> str:
        """Return the verb of speech in `says`, without quotation marks and helping words such as “had”.

        Two results have several words: “according to” and “was quoted as saying”. `says` is returned if it
        has no word.
        """
        if self.according:
            return "according to"
        words: list[str] = re.findall(r"\w+", self.says)
        if not words:
            return self.says
        if "quoted" in words:
            return "was quoted as saying"
        return words[-1]


@dataclass(frozen=True, slots=True)
class Clause:
    """The part of a clause before a verb, and the offset in the sentence at which it starts (code points)."""

    text: str
    start: int


def speeches(text: str, span: Span) -> Iterator[Speech]:
    """Yield the speeches within `span` whose verbs are outside quotations, or nothing if there is none."""
    part = without_quotations(text, span)
    yield from _by_according(part, span)
    yield from _by_inverted_verb(part, span)
    for verb in _AFTER_VERB.finditer(part):
        speech = _by_verb(part, verb, span)
        if speech is not None:
            yield speech
    yield from _by_claiming(part, span)
    yield from _by_label(part, span)


def without_quotations(text: str, span: Span) -> str:
    """Return `text[span.start : span.end]` with each quoted character replaced by a quotation mark.

    The length does not change. Spaces cannot be used, because a verb is recognised by the white space before
    it.
    """
    part = QUOTED.sub(_marks_of_same_length, text[span.start : span.end])
    return part.replace(" - ", " – ")


def _marks_of_same_length(quotation: re.Match[str]) -> str:
    return '"' * len(quotation.group())


def _by_according(part: str, span: Span) -> Iterator[Speech]:
    for words in _ACCORDING.finditer(part):
        speaker = opening_phrase(part, words.end())
        if speaker:
            yield Speech(
                speaker,
                words.group(),
                span.start + words.start(),
                span,
                according=True,
            )


def _by_inverted_verb(part: str, span: Span) -> Iterator[Speech]:
    """Yield the speeches whose verb follows a quotation: “…” said Mayor Ihor Terekhov."""
    for words in _INVERTED.finditer(part):
        speaker = speaker_in(opening_phrase(part, words.end()))
        if speaker:
            position = span.start + words.start("verb")
            yield Speech(speaker, words["verb"], position, span)


def _by_claiming(part: str, span: Span) -> Iterator[Speech]:
    """Yield the speeches of sentences that continue with “…, claiming …”.

    The speaker is the person at the start of the sentence, if the name has several words.
    """
    for words in _CLAIMING.finditer(part):
        speaker = opening_name(part[: min(words.start(), NEAR)])
        if " " in speaker:
            position = span.start + words.start()
            yield Speech(speaker, words.group(), position, Span(position, span.end))


def _by_label(part: str, span: Span) -> Iterator[Speech]:
    """Yield the speech of a sentence that starts with a name and a colon, as in a transcript, or nothing.

    A single word before unquoted text is not enough, because it can be a label: “Analysis: why we left”.
    """
    label = _LABEL.match(part)
    if label is None or not (label["quotation"] or " " in label["name"]):
        return
    position = span.start + label.end("name")
    yield Speech(label["name"], ":", position, Span(position, span.end))


def _by_verb(
    part: str,
    verb: re.Match[str],
    span: Span,
) -> Speech | None:
    """Return the speech with the verb `verb`, or None if the verb has no speaker.

    The speaker is before the verb. If a comma or a dash is directly before the verb, the speaker can also be
    after it.
    """
    clause = clause_before(part, verb.start())
    if not clause.text.endswith(_END_OF_ASIDE):
        return _by_subject(part, verb, span, clause)
    if "who" in verb["helpers"].split():
        return _within_aside(part, verb, span, clause)
    return _after_aside(part, verb, span, clause)


def clause_before(part: str, end: int) -> Clause:
    start = max(0, end - NEAR)
    signs = list(_CLAUSE.finditer(part[start:end]))
    if signs:
        start += signs[-1].end()
    # Parentheses are replaced by spaces of the same length, so that all offsets stay valid.
    text = _PARENTHESIS.sub(_spaces_of_same_length, part[start:end])
    return Clause(text.rstrip(), start)


def _spaces_of_same_length(aside: re.Match[str]) -> str:
    return " " * len(aside.group())


def _by_subject(
    part: str,
    verb: re.Match[str],
    span: Span,
    clause: Clause,
) -> Speech | None:
    """Return the speech whose subject is directly before the verb, or None: “Lavrov told reporters”."""
    speaker = closing_phrase(clause.text)
    if not speaker:
        return None
    first_word = speaker.partition(" ")[0]
    begin = span.start + clause.start + clause.text.rfind(first_word)
    return _speech(part, verb, span, speaker, begin)


def _within_aside(
    part: str,
    verb: re.Match[str],
    span: Span,
    clause: Clause,
) -> Speech | None:
    """Return the speech inside an aside, as in “Lavrov, who said …, left”, or None if nobody speaks there.

    The speech ends with the aside.
    """
    speaker = closing_phrase(clause.text)
    if not speaker:
        return None
    position = span.start + verb.start()
    end = span.end
    comma = part.find(",", verb.end())
    if comma > 0:
        end = span.start + comma
    return Speech(speaker, verb.group(), position, Span(position, end))


def _after_aside(
    part: str,
    verb: re.Match[str],
    span: Span,
    clause: Clause,
) -> Speech | None:
    """Return the speech whose verb follows an aside, or None.

    The speaker is the person whom the aside describes, or the person after the verb.
    """
    position = span.start + verb.start()
    speaker = phrase_before_aside(clause.text)
    after_verb = _speaker_after(part, verb)
    if after_verb:
        is_what_is_said = verb["verb"] in TRANSITIVE or may_be_said(after_verb)
        if not speaker or not is_what_is_said:
            return Speech(after_verb, verb.group(), position, span)
    if not speaker:
        return None
    return _speech(part, verb, span, speaker, position)


def _speech(
    part: str,
    verb: re.Match[str],
    span: Span,
    speaker: str,
    begin: int,
) -> Speech:
    """Return the speech of `speaker` that reports the words from the offset `begin` on.

    If hardly any words follow the verb, the speech reports all words of `span`.
    """
    if _TRAILING.match(part, verb.end()):
        begin = span.start
    return Speech(speaker, verb.group(), span.start + verb.start(), Span(begin, span.end))


def _speaker_after(part: str, verb: re.Match[str]) -> str:
    """Return the speaker after the verb, as in “…, said Mayor Ihor Terekhov.”, or an empty string."""
    if verb["helpers"] or verb["verb"] in ADDRESSED or part[verb.start() - 1] != ",":
        return ""
    beginning = _BEFORE_SPEAKER.match(part, verb.end())
    if beginning is None:
        return ""
    return speaker_in(opening_phrase(part, beginning.end()))
