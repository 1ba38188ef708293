"""Find the subject at the start of a sentence, without a parser and in English only."""

import re
from collections.abc import Sequence

from annotations.logic.speech.noun_phrases import (
    DETERMINERS,
    FINITE,
    LEADING,
    LONGEST,
    NAME,
    NEAR,
    NO_BEGINNINGS,
    PARTICIPLE,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUN,
    RELATIVE,
    speaker_in,
)
from annotations.logic.speech.verbs import OPINION_VERB, REPORTING_VERB, ROLE

#: Most circumstances before a subject: “On Friday, after the vote, Lavrov …”.
MOST_CIRCUMSTANCES = 3
_VERB = re.compile(rf"{OPINION_VERB}|{REPORTING_VERB}|[a-z]{{3,}}ed|{'|'.join(sorted(FINITE))}")
_JOINED_PARTICLES = ("al-", "el-")
_END_OF_NAME = (",", ";", ":")


def opening_subject(sentence: str) -> str:
    """Return the subject at the start of a sentence, after circumstances such as “On Friday,”.

    The subject is a name with its roles, a pronoun, or a noun phrase with an article up to a verb. Returns an
    empty string if the sentence starts with anything else.
    """
    rest = sentence[:NEAR].lstrip()
    for _ in range(MOST_CIRCUMSTANCES + 1):
        words = rest.split()
        while words and words[0].casefold() in LEADING:
            words = words[1:]
        if not words:
            return ""
        if not _begins_circumstance(words[0].casefold()):
            return _subject_of(words[:LONGEST])
        rest = rest.partition(", ")[2]
    return ""


def _begins_circumstance(word: str) -> bool:
    return word in PREPOSITIONS | RELATIVE or PARTICIPLE.fullmatch(word) is not None


def _subject_of(words: Sequence[str]) -> str:
    if PRONOUN.fullmatch(words[0]):
        return words[0]
    if words[0].casefold() in DETERMINERS:
        return _described(words)
    return _named(words)


def _named(words: Sequence[str]) -> str:
    """Return the name at the start of the words, with the roles before it: “spokesman Glen Caplin”.

    Returns an empty string if the words do not start with a name or a role.
    """
    name: list[str] = []
    if words[0].casefold() in NO_BEGINNINGS:
        return ""
    for word in words:
        if word.endswith(POSSESSIVES):
            # A possessive is not a person: “Ana Berg’s car”.
            return ""
        bare = word.rstrip(",;:.)")
        if not (_is_of_name(bare) or ROLE.fullmatch(bare)):
            break
        if word.endswith(_END_OF_NAME):
            name.append(bare)
            break
        name.append(word)
    return speaker_in(" ".join(name))


def _is_of_name(word: str) -> bool:
    return NAME.match(word) is not None or word in PARTICLES or word.startswith(_JOINED_PARTICLES)


def _described(words: Sequence[str]) -> str:
    """Return the noun phrase before the first verb: “The Trump campaign” in “The Trump campaign sent”.

    Returns an empty string if no verb follows the noun phrase.
    """
    phrase = [words[0]]
    for word in words[1:]:
        # A participle before a noun is not a verb: “The unnamed official”.
        if len(phrase) > 1 and _VERB.fullmatch(word):
            return speaker_in(" ".join(phrase))
        if not word.replace("-", "").isalpha() or word in PREPOSITIONS | RELATIVE | LEADING:
            return ""
        phrase.append(word)
    return ""
