"""Whose words a passage gives, guessed from the verb of speech beside it: “…, Lavrov told reporters”.

A guess to start from, never a judgement: it is marked as one until a person has looked at it. Blank is preferred to
invented, and a passage that nobody is reported to have said is the article's own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.text.model import Block, Document, Role, Span
from newsroom.text.sentences import sentences
from newsroom.text.words import terms

#: How many paragraphs back a “he said” is looked up.
_BACK = 4
_LONGEST = 12
#: How far around the passage its sentence is read, in code points: more is no sentence.
_REACH = 2_000

_VERBS = (
    r"said|says|told|tells|added|adds|announced|announces|complained|snapped|sniffed|claimed|claims|asked|asks|"
    r"warned|warns|insisted|insists|stated|states|wrote|writes|replied|declared|declares|argued|argues|noted|notes|"
    r"confirmed|confirms|denied|denies|tweeted|explained|acknowledged|admitted|predicted|reiterated|stressed|responded|"
    r"recalled|continued|concluded|remarked|quipped|conceded|alleged|alleges|testified|reported|reports|pledged|vowed|"
    r"suggested|joked|shouted|(?:was|were|is)\s+quoted\s+(?:by\s+\S+\s+)?as\s+saying|called\s+(?:it|the)"
)
_HELPERS = r"(?:(?:had|has|have|also|previously|later|then|earlier|again|repeatedly|reportedly|first|who)\s+){0,3}"
_AFTER_VERB = re.compile(rf"\s+{_HELPERS}(?:{_VERBS})\b")
#: What may follow “the official said” where all that stands before it is what was said.
_TRAILING = re.compile(
    r"(?:\s+(?:reporters|journalists|[A-Z]\w+))?"
    r"(?:\s+(?:on|in|at|to|during|after|before|earlier|later)\s[^,;]{0,40})?\W*\Z"
)
_AUDIENCE = re.compile(r"\btold\s+(reporters|journalists)\b")
_CLAIMING = re.compile(r",\s+(?:claiming|saying|adding|warning|insisting|telling)\s")
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.IGNORECASE)
_INVERTED = re.compile(rf"[”\"’»“]\s*(?:{_VERBS})\s+(?=[A-Z]|(?:the|a|an)\s)")
_STOP = re.compile(r"[,;:.!?()—–\"”“»«]|\s(?:on|in|at|who|that|after|before|during|when|while|and|but|as|from)\s")
_CLAUSE = re.compile(
    r"[,;:!?()—–\"”“»«’]\s|[\"”“»«]|\.\s+|\b(?:that|but|because|although|while|when|after|before|if)\s"
)
_PRONOUN = re.compile(r"(?:he|she|they|it|who|i|we)", re.IGNORECASE)
_AGAIN = re.compile(r"(?:the|that|this|a)\s+(?:unnamed\s+)?(\w+)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z]\w*")
_QUOTED = re.compile(r"(?:[“\"«„]|(?<!\S)”(?=\w))[^”\"»]*(?:[”\"»]|\Z)")


@dataclass(frozen=True, slots=True)
class _Speech:
    """That someone speaks in a sentence: `says` are the words of speech, which stand `at`, `reach` what they report."""

    speaker: str
    says: str
    at: int
    reach: Span
    according: bool = False

    @property
    def verb(self) -> str:
        """The word that reports, without marks, and without helpers such as “had previously”."""
        words: list[str] = re.findall(r"\w+", self.says)
        if self.according or "quoted" in words:
            return "according to" if self.according else "was quoted as saying"
        return words[-1]


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
    framed = [f"{speech.speaker} {speech.says}" for speech in _speeches(text, Span(0, len(text)))]
    framed += _AUDIENCE.findall(text) if framed else []
    counts = Counter(term for words in framed for term in terms(words))
    return frozenset(counts.keys() - (Counter(terms(text)) - counts).keys())


def _found(document: Document, passage: Span) -> tuple[int, "_Speech | None"]:
    """The paragraph of the passage (its index), and the speech that the passage belongs to."""
    index = next((n for n, block in enumerate(document.blocks) if block.end > passage.start), 0)
    block = document.blocks[index] if document.blocks else Block(0, 0, Role.BOILERPLATE)
    if block.role not in (Role.BODY, Role.CAPTION, Role.TITLE):
        return index, None
    return index, _beside(document.text, block, passage)


def _beside(text: str, block: Block, passage: Span) -> _Speech | None:
    """The speech that the passage belongs to: of its own sentence, else, inside a quotation, of its paragraph."""
    window = Span(max(block.start, passage.start - _REACH), min(block.end, passage.end + _REACH))
    quoted = _in_quotation(text, window, passage)
    spans = [span for span in _sentences(text, window) if span.overlaps(passage)]
    own = [speech for span in spans for speech in _speeches(text, span) if quoted or speech.reach.overlaps(passage)]
    if not own and quoted:
        own = list(_speeches(text, window))
    according = [speech for speech in own if speech.according]
    return min(according or own, key=lambda speech: _distance(speech.at, passage), default=None)


def _distance(at: int, passage: Span) -> int:
    return max(passage.start - at, at - passage.end, 0)


def _sentences(text: str, window: Span) -> list[Span]:
    part = text[window.start : window.end]
    inside = sentences(Document(part, (Block(0, len(part)),)))
    return [Span(window.start + span.start, window.start + span.end) for span in inside]


def _in_quotation(text: str, window: Span, passage: Span) -> bool:
    part = text[window.start : window.end]
    quotations = (Span(window.start + m.start(), window.start + m.end()) for m in _QUOTED.finditer(part))
    return any(span.overlaps(passage) for span in quotations)


def _speeches(text: str, span: Span) -> Iterator[_Speech]:
    """Everyone who speaks within `span`, outside quotations."""
    part = _QUOTED.sub(lambda quotation: '"' + " " * (len(quotation.group()) - 2) + '"', text[span.start : span.end])
    for match in _ACCORDING.finditer(part):
        if speaker := _cut(part[match.end() :]):
            yield _Speech(speaker, match.group(), span.start + match.start(), span, according=True)
    for match in _INVERTED.finditer(part):
        if speaker := _cut(part[match.end() :]):
            yield _Speech(speaker, match.group(), span.start + match.start(), span)
    for match in _AFTER_VERB.finditer(part):
        if speaker := _subject(part[: match.start()]):
            trailing = _TRAILING.match(part, match.end())
            begin = span.start if trailing else span.start + match.start() - len(speaker)
            yield _Speech(speaker, match.group(), span.start + match.start(), Span(begin, span.end))
    for match in _CLAIMING.finditer(part):
        if speaker := _first_name(part[: match.start()]):
            at = span.start + match.start()
            yield _Speech(speaker, match.group(), at, Span(at, span.end))


def _first_name(before: str) -> str:
    """The name a sentence begins with, with its titles."""
    words = before.split()
    length = next((n for n, word in enumerate(words) if n and word[0].islower()), len(words))
    return " ".join(words[:length]) if words and _NAME.match(words[0]) and length > 1 else ""


def _cut(after: str) -> str:
    """The noun phrase a clause begins with."""
    stop = _STOP.search(after)
    words = after[: stop.start() if stop else len(after)].split()
    return " ".join(words[:_LONGEST]).rstrip(".'’")


def _subject(before: str) -> str:
    """The noun phrase a clause ends with: what stands after the last sign or conjunction before the verb."""
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    words = before[start:].split()
    while words and words[0].casefold() in {"and", "as", "meanwhile", "where", "here"}:
        words = words[1:]
    if not words or len(words) > _LONGEST:
        return ""
    if not (_PRONOUN.fullmatch(words[-1]) or _AGAIN.match(" ".join(words)) or any(_NAME.match(word) for word in words)):
        return ""
    return words[-1] if _PRONOUN.fullmatch(words[-1]) else " ".join(words)


def _resolved(speaker: str, document: Document, index: int, at: int) -> str:
    """`speaker`, or for a pronoun or “the official” whoever of that kind spoke, or was named, last before."""
    again = _AGAIN.fullmatch(speaker)
    if not (again or _PRONOUN.fullmatch(speaker)):
        return speaker
    for block in reversed(document.blocks[max(0, index - _BACK) : index + 1]):
        if block.role is not Role.BODY:
            continue
        spans = _sentences(document.text, Span(max(block.start, min(block.end, at) - _REACH), block.end))
        earlier = [speech for span in spans for speech in _speeches(document.text, span)]
        for speech in reversed([speech for speech in earlier if speech.at < at]):
            named = _NAME.search(speech.speaker.removeprefix("The ")) is not None
            if again and again[1].casefold() in speech.speaker.casefold() and speech.speaker != speaker:
                return speech.speaker
            if not again and named and not _PRONOUN.fullmatch(speech.speaker):
                return speech.speaker
    return speaker if again else ""
