"""Noun phrases that name or describe a speaker, read without a parser. English only.

Every rule looks a bounded way, so that the time is linear in the length of the text.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Sequence

from annotations.logic.counting.voices import INSTITUTIONS

#: Words of the longest phrase that is taken for a speaker.
LONGEST = 12
#: How far a speaker is looked for, in code points.
NEAR = 400

#: Who speaks without an article, or as one of a kind.
SPEAKERS = (
    "aides analysts authorities diplomats doctors experts firefighters investigators lawyers medics officers "
    "officials organisers organizers police prosecutors relatives rescuers researchers residents scientists "
    "sources survivors witnesses"
).split()
DETERMINERS = (
    "a an the one two three four five six several many some most both another his her its their our my this "
    "that"
).split()
#: Conjunctions and adverbs that may stand before a subject.
LEADING = frozenset(
    "and as but here if meanwhile where while although though since because when".split()
)
PREPOSITIONS = frozenset(
    "about after against amid at before by during for from in into of on or over to under with".split()
)
#: Prepositions that may follow a description, “envoy to Oslo”, and end a name.
_BEHIND_NAMES = frozenset("about by for into over through to under with".split())
#: What a clause that is no main clause begins with.
RELATIVE = frozenset(
    "who which whose whom where what as when while after before if because citing adding".split()
)
#: Adverbs that a noun phrase does not end with.
_ENDS_OF_NO_NOUN = frozenset(
    "ago afterwards earlier later never not now then today yesterday".split()
)
#: Relative pronouns before a subject: “the area, which officials call safe”.
_OBJECTS = frozenset("which what whom".split())
#: Verbs that make a clause of the words around them.
FINITE = frozenset(
    "am are became began broke brought built came can could did do does drove fell fled flew found fought "
    "gave got had has have held hit is kept knew left lost made may met might must paid put ran rose said "
    "sat saw says sent shall should shot spoke stood struck thought threw told took was went were will won "
    "would wrote".split()
)
PARTICIPLE = re.compile(r"[a-z]{3,}ing")
_PAST = re.compile(r"[a-z]+ed")

PRONOUN = re.compile(r"(?:he|she|they|it|i|we)", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_a-z]\w*")
#: Words in small letters that names are joined with.
PARTICLES = frozenset("de von der bin van".split())
POSSESSIVES = ("’s", "'s")
#: A full stop that ends a sentence, and neither initials nor a title.
FULL_STOP = (
    r"\.(?<!\b[A-Z]\.)(?<!\b(?:Dr|Lt|Mr|Ms|St)\.)(?<!\b(?:Adm|Col|Gen|Gov|Maj|Mrs|Rep|Rev|Sen|Sgt)\.)"
    r"(?<!\b(?:Brig|Capt|Cmdr|Prof)\.)"
)
#: What ends the noun phrase that a clause begins with.
_STOP = re.compile(
    rf"[,;:!?()—–\"”“»«]|{FULL_STOP}|\s(?:on|in|at|who|that|after|before|during|when|while|and|but|as|from)\s"
)
#: What parts an aside from what stands around it.
_COMMA = re.compile(r",\s+|[—–)]\s+|\s[—–]|\(")
_DAY = re.compile(r"(?<!\s)\s++on\s++\w+day\Z")
#: When somebody speaks, before their name: “Last night Ana Berg”.
_TIME = re.compile(
    r"(?:(?:late|early|earlier|later)\s+)?(?:(?:last|this|that|next|on)\s+)?"
    r"(?:yesterday|today|tonight|earlier|later|afterwards|then|now|night|week|weekend|month|year|morning|"
    r"afternoon|evening|\w{3,6}day)(?:\s+(?:night|morning|afternoon|evening))?,?\s+(?=\S)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\b(?:that|but|because|although|while|when|after|before|if)\s")


#: Words that stand before no name as what its bearer is.
NO_ROLES = sorted(LEADING | PREPOSITIONS | RELATIVE | FINITE | {"than", "that", "not", "so"})
#: Words that stand for people and name none.
_NO_NAMES = frozenset(
    "all any anyone everybody everyone few hundreds no nobody none other others people somebody someone "
    "such there these those thousands".split()
)
#: Words that no name begins with.
NO_BEGINNINGS = LEADING | PREPOSITIONS | RELATIVE | frozenset(DETERMINERS) | _NO_NAMES


def opening_name(sentence: str) -> str:
    """Return the name that a sentence begins with, with its titles.

    Returns blank if it begins with a common word or a possessive.
    """
    name = []
    for word in sentence[:NEAR].split():
        if not NAME.match(word):
            break
        name.append(word.strip(",;:()"))
        if word[-1] in ",;:)":
            break
    if not name or name[0].casefold() in NO_BEGINNINGS:
        return ""
    if name[-1].endswith((*POSSESSIVES, "’", "'")):
        return ""
    return " ".join(name)


def opening_phrase(text: str, start: int) -> str:
    """Return the noun phrase that a clause begins with at `start`."""
    after = text[start : start + NEAR]
    stop = _STOP.search(after)
    if stop:
        after = after[: stop.start()]
    words = _without_tail(after.split())
    return " ".join(words[:LONGEST]).rstrip(".'’")


def _without_tail(words: list[str]) -> list[str]:
    """Return the words before what a name is followed by: “Ana Berg to our reporter”."""
    for position, word in enumerate(words):
        if position and word in _BEHIND_NAMES and NAME.match(words[position - 1]):
            return words[:position]
    return words


def closing_phrase(clause: str) -> str:
    """Return the noun phrase that a clause ends with, before its verb: its subject.

    That is what stands after the last comma and the last conjunction.
    """
    for sign in (_COMMA, _CONJUNCTION):
        matches = list(sign.finditer(clause))
        if matches:
            clause = clause[matches[-1].end() :]
    # “An official who was in the room” is an official.
    subject, who, _ = clause.partition(" who ")
    return speaker_in(subject) if who else speaker_in(clause)


def phrase_before_aside(clause: str) -> str:
    """Return the noun phrase before the aside that a clause ends with: “Zelensky, a former comedian,”.

    If the aside is the name itself, as in “the foreign minister, Sergei Lavrov,”, that is returned.
    """
    *earlier_parts, aside = (part.strip() for part in _COMMA.split(clause.rstrip(",—– ")))
    if not _is_aside(aside.split()):
        return ""
    for part in reversed(earlier_parts):
        speaker = ""
        if not _is_loose(part.split()):
            speaker = closing_phrase(part)
        if speaker:
            is_name_itself = _is_described(speaker.split()) and _is_full_name(aside.split())
            return aside if is_name_itself else speaker
        aside = part
    return ""


def speaker_in(text: str) -> str:
    """Return `text` as a speaker, if it names or describes one.

    Returns blank if it is something else, or says what somebody did.
    """
    words = _without_circumstance(_without_time(_DAY.sub("", text)).split())
    if not words or len(words) > LONGEST:
        return ""
    words[-1] = words[-1].rstrip(",;:")
    if PRONOUN.fullmatch(words[-1]):
        return words[-1]
    if words[-1] == "and":
        # “Lavrov left the room and said”
        return opening_name(text)
    if _is_no_noun_phrase(words) or not _may_speak(words):
        return ""
    return " ".join(words)


def _without_time(phrase: str) -> str:
    time = _TIME.match(phrase)
    return phrase[time.end() :] if time else phrase


def may_be_said(phrase: str) -> bool:
    """Whether a phrase after “said” could begin what is said: “the bill passes”, but not “Mayor Terekhov”."""
    words = phrase.split()
    if words[-1] in SPEAKERS:
        return False
    return any(word[0].islower() for word in words if word not in DETERMINERS)


def _without_circumstance(words: list[str]) -> list[str]:
    """Return a phrase without conjunctions and circumstances before it: “But on Friday the minister”."""
    while words and words[0].casefold() in LEADING:
        words = words[1:]
    if len(words) > 1 and words[0] in _OBJECTS:
        words = words[1:]
    if words and words[0].casefold() in PREPOSITIONS:
        return _after_circumstance(words)
    return words


def _after_circumstance(words: list[str]) -> list[str]:
    """Return the name, or the pronoun, after “On Friday” or “In a statement”.

    Returns nothing if it does not show where the name begins.
    """
    if PRONOUN.fullmatch(words[-1]):
        return words[-1:]
    last_of_circumstance = 0
    for number, word in enumerate(words):
        if word.endswith("day") or word[0].islower():
            last_of_circumstance = number
    if words[last_of_circumstance].casefold() in {*PREPOSITIONS, *DETERMINERS}:
        return []
    return words[last_of_circumstance + 1 :]


def _is_no_noun_phrase(words: Sequence[str]) -> bool:
    begins_a_clause = words[0].casefold() in RELATIVE or _is_participle_clause(words)
    # Whoever “hasn't said” something is no speaker.
    is_negated = words[-1].endswith(("n't", "n’t"))
    ends_otherwise = words[-1] in PREPOSITIONS or words[-1] in _ENDS_OF_NO_NOUN
    return begins_a_clause or is_negated or ends_otherwise or _is_clause(words)


def _is_participle_clause(words: Sequence[str]) -> bool:
    """Whether a participle begins a clause, as in “leaving Oslo Ilves”, and no noun phrase.

    “Organising committee head Ana Berg” is a noun phrase: a common noun follows, and no small word.
    """
    if not PARTICIPLE.fullmatch(words[0]):
        return False
    small_words = {*PREPOSITIONS, *DETERMINERS, "the"}
    has_common_noun = len(words) > 1 and words[1][0].islower()
    return not has_common_noun or not small_words.isdisjoint(words)


def _may_speak(words: Sequence[str]) -> bool:
    """Whether a noun phrase describes somebody, as “a doctor” does, or names them."""
    is_described = words[0].casefold() in DETERMINERS and len(words) > 1
    return is_described or words[-1] in SPEAKERS or any(NAME.match(word) for word in words)


def _is_aside(words: Sequence[str]) -> bool:
    if not words:
        return False
    return (
        words[0] in RELATIVE or PARTICIPLE.fullmatch(words[0]) is not None or not _is_clause(words)
    )


def _is_loose(words: Sequence[str]) -> bool:
    """Whether words between commas are no noun phrase of their own.

    Such are “head of the clinic” and “speaking after the vote”.
    """
    if not words or not words[0].islower() or words[0] in {*DETERMINERS, *LEADING}:
        return False
    return not PREPOSITIONS.isdisjoint(words)


def _is_described(words: Sequence[str]) -> bool:
    """Whether a phrase describes somebody and does not name them, as “the foreign minister” does."""
    if words[0].casefold() in DETERMINERS or words[0].endswith(POSSESSIVES):
        return True
    return words[-1].casefold() in INSTITUTIONS or not NAME.match(words[-1])


def _is_full_name(words: Sequence[str]) -> bool:
    is_capitalised = all(NAME.match(word) or word in PARTICLES for word in words)
    return len(words) > 1 and is_capitalised and not _is_described(words)


def _is_clause(words: Sequence[str]) -> bool:
    """Whether a verb stands among the words: “Russia shelled Kharkiv”, but not “a retired general”."""
    if not FINITE.isdisjoint(words):
        return True
    before = ["", *words]
    after = [*words[1:], ""]
    return any(map(_is_verb, before, words, after))


def _is_verb(previous: str, word: str, following: str) -> bool:
    """Whether a word that ends in -ed is a verb between its neighbours, and no adjective."""
    if not _PAST.fullmatch(word) or previous.casefold() in DETERMINERS or previous.endswith("ly"):
        return False
    if following in DETERMINERS or following[:1].isdigit():
        return True
    return previous != "" and (following == "" or NAME.match(following) is not None)
