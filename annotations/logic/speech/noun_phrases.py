"""Find noun phrases that name or describe a speaker, without a parser and in English only.

Every rule reads a limited number of code points, so the time is linear in the length of the text.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Sequence

from annotations.logic.counting.voices import INSTITUTIONS

#: Most words of a phrase that is taken as a speaker.
LONGEST = 12
#: Number of code points in which a speaker is searched.
NEAR = 400

#: Words for speakers without an article, or for one of a group.
SPEAKERS = (
    "aides analysts authorities diplomats doctors experts firefighters investigators lawyers medics officers "
    "officials organisers organizers police prosecutors relatives rescuers researchers residents scientists "
    "sources survivors witnesses"
).split()
DETERMINERS = (
    "a an the one two three four five six several many some most both another his her its their our my this "
    "that"
).split()
#: Conjunctions and adverbs that can come before a subject.
LEADING = frozenset(
    "and as but here if meanwhile where while although though since because when".split()
)
PREPOSITIONS = frozenset(
    "about after against amid at before by during for from in into of on or over to under with".split()
)
#: Prepositions that can follow a description, as in “envoy to Oslo”, and that end a name.
_BEHIND_NAMES = frozenset("about by for into over through to under with".split())
#: First words of subordinate clauses.
RELATIVE = frozenset(
    "who which whose whom where what as when while after before if because citing adding".split()
)
#: Adverbs that cannot end a noun phrase.
_ENDS_OF_NO_NOUN = frozenset(
    "ago afterwards earlier later never not now then today yesterday".split()
)
#: Relative pronouns that can come before a subject: “the area, which officials call safe”.
_OBJECTS = frozenset("which what whom".split())
#: Verbs that show that the words are a clause.
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
#: Lower-case words inside names.
PARTICLES = frozenset("de von der bin van".split())
POSSESSIVES = ("’s", "'s")
#: A full stop that ends a sentence, in contrast to one after an initial or a title.
FULL_STOP = (
    r"\.(?<!\b[A-Z]\.)(?<!\b(?:Dr|Lt|Mr|Ms|St)\.)(?<!\b(?:Adm|Col|Gen|Gov|Maj|Mrs|Rep|Rev|Sen|Sgt)\.)"
    r"(?<!\b(?:Brig|Capt|Cmdr|Prof)\.)"
)
#: The end of the noun phrase at the start of a clause.
_STOP = re.compile(
    rf"[,;:!?()—–\"”“»«]|{FULL_STOP}|\s(?:on|in|at|who|that|after|before|during|when|while|and|but|as|from)\s"
)
#: The marks around an aside.
_COMMA = re.compile(r",\s+|[—–)]\s+|\s[—–]|\(")
_DAY = re.compile(r"(?<!\s)\s++on\s++\w+day\Z")
#: Words for a time before the name of a speaker: “Last night Ana Berg”.
_TIME = re.compile(
    r"(?:(?:late|early|earlier|later)\s+)?(?:(?:last|this|that|next|on)\s+)?"
    r"(?:yesterday|today|tonight|earlier|later|afterwards|then|now|night|week|weekend|month|year|morning|"
    r"afternoon|evening|\w{3,6}day)(?:\s+(?:night|morning|afternoon|evening))?,?\s+(?=\S)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\b(?:that|but|because|although|while|when|after|before|if)\s")

#: Words that are not the role of the person named after them.
NO_ROLES = sorted(LEADING | PREPOSITIONS | RELATIVE | FINITE | {"than", "that", "not", "so"})
#: Words that mean people but do not name them.
_NO_NAMES = frozenset(
    "all any anyone everybody everyone few hundreds no nobody none other others people somebody someone "
    "such there these those thousands".split()
)
#: Words that cannot be the first word of a name.
NO_BEGINNINGS = LEADING | PREPOSITIONS | RELATIVE | frozenset(DETERMINERS) | _NO_NAMES


def opening_name(sentence: str) -> str:
    """Return the name at the start of a sentence, with its titles.

    Returns an empty string if the sentence starts with a common word, or if the name is a possessive.
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
    """Return the noun phrase at the start of the clause that begins at `start`, or an empty string."""
    after = text[start : start + NEAR]
    stop = _STOP.search(after)
    if stop:
        after = after[: stop.start()]
    words = _without_tail(after.split())
    return " ".join(words[:LONGEST]).rstrip(".'’")


def _without_tail(words: list[str]) -> list[str]:
    """Return the words of a name without what follows it: “Ana Berg” for “Ana Berg to our reporter”."""
    for position, word in enumerate(words):
        if position and word in _BEHIND_NAMES and NAME.match(words[position - 1]):
            return words[:position]
    return words


def closing_phrase(clause: str) -> str:
    """Return the noun phrase at the end of a clause, or an empty string if it is not a speaker.

    It consists of the words after the last comma and the last conjunction, and is the subject of the verb
    that follows the clause.
    """
    for sign in (_COMMA, _CONJUNCTION):
        matches = list(sign.finditer(clause))
        if matches:
            clause = clause[matches[-1].end() :]
    # A relative clause is not needed: “an official who was in the room” is an official.
    subject, who, _ = clause.partition(" who ")
    return speaker_in(subject) if who else speaker_in(clause)


def phrase_before_aside(clause: str) -> str:
    """Return the noun phrase before the aside at the end of a clause: “Zelensky” in “Zelensky, a comedian,”.

    If the aside is the name, as in “the foreign minister, Sergei Lavrov,”, the aside is returned. Returns an
    empty string if the clause does not end with an aside.
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
    """Return `text` as the name or description of a speaker, without a time or circumstance next to it.

    Returns an empty string if it describes no speaker, or if it says what somebody did.
    """
    words = _without_circumstance(_without_time(_DAY.sub("", text)).split())
    if not words or len(words) > LONGEST:
        return ""
    words[-1] = words[-1].rstrip(",;:")
    if PRONOUN.fullmatch(words[-1]):
        return words[-1]
    if words[-1] == "and":
        # In “Lavrov left the room and said” the speaker is the subject of the first verb.
        return opening_name(text)
    if _is_no_noun_phrase(words) or not _may_speak(words):
        return ""
    return " ".join(words)


def _without_time(phrase: str) -> str:
    time = _TIME.match(phrase)
    return phrase[time.end() :] if time else phrase


def may_be_said(phrase: str) -> bool:
    """Return whether a phrase after “said” can be what was said, as in “said the bill passes”.

    In “said Mayor Terekhov” it cannot.
    """
    words = phrase.split()
    if words[-1] in SPEAKERS:
        return False
    return any(word[0].islower() for word in words if word not in DETERMINERS)


def _without_circumstance(words: list[str]) -> list[str]:
    """Return a phrase without words such as “But on Friday” at its start. The list can be empty."""
    while words and words[0].casefold() in LEADING:
        words = words[1:]
    if len(words) > 1 and words[0] in _OBJECTS:
        words = words[1:]
    if words and words[0].casefold() in PREPOSITIONS:
        return _after_circumstance(words)
    return words


def _after_circumstance(words: list[str]) -> list[str]:
    """Return the name or pronoun after a circumstance such as “On Friday” or “In a statement”.

    Returns an empty list if it is not clear where the name starts.
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
    # A person who “hasn't said” something is not a speaker.
    is_negated = words[-1].endswith(("n't", "n’t"))
    ends_otherwise = words[-1] in PREPOSITIONS or words[-1] in _ENDS_OF_NO_NOUN
    ends_otherwise = ends_otherwise or words[-1].endswith(POSSESSIVES)
    return begins_a_clause or is_negated or ends_otherwise or _is_clause(words)


def _is_participle_clause(words: Sequence[str]) -> bool:
    """Return whether the words are a clause with a participle first, such as “leaving Oslo Ilves”.

    “Organising committee head Ana Berg” is a noun phrase, because a common noun follows and no function word.
    """
    if not PARTICIPLE.fullmatch(words[0]):
        return False
    small_words = {*PREPOSITIONS, *DETERMINERS, "the"}
    has_common_noun = len(words) > 1 and words[1][0].islower()
    return not has_common_noun or not small_words.isdisjoint(words)


def _may_speak(words: Sequence[str]) -> bool:
    """Return whether a noun phrase names somebody or describes somebody, as “a doctor” does."""
    is_described = words[0].casefold() in DETERMINERS and len(words) > 1
    return is_described or words[-1] in SPEAKERS or any(NAME.match(word) for word in words)


def _is_aside(words: Sequence[str]) -> bool:
    if not words:
        return False
    return (
        words[0] in RELATIVE or PARTICIPLE.fullmatch(words[0]) is not None or not _is_clause(words)
    )


def _is_loose(words: Sequence[str]) -> bool:
    """Return whether the words between two commas are not a complete noun phrase.

    Examples are “head of the clinic” and “speaking after the vote”.
    """
    if not words or not words[0].islower() or words[0] in {*DETERMINERS, *LEADING}:
        return False
    return not PREPOSITIONS.isdisjoint(words)


def _is_described(words: Sequence[str]) -> bool:
    """Return whether a phrase describes somebody without a name, as “the foreign minister” does."""
    if words[0].casefold() in DETERMINERS or words[0].endswith(POSSESSIVES):
        return True
    return words[-1].casefold() in INSTITUTIONS or not NAME.match(words[-1])


def _is_full_name(words: Sequence[str]) -> bool:
    is_capitalised = all(NAME.match(word) or word in PARTICLES for word in words)
    return len(words) > 1 and is_capitalised and not _is_described(words)


def _is_clause(words: Sequence[str]) -> bool:
    """Return whether the words contain a verb: “Russia shelled Kharkiv”, but not “a retired general”."""
    if not FINITE.isdisjoint(words):
        return True
    before = ["", *words]
    after = [*words[1:], ""]
    return any(map(_is_verb, before, words, after))


def _is_verb(previous: str, word: str, following: str) -> bool:
    """Return whether `word` ends in -ed and is a verb and not an adjective, judging by its neighbours."""
    if not _PAST.fullmatch(word) or previous.casefold() in DETERMINERS or previous.endswith("ly"):
        return False
    if following in DETERMINERS or following[:1].isdigit():
        return True
    return previous != "" and (following == "" or NAME.match(following) is not None)
