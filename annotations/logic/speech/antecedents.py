"""Find the person that “he” or “the official” means.

“He” is the person named last before. “The official” is the last speaker before who was called an official.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator

from annotations.logic.counting.voices import BODIES, INSTITUTIONS
from annotations.logic.speech.noun_phrases import (
    DETERMINERS,
    NAME,
    PRONOUN,
    SPEAKERS,
    opening_name,
)
from annotations.logic.speech.quotation_marks import QuotationMarks
from annotations.logic.speech.reported import Speech, speeches
from annotations.logic.speech.subjects import opening_subject
from newsroom.text.language.sentences import sentences_within
from newsroom.text.model import Block, Document, Role, Span

#: Number of earlier paragraphs in which the speaker of “he said” is searched.
BACK = 4
#: Most code points that are read of each paragraph.
REACH = 2_000
#: Number of code points before a sentence in which the full name is searched if the sentence has only one
#: word of it.
INTRODUCED = 20_000
#: Number of code points before a passage in which a conjunction is searched.
_JOINED_WITHIN = 40

#: A description of somebody who was named before: “the official”.
_AGAIN = re.compile(r"(?:the|that|this|a)\s+(?:unnamed\s+)?(\w+)", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|as|because|but|when|where|while)\s+\w+\Z")
#: First words of place names that names of people do not have.
_OF_PLACES = frozenset(
    "Central East Eastern Hong Los New North Northern Saudi South Southern United West".split()
)
_PERSON = re.compile(r"(?:he|she)", re.IGNORECASE)
#: A name after a conjunction or with its office: “when Governor Ana Berg came”.
_PERSON_WITHIN = re.compile(
    r"(?:\b(?:when|while|as|after|before|until|because|where|minister|spokes\w{3,6}|mayor|banker|lawyer)\s+"
    r"(?=[A-Z]\w+\s[A-Z])|(?=\b(?:Governor|President|Mayor|Senator|Judge|General|Professor|Dr|Mr|Mrs|Ms)\b))"
    r"(?P<name>[A-Z]\w+\.?(?:\s[A-Z]\w+){1,4})(?=,|\s[a-z])"
)
_MASCULINE = re.compile(r"\b(?:Mr|Sir|King|Prince|Lord|[a-z]+man|brother|father|son)\b")
_FEMININE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Queen|Princess|Lady|Dame|[a-z]+woman|mother|sister|daughter)\b"
)


def resolved_speaker(
    document: Document,
    paragraph: int,
    speech: Speech,
    *,
    pronouns_only: bool = False,
) -> str:
    """Return the name of the speaker of `speech`, also if the text has only a pronoun or “the official”.

    `paragraph` is the index of the block of the speech. A name is returned unchanged. For “the official” the
    last earlier speaker of the same kind is returned, or “the official” itself if there is none. With
    `pronouns_only`, such descriptions are returned unchanged. For a pronoun the person named last is
    returned, or an empty string if nobody fits.
    """
    speaker = speech.speaker
    kind_named = None if pronouns_only else _AGAIN.fullmatch(speaker)
    is_pronoun = PRONOUN.fullmatch(speaker) is not None
    if kind_named is None and not is_pronoun:
        return speaker

    people = _earlier_people(
        document, paragraph, speech, named_too=bool(_PERSON.fullmatch(speaker))
    )
    for earlier in people:
        if kind_named:
            if kind_named[1].casefold() in earlier.casefold() and earlier != speaker:
                return earlier
        elif _may_go_by(speaker, earlier):
            return earlier
    return speaker if kind_named else ""


def _may_go_by(pronoun: str, name: str) -> bool:
    """Return whether `pronoun` can mean the speaker `name`. “I” and “we” mean no earlier speaker."""
    if PRONOUN.fullmatch(name) or not NAME.search(name.removeprefix("The ")):
        return False
    is_body = _is_body(name)
    match pronoun.casefold():
        case "he":
            return not is_body and not _FEMININE.search(name)
        case "she":
            return not is_body and not _MASCULINE.search(name)
        case "it":
            return is_body
        case "they":
            return is_body or " and " in name or _is_plural(name.split()[-1])
    return False


def _is_plural(noun: str) -> bool:
    return noun[0].islower() and noun.endswith("s")


def _is_body(name: str) -> bool:
    """Return whether the name is that of an organisation: “The Trump campaign”, “NATO”, “Kyiv's police”."""
    words = name.split()
    last = words[-1]
    if last.isupper() or last in SPEAKERS:
        return True
    is_described = words[0].casefold() in DETERMINERS
    return last.casefold() in BODIES or (is_described and NAME.match(last) is not None)


def _earlier_people(
    document: Document,
    paragraph: int,
    speech: Speech,
    *,
    named_too: bool,
) -> Iterator[str]:
    """Yield the speakers before `speech`, the last one first, or nothing if there is none.

    The block `paragraph` and the `BACK` blocks before it are read. With `named_too`, people at the start of a
    sentence are yielded too.
    """
    first = max(0, paragraph - BACK)
    for block in reversed(document.blocks[first : paragraph + 1]):
        if block.role is Role.BODY:
            yield from _earlier_in(
                document.text,
                block,
                speech.at,
                named_too=named_too,
            )


def _earlier_in(
    text: str,
    block: Block,
    position: int,
    *,
    named_too: bool,
) -> Iterator[str]:
    """Yield the speakers in a paragraph before `position` (code points), the last one first.

    Nothing is yielded if there is none. With `named_too`, people at the start of a sentence are yielded too.
    """
    end = min(block.end, position)
    start = max(block.start, end - REACH)
    quotations = QuotationMarks(text, block.start, end)
    for sentence in reversed(list(sentences_within(text, start, end))):
        last_first = sorted(speeches(text, sentence), key=lambda speech: speech.at, reverse=True)
        for speech in quotations.outside(last_first):
            yield speech.speaker

        # The words before “, he said” are the statement itself, unless a conjunction stands between them.
        before = text[max(start, position - _JOINED_WITHIN) : position]
        is_what_is_said = sentence.end == position and not _JOINED.search(before)
        is_cut_off = sentence.start == start > block.start
        is_quoted = quotations.hold(sentence.start)
        if named_too and not (is_what_is_said or is_cut_off or is_quoted):
            yield from _opening_person(text, sentence)


def _opening_person(text: str, sentence: Span) -> Iterator[str]:
    """Yield the person at the start of a sentence, or nothing if there is none.

    A circumstance such as “On Friday,” can come before the person. The person has a name of several words, or
    a word of a full name that occurs earlier in the text.
    """
    name = opening_subject(text[sentence.start : sentence.end])
    words = name.split()
    if not words or not NAME.match(words[-1]):
        name = _only_person(text[sentence.start : sentence.end])
        if name:
            yield name
        return
    if words[-1].casefold() in INSTITUTIONS or words[0] in _OF_PLACES:
        return
    before = text[max(0, sentence.start - INTRODUCED) : sentence.start]
    if len(words) > 1 or _is_introduced(name, before):
        yield name


def _only_person(sentence: str) -> str:
    """Return the only person whom a sentence names after its start.

    Returns an empty string if the sentence names nobody there, or several people.
    """
    names = {match["name"] for match in _PERSON_WITHIN.finditer(sentence)}
    return names.pop() if len(names) == 1 else ""


def _is_introduced(name: str, before: str) -> bool:
    """Return whether `before`, the earlier text, contains a full name that ends with `name`."""
    full_names = re.findall(rf"[^\W\d_a-z]\w+ {re.escape(name)}\b", before)
    return any(opening_name(full_name) for full_name in full_names)
