"""Read tolls: what happened to the people that a number counts.

Examples are “killing 12” and “a death toll of 12”.
"""

import re

DEAD, HURT, MISSING, BOTH = "dead", "hurt", "missing", "dead or hurt"
# Adjectives and participles in the main languages. After a number they state a toll only if no noun follows.
_FATES = {
    DEAD: "killed dead slain murdered tote toten tot getötet getöteten morts mort tués tuées muertos muertas "
    "fallecidos morti mortos doden gedood zabitych погибших погибли погиб убитых убиты "
    "загинули загиблих вбитих",
    HURT: "wounded injured hurt verletzt verletzte verletzten blessés blessées heridos heridas feriti "
    "feridos gewonden gewond rannych ранены раненых пострадавших пострадали поранені поранених постраждалих",
    MISSING: "missing unaccounted vermisst vermisste disparus desaparecidos dispersi desaparecidas",
    "detained": "arrested detained festgenommen",
    "displaced": "displaced",
    "rescued": "rescued",
    "shot": "shot",
    "evacuated": "evacuated",
}
# Nouns, and verbs without an object. They state a toll whatever follows them.
_EVENTS = {
    DEAD: "died perished drowned deaths fatalities starben décès fallecieron",
    HURT: "injuries",
    BOTH: "casualties",
}


def _by_word(rows: dict[str, str]) -> dict[str, str]:
    return {word: toll for toll, row in rows.items() for word in row.split()}


_TOLL_OF_FATE = _by_word(_FATES)
_TOLL_OF_EVENT = _by_word(_EVENTS)
#: Words after a number that say what happened to the people it counts. They are not the noun that is counted.
TOLL_WORDS = _TOLL_OF_FATE.keys() | _TOLL_OF_EVENT.keys()

# Words that end the phrase of a number. What follows them is about somebody else.
_STOP = (
    "and|or|but|after|when|while|as|that|which|by|not|never|nearly|if|und|et|y|kill|kills|killing|wounding"
    "|injuring|than|before|until|\\d"
)
_EVENT = "|".join(_TOLL_OF_EVENT)
_FATE = "|".join(sorted(_TOLL_OF_FATE, key=len, reverse=True))
# In “12 killed three” the 12 are the killers. One of these words, or a punctuation mark, shows that they are
# the victims.
_NO_OBJECT = (
    "in|by|at|on|when|as|after|and|near|during|while|over|across|this|last|since|so|from|or|with|overnight|here"
    "|there|outside|inside|to|before|following|including|but|were|was|are|have|had|people|persons|today"
    "|yesterday|for|under|im|am|bei|nach|und|dans|en|et|y|nel|e|i|w|в|на|і"
)
_AFTER = re.compile(
    rf"""
    (?:\s(?!(?:{_STOP}|{_FATE}|{_EVENT})\b)[\w'’-]{{1,30}}){{0,3}}?
    (?:,\s(?:including|among\sthem|most\sof\sthem|mostly)\s[^.;,]{{1,60}},)?
    (?:\s(?!(?:{_STOP}|{_FATE}|{_EVENT})\b)[\w'’-]{{1,30}}){{0,5}}?
    \s(?:
        (?P<lives>lost\stheir\slives|lives\s(?:were\s|have\sbeen\s)?lost)\b
        |(?P<event>{_EVENT})\b
        |(?P<fate>{_FATE})\b
         (?=\s*(?:[.,;:!?)\]—–”"’]|\Z)|\s(?:{_NO_OBJECT})\b)
         (?P<mixed>\s(?:or|and)\s(?:wounded|injured|hurt|killed|dead)\b)?
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Words between a verb and the number that is its object.
_BETWEEN = r"""(?:\s(?:at\sleast|more\sthan|fewer\sthan|less\sthan|no\sfewer\sthan|as\smany\sas|up\sto|about
    |around|over|under|some|all|the|an?\sestimated|estimated|approximately|roughly|nearly|almost|another|a\stotal\sof
    |a\sfurther|the\slives\sof)){0,2}\s?\Z"""
_VERB_BEFORE = re.compile(
    rf"""
    \b(?:
        (?P<mixed>kill(?:s|ed|ing)?\s(?:and|or)\s(?:wound|injur|hurt)\w{{0,3}})
        |(?P<dead>shot\sdead|shot\sto\sdeath|kill(?:s|ed|ing)?|murder(?:s|ed|ing)|claim(?:s|ed|ing))
        |(?P<shot>sho(?:t|ots|oting))
        |(?P<hurt>wound(?:s|ed|ing)|injur(?:es|ed|ing)|hurt(?:s|ing)?)
    ){_BETWEEN}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOLL_BEFORE = re.compile(
    r"""
    \b(?:
        (?P<toll>(?:death\s)?toll)
        |number\sof\s(?:[\w-]{1,20}\s){0,2}?
         (?:(?P<dead>dead|deaths|killed|fatalities)|(?P<hurt>injured|wounded|injuries)|(?P<missing>missing))
    )
    (?:\s[\w'’-]{1,20}){0,7}\s?\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
# How many characters before a number are searched for verbs and for “toll”.
_REACH = 70
_CLAUSE_END = re.compile(r"[;:.!?()—–\n]|,(?!\d)")


def toll_of(text: str, start: int, end: int) -> str:
    """Return what happened to the people that the number at `start..end` counts, such as `dead` or `hurt`.

    Returns an empty string if the words before and after the number do not say it.
    """
    clause = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    return _toll_of_verb(clause) or _toll_after(text, end) or _toll_of_noun(clause)


def _toll_of_verb(clause: str) -> str:
    verb = _VERB_BEFORE.search(clause)
    if verb is None:
        return ""
    if verb["mixed"]:
        return BOTH
    if verb["shot"]:
        return "shot"
    if verb["dead"]:
        return DEAD
    return HURT


def _toll_after(text: str, end: int) -> str:
    following = _AFTER.match(text, end)
    if following is None:
        return ""
    if following["lives"]:
        return DEAD
    if following["event"]:
        return _TOLL_OF_EVENT[following["event"].casefold()]
    if following["mixed"]:
        return BOTH
    return _TOLL_OF_FATE[following["fate"].casefold()]


def _toll_of_noun(clause: str) -> str:
    """Return the toll that a noun before the number names, as in “the death toll rose to”.

    Returns an empty string if `clause` has no such noun.
    """
    noun = _TOLL_BEFORE.search(clause)
    if noun is None:
        return ""
    if noun["hurt"]:
        return HURT
    if noun["missing"]:
        return MISSING
    return DEAD
