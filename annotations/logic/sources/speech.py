"""Who speaks in a sentence, read from its verbs of speech: “…, Lavrov told reporters”. English only.

Every rule looks a bounded way around a verb, so that the time is linear in the length of the text.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.logic.counting.voices import INSTITUTIONS
from newsroom.text.model import Span

_LONGEST = 12
#: How far from its verb a speaker is looked for, in code points.
_NEAR = 400

_VERBS = (
    r"said|says|told|tells|added|adds|announced|announces|complained|snapped|sniffed|claimed|claims|asked|asks|"
    r"warned|warns|insisted|insists|stated|states|wrote|writes|replied|declared|declares|argued|argues|noted|notes|"
    r"confirmed|confirms|denied|denies|tweeted|explained|acknowledged|admitted|predicted|reiterated|stressed|responded|"
    r"recalled|continued|concluded|remarked|quipped|conceded|alleged|alleges|testified|reported|reports|pledged|vowed|"
    r"suggested|joked|shouted|(?:was|were|is)\s+quoted\s+(?:by\s+\S+\s+)?as\s+saying|called(?=\s+(?:it|the)\b)"
)
_HELPERS = (
    r"(?:(?:had|has|have|also|previously|later|then|earlier|again|repeatedly|reportedly|first|who)\s+){0,3}"
)
_AFTER_VERB = re.compile(rf"(?<=\S)\s+(?P<helpers>{_HELPERS})(?P<verb>{_VERBS})\b")
#: What may follow “the official said” where all that stands before it is what was said.
_TRAILING = re.compile(
    r"(?:\s+(?:reporters|journalists|[A-Z]\w+))?"
    r"(?:\s+(?:on|in|at|to|during|after|before|earlier|later)\s[^,;]{0,40})?\W*+\Z"
)
_CLAIMING = re.compile(r",\s+(?:claiming|saying|adding|warning|insisting|telling)\s")
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.IGNORECASE)

#: Who speaks without an article, or as one of a kind.
_SPEAKERS = (
    "aides analysts authorities diplomats doctors experts firefighters investigators lawyers medics officers "
    "officials organisers organizers police prosecutors relatives rescuers researchers residents scientists "
    "sources survivors witnesses"
).split()
_DETERMINERS = (
    "a an the one two three four five six several many some most both another his her its their our my this "
    "that"
).split()
_BEGINS = rf"(?=[A-Z\d]|(?:{'|'.join(_DETERMINERS)})\s|(?:{'|'.join(_SPEAKERS)})\b)"
_INVERTED = re.compile(rf"[”\"'’»“]\s*(?P<verb>{_VERBS})\s+{_BEGINS}")
_BEFORE_SPEAKER = re.compile(rf"\s+{_BEGINS}")
#: These are followed by whom they are said to.
_ADDRESSED = frozenset("told tells asked asks called".split())
#: After an aside, these are followed by whom or what they are about: “Lavrov, in Bali, warned the West”.
_TRANSITIVE = frozenset(
    "alleged alleges confirmed confirms denied denies reported reports warned warns".split()
)

#: Neither that of initials nor of a title.
_FULL_STOP = (
    r"\.(?<!\b[A-Z]\.)(?<!\b(?:Dr|Lt|Mr|Ms|St)\.)(?<!\b(?:Adm|Col|Gen|Gov|Maj|Mrs|Rep|Rev|Sen|Sgt)\.)"
    r"(?<!\b(?:Brig|Capt|Cmdr|Prof)\.)"
)
_STOP = re.compile(
    rf"[,;:!?()—–\"”“»«]|{_FULL_STOP}|\s(?:on|in|at|who|that|after|before|during|when|while|and|but|as|from)\s"
)
_CLAUSE = re.compile(rf"[;:!?\"”“»«]|’\s|{_FULL_STOP}\s+")
_COMMA = re.compile(r",\s+|[—–)]\s+|\s[—–]|\(")
_PARENTHESIS = re.compile(r"\s\([^()]*\)")
_DAY = re.compile(r"\s+on\s+\w+day\Z")
_CONJUNCTION = re.compile(r"\b(?:that|but|because|although|while|when|after|before|if)\s")
PRONOUN = re.compile(r"(?:he|she|they|it|i|we)", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_a-z]\w*")
#: What stands in quotation marks, as far as they close. The sign of inches opens none.
QUOTED = re.compile(r"(?:[“«„]|(?<![\w.,!?])\"|(?<!\S)”(?=\w))[^”\"»]*(?:[”\"»]|\Z)")

_LEADING = frozenset("and as but here if meanwhile where while although though since because when".split())
_PREPOSITIONS = frozenset(
    "about after against amid at before by during for from in into of on or over to under with".split()
)
_RELATIVE = frozenset(
    "who which whose whom where what as when while after before if because citing adding".split()
)
_FINITE = frozenset(
    "am are became began broke brought built came can could did do does drove fell fled flew found fought "
    "gave got had has have held hit is kept knew left lost made may met might must paid put ran rose said "
    "sat saw says sent shall should shot spoke stood struck thought threw told took was went were will won "
    "would wrote".split()
)
_PARTICIPLE = re.compile(r"[a-z]{3,}ing")
_PAST = re.compile(r"[a-z]+ed")


@dataclass(frozen=True, slots=True)
class Speech:
    """That someone speaks in a sentence: `says` are the words of speech, which stand `at`, `reach` what they
    report.
    """

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


def speeches(text: str, span: Span) -> Iterator[Speech]:
    """Everyone who speaks within `span`, outside quotations."""
    # No run of spaces stands in for what is quoted: white space is looked for before each verb.
    part = QUOTED.sub(lambda quotation: '"' * len(quotation.group()), text[span.start : span.end])
    for match in _ACCORDING.finditer(part):
        if speaker := _cut(part, match.end()):
            yield Speech(speaker, match.group(), span.start + match.start(), span, according=True)
    for match in _INVERTED.finditer(part):
        if speaker := _phrase(_cut(part, match.end())):
            yield Speech(speaker, match.group(), span.start + match.start(), span)
    for match in _AFTER_VERB.finditer(part):
        yield from _around(part, match, span)
    for match in _CLAIMING.finditer(part):
        if " " in (speaker := opening_name(part[: min(match.start(), _NEAR)])):
            at = span.start + match.start()
            yield Speech(speaker, match.group(), at, Span(at, span.end))


def opening_name(sentence: str) -> str:
    """The name a sentence begins with, with its titles; blank where it begins with a common word or a
    possessive.
    """
    words = sentence[:_NEAR].split()
    capitalised = next((n for n, word in enumerate(words) if not NAME.match(word)), len(words))
    closed = next((n + 1 for n, word in enumerate(words[:capitalised]) if word[-1] in ",;:)"), capitalised)
    name = [word.strip(",;:()") for word in words[:closed]]
    if not name or name[0].casefold() in {*_DETERMINERS, *_PREPOSITIONS, *_LEADING, *_RELATIVE}:
        return ""
    return "" if name[-1].endswith(("’s", "'s", "’", "'")) else " ".join(name)


def _around(part: str, match: re.Match[str], span: Span) -> Iterator[Speech]:
    """Who speaks with this verb: whom it follows, past an aside, or who follows it after a comma."""
    at = span.start + match.start()
    start = max(0, match.start() - _NEAR)
    start += max((sign.end() for sign in _CLAUSE.finditer(part[start : match.start()])), default=0)
    before = _PARENTHESIS.sub(lambda aside: " " * len(aside.group()), part[start : match.start()]).rstrip()
    if before[-1:] not in {",", "—", "–"}:
        speaker = _subject(before)
        begin = span.start + start + before.rfind(speaker.partition(" ")[0])
    elif "who" in match["helpers"].split():
        if speaker := _subject(before):
            # What is said in an aside ends with it.
            aside = part.find(",", match.end())
            yield Speech(speaker, match.group(), at, Span(at, span.start + aside if aside > 0 else span.end))
        return
    else:
        speaker, begin = _before_aside(before), at
        inverted = _inverted(part, match)
        if inverted and not (speaker and (match["verb"] in _TRANSITIVE or _may_be_said(inverted))):
            yield Speech(inverted, match.group(), at, span)
            return
    if speaker:
        begin = span.start if _TRAILING.match(part, match.end()) else begin
        yield Speech(speaker, match.group(), at, Span(begin, span.end))


def _inverted(part: str, match: re.Match[str]) -> str:
    """Who stands after the verb: “…, said Mayor Ihor Terekhov.”"""
    if match["helpers"] or match["verb"] in _ADDRESSED or part[match.start() - 1] != ",":
        return ""
    begins = _BEFORE_SPEAKER.match(part, match.end())
    return _phrase(_cut(part, begins.end())) if begins else ""


def _may_be_said(phrase: str) -> bool:
    """Whether a phrase after “said” could begin what is said, as “the bill passes” does, and “Mayor Terekhov”
    not.
    """
    words = phrase.split()
    return words[-1] not in _SPEAKERS and any(word[0].islower() for word in words if word not in _DETERMINERS)


def _before_aside(before: str) -> str:
    """The noun phrase before the aside that a clause ends with: “Zelensky, a former comedian,”. Where the
    aside is the name itself, as in “the foreign minister, Sergei Lavrov,”, that.
    """
    *earlier, aside = (part.strip() for part in _COMMA.split(before.rstrip(",—– ")))
    if not _is_aside(aside.split()):
        return ""
    for part in reversed(earlier):
        if speaker := "" if _is_loose(part.split()) else _subject(part):
            return aside if _is_described(speaker.split()) and _is_full_name(aside.split()) else speaker
        aside = part
    return ""


def _is_aside(words: list[str]) -> bool:
    return bool(words) and (
        words[0] in _RELATIVE or bool(_PARTICIPLE.fullmatch(words[0])) or not _is_clause(words)
    )


def _is_loose(words: list[str]) -> bool:
    """Whether words between commas are no noun phrase of their own: “head of the clinic”, “speaking after the
    vote”.
    """
    bare = bool(words) and words[0].islower() and words[0] not in {*_DETERMINERS, *_LEADING}
    return bare and not _PREPOSITIONS.isdisjoint(words)


def _is_described(words: list[str]) -> bool:
    begins = words[0].casefold() in _DETERMINERS or words[0].endswith(("’s", "'s"))
    return begins or words[-1].casefold() in INSTITUTIONS or not NAME.match(words[-1])


def _is_full_name(words: list[str]) -> bool:
    capitalised = all(NAME.match(word) or word in ("de", "von", "der", "bin", "van") for word in words)
    return len(words) > 1 and capitalised and not _is_described(words)


def _is_clause(words: list[str]) -> bool:
    """Whether a verb stands among the words: “Russia shelled Kharkiv”, but not “a retired general”."""
    if any(word in _FINITE for word in words):
        return True
    for previous, word, following in zip(["", *words], words, [*words[1:], ""], strict=False):
        past = (
            _PAST.fullmatch(word) and previous.casefold() not in _DETERMINERS and not previous.endswith("ly")
        )
        about = following in _DETERMINERS or following[:1].isdigit()
        if past and (about or (previous and (not following or NAME.match(following)))):
            return True
    return False


def _cut(part: str, start: int) -> str:
    """The noun phrase a clause begins with."""
    after = part[start : start + _NEAR]
    stop = _STOP.search(after)
    words = after[: stop.start() if stop else len(after)].split()
    return " ".join(words[:_LONGEST]).rstrip(".'’")


def _subject(before: str) -> str:
    """The noun phrase a clause ends with: what stands after the last sign or conjunction before the verb."""
    for sign in (_COMMA, _CONJUNCTION):
        before = before[max((match.end() for match in sign.finditer(before)), default=0) :]
    return _phrase(before)


def _phrase(text: str) -> str:
    """`text` where it names or describes a speaker; blank where it is something else, or says what somebody
    did.
    """
    words = _DAY.sub("", text).split()
    while words and words[0].casefold() in _LEADING:
        words = words[1:]
    if words and words[0].casefold() in _PREPOSITIONS:
        words = _after_circumstance(words)
    if not words or len(words) > _LONGEST:
        return ""
    words[-1] = words[-1].rstrip(",;:")
    first, last = words[0].casefold(), words[-1]
    if PRONOUN.fullmatch(last):
        return last
    if last == "and":  # “Lavrov left the room and said”
        return opening_name(text)
    if _is_clause(words) or first in _RELATIVE or last in _PREPOSITIONS or _PARTICIPLE.fullmatch(words[0]):
        return ""
    described = first in _DETERMINERS and len(words) > 1
    return " ".join(words) if described or last in _SPEAKERS or any(map(NAME.match, words)) else ""


def _after_circumstance(words: list[str]) -> list[str]:
    """The name, or the pronoun, after “On Friday” or “In a statement”; nothing where it is not seen where it
    begins.
    """
    if PRONOUN.fullmatch(words[-1]):
        return words[-1:]
    ends = max((n for n, word in enumerate(words) if word.endswith("day") or word[0].islower()), default=0)
    return [] if words[ends].casefold() in {*_PREPOSITIONS, *_DETERMINERS} else words[ends + 1 :]
