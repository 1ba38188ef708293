"""Who speaks in a sentence, read from its verbs of speech: “…, Lavrov told reporters”. English only.

Every rule looks a bounded way around a verb, so that the time is linear in the length of the text.
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
#: What may follow “the official said” if all that stands before it is what was said.
_TRAILING = re.compile(
    r"(?:\s+(?:reporters|journalists|[A-Z]\w+))?"
    r"(?:\s+(?:on|in|at|to|during|after|before|earlier|later)\s[^,;]{0,40})?\W*+\Z"
)
_CLAIMING = re.compile(r",\s+(?:claiming|saying|adding|warning|insisting|telling)\s")
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.IGNORECASE)

#: What a speaker begins with who stands after the verb.
_BEGINS = rf"(?=[A-Z\d]|(?:{'|'.join(DETERMINERS)})\s|(?:{'|'.join(SPEAKERS)})\b)"
#: A name with what its bearer is before it: “fisherwoman Ragna Holte”.
_ROLE_AND_NAME = rf"(?=(?:(?!(?:{'|'.join(NO_ROLES)})\b)[a-z][\w-]{{0,30}}\s){{1,4}}[^\W\d_a-z])"
_INVERTED = re.compile(rf"[”\"'’»“]\s*(?P<verb>{REPORTING_VERB})\s+(?:{_BEGINS}|{_ROLE_AND_NAME})")
#: A name, a colon, and a quotation or words of somebody who speaks of themselves: “Ana Berg: I shall stay.”
_LABEL = re.compile(
    r"\W*+(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s(?:[^\W\d_a-z][\w.’'-]*|de|von|van|der|bin)){0,5}):\s+"
    r"(?:(?P<quotation>\")|(?=.*?\b(?:I|we|We|my|My|our|Our)\b))"
)
_BEFORE_SPEAKER = re.compile(rf"\s+{_BEGINS}")
#: What parts clauses.
_CLAUSE = re.compile(rf"[;:!?\"”“»«]|’\s|{FULL_STOP}\s+")
_PARENTHESIS = re.compile(r"\s\([^()]*\)")
#: What stands in quotation marks. Double marks that are left open hold the rest. The sign of inches opens no
#: quotation, and a single mark only one that is closed.
QUOTED = re.compile(
    r"“[^”\"»]*(?:[”\"»]|\Z)|„[^“”\"]*(?:[“”\"]|\Z)|«[^»]*(?:»|\Z)|(?<!\w)»(?=\w)[^«]*(?:«|\Z)"
    r"|(?:(?<![\w.,!?])\"|(?<!\S)”(?=\w))[^”\"]*(?:[”\"]|\Z)"
    r"|(?<!\w)‘(?![\s\d])(?:[^‘’]|’(?=\w))*+’(?!\w)"
)

#: Signs that an aside before the verb ends with.
_END_OF_ASIDE = (",", "—", "–")


@dataclass(frozen=True, slots=True)
class Speech:
    """That someone speaks in a sentence.

    `says` are the words of speech, which stand at code point `at`; `reach` is what they report. `according`:
    they are “according to”.
    """

    speaker: str
    says: str
    at: int
    reach: Span
    according: bool = False

    @property
    def verb(self) -> str:
        """The word that reports, without marks, and without helpers such as “had previously”."""
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
    """What stands before a verb: its text, and where that begins in the sentence."""

    text: str
    start: int


def speeches(text: str, span: Span) -> Iterator[Speech]:
    """Yield everyone who speaks within `span`, outside quotations."""
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
    """Return `text[span.start : span.end]` with quotation marks in place of everything that is quoted.

    Spaces would not do, because a verb is looked for behind white space. A hyphen between spaces becomes a
    dash, which it stands for.
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
    """Yield who stands after a verb that follows a quotation: “…” said Mayor Ihor Terekhov."""
    for words in _INVERTED.finditer(part):
        speaker = speaker_in(opening_phrase(part, words.end()))
        if speaker:
            position = span.start + words.start("verb")
            yield Speech(speaker, words["verb"], position, span)


def _by_claiming(part: str, span: Span) -> Iterator[Speech]:
    """Yield whom a sentence begins with that goes on “…, claiming …”, if that is a name of several words."""
    for words in _CLAIMING.finditer(part):
        speaker = opening_name(part[: min(words.start(), NEAR)])
        if " " in speaker:
            position = span.start + words.start()
            yield Speech(speaker, words.group(), position, Span(position, span.end))


def _by_label(part: str, span: Span) -> Iterator[Speech]:
    """Yield whose name and a colon the sentence begins with, as in a transcript.

    A single word before words without quotation marks may be anything: “Analysis: why we left”.
    """
    label = _LABEL.match(part)
    if label is None or not (label["quotation"] or " " in label["name"]):
        return
    position = span.start + label.end("name")
    yield Speech(label["name"], ":", position, Span(position, span.end))


def _by_verb(part: str, verb: re.Match[str], span: Span) -> Speech | None:
    """Return who speaks with this verb: whom it follows, past an aside, or who follows it after a comma."""
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
    # Parentheses become spaces of the same length, so that places stay as they are.
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
    """Return the speech of the subject that stands right before the verb: “Lavrov told reporters …”."""
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
    """Return the speech of an aside, “Lavrov, who said …, left”. It ends with the aside."""
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
    """Return the speech of whom the aside before the verb is about, or of who stands after the verb."""
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
    """Return a speech that reports what stands from `begin` on, or before it if nothing follows the verb."""
    if _TRAILING.match(part, verb.end()):
        begin = span.start
    return Speech(speaker, verb.group(), span.start + verb.start(), Span(begin, span.end))


def _speaker_after(part: str, verb: re.Match[str]) -> str:
    """Return who stands after the verb: “…, said Mayor Ihor Terekhov.”"""
    if verb["helpers"] or verb["verb"] in ADDRESSED or part[verb.start() - 1] != ",":
        return ""
    beginning = _BEFORE_SPEAKER.match(part, verb.end())
    if beginning is None:
        return ""
    return speaker_in(opening_phrase(part, beginning.end()))
