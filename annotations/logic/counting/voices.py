"""Decide which names of speakers mean the same speaker. All names of one speaker are one *voice*."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Collection, Iterable

from newsroom.text.language.words import without_accents

#: Words for organisations.
BODIES = frozenset(
    "academy administration agency alliance army assembly association authority bank board bureau cabinet "
    "campaign center centre command commission committee company congress corporation corps council court "
    "department directorate embassy federation force forces foundation front fund government group guard "
    "guardian herald hospital house institute international journal league media military ministry movement "
    "nations navy network news observatory office organisation organization parliament party police post "
    "press senate service society staff states telegraph times treasury tribune union university "
    "watch".split()
)
#: Words for organisations and offices. They are not family names, so the words before them are needed to tell
#: which one is meant.
INSTITUTIONS = BODIES | frozenset(
    "ambassador chancellor chief commissioner general governor mayor minister premier president secretary "
    "speaker spokesman spokeswoman".split()
)
_DETERMINERS = frozenset(
    "a an the one another unnamed anonymous present this that who senior his her their of to for in".split()
)
_ARTICLES = frozenset("a an the".split())
_AFTER_NAMES = frozenset("Jr Sr II III IV".split())
_PREPOSITIONS = frozenset("of to for in at from".split())
#: Prepositions before a place of any number of words.
_OF_PLACES = frozenset("in at from".split())
#: Words at the start of a circumstance that does not identify the speaker: “present at the talks”.
_CIRCUMSTANCES = frozenset(
    "at attending briefed close during familiar in inside involved near on outside present speaking "
    "standing that there which who with".split()
)
#: Least number of words before a circumstance: “an official at the talks”.
_FEWEST_BEFORE_CIRCUMSTANCE = 2
_WORDS = re.compile(r"\w+(?:['-]\w+)*")
_STOPPED_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,5}[A-Z]\b\.?")
#: Adjectives and their nations, because “the Russian ministry” and “Russia’s ministry” are the same.
NATIONS = dict(
    pair.split("/")
    for pair in (
        "afghan/afghanistan american/us armenian/armenia australian/australia austrian/austria "
        "azerbaijani/azerbaijan belarusian/belarus belgian/belgium brazilian/brazil british/britain "
        "bulgarian/bulgaria canadian/canada chinese/china czech/czechia danish/denmark dutch/netherlands "
        "egyptian/egypt estonian/estonia finnish/finland french/france georgian/georgia german/germany "
        "greek/greece hungarian/hungary indian/india indonesian/indonesia iranian/iran iraqi/iraq "
        "irish/ireland israeli/israel italian/italy japanese/japan jordanian/jordan kazakh/kazakhstan "
        "latvian/latvia lebanese/lebanon libyan/libya lithuanian/lithuania mexican/mexico moldovan/moldova "
        "norwegian/norway pakistani/pakistan palestinian/palestine philippine/philippines polish/poland "
        "portuguese/portugal romanian/romania russian/russia saudi/saudi serbian/serbia slovak/slovakia "
        "spanish/spain sudanese/sudan swedish/sweden swiss/switzerland syrian/syria taiwanese/taiwan "
        "thai/thailand turkish/turkey ukrainian/ukraine venezuelan/venezuela vietnamese/vietnam yemeni/yemen"
    ).split()
)
#: From this number of letters on, family names that differ in one letter are two spellings. In shorter names
#: one letter makes another name.
_LONG_NAME = 5
#: Most letters of an abbreviation, such as UNHCR.
_LONGEST_INITIALS = 5
#: Most words after a preposition that say where somebody belongs: “of the United States”.
_LONGEST_HOME = 3
#: Spellings of the same name ending in Latin letters, and the spelling that is compared.
_ENDINGS = (
    (re.compile(r"(?:iy|yy|ii|ij|yi|i)\Z"), "y"),
    (re.compile(r"o(?:ff|w)\Z"), "ov"),
    (re.compile(r"(?:eff|[yi]ev)\Z"), "ev"),
)


def voice(speaker: str) -> str:
    """Return the key of a speaker: a family name, the full name of a body, or a description.

    “Russian Foreign Minister Sergey Lavrov” and “Lavrov” have the same key. “An unnamed Western official” and
    “a Western official present” have the same key too, because nothing says that they are two people. Returns
    an empty string if `speaker` contains no word.
    """
    words = _words(speaker)
    if not words:
        return ""
    return _family_name(words) or _description(words)


def voices(speakers: Collection[str]) -> dict[str, str]:
    """Return the voice of each speaker. Longer names among the speakers complete the short names.

    A speaker of a single word gets the voice of a longer name that contains the word: “Xi” is Xi Jinping, and
    “the State Department” is the one of the US. Different spellings of a name are one voice: “Zelenskiy” and
    “Zelensky”.
    """
    words_of = {speaker: _words(speaker) for speaker in speakers}
    spelling = _spellings({_family_name(words) for words in words_of.values() if words})

    voice_of: dict[str, str] = {}
    name_words: dict[str, set[str]] = {}
    for speaker, words in words_of.items():
        name = voice(speaker)
        voice_of[speaker] = spelling.get(name, name)
        name_words[speaker] = {spelling.get(word, word) for word in _plain(words).split()}

    fullest: dict[str, str] = {}
    for speaker in words_of:
        name = voice_of[speaker]
        is_short_form = name_words[speaker] == {name} or " " in name
        if is_short_form:
            fullest[name] = _fullest(name, voice_of, name_words)

    return {speaker: fullest.get(name, name) for speaker, name in voice_of.items()}


def _fullest(
    name: str,
    voice_of: dict[str, str],
    name_words: dict[str, set[str]],
) -> str:
    """Return the longest voice that contains `name` as a word or ends with it, or `name` if there is none."""
    fuller: set[str] = set()
    for speaker, other in voice_of.items():
        if other == name:
            continue
        if name in name_words[speaker] or other.endswith(f" {name}"):
            fuller.add(other)
    return max(fuller, key=lambda voice: (len(voice), voice), default=name)


def _words(speaker: str) -> list[str]:
    """Return the words of a speaker's name before the first comma or bracket, without “Jr” or “III”.

    A circumstance at the end, such as “in the room”, is left out too.
    """
    name = re.split(r"[,(]", speaker.replace("’", "'"), maxsplit=1)[0]
    without_stops = _STOPPED_INITIALS.sub(lambda initials: initials[0].replace(".", ""), name)
    words = _WORDS.findall(without_stops)
    while len(words) > 1 and words[-1] in _AFTER_NAMES:
        words.pop()
    return _without_circumstance(words)


def _without_circumstance(words: list[str]) -> list[str]:
    """Return the words before a circumstance that contains no name.

    For “an official in the room” this is “an official”. Without such a circumstance all words are returned.
    """
    for position, word in enumerate(words):
        names_something = any(later[0].isupper() for later in words[position:])
        if (
            position >= _FEWEST_BEFORE_CIRCUMSTANCE
            and word in _CIRCUMSTANCES
            and not names_something
        ):
            return words[:position]
    return words


def _family_name(words: list[str]) -> str:
    """Return the family name in lower case, or the word of a body such as “NATO” in capitals.

    Returns an empty string if the last word alone does not identify the speaker.
    """
    last = words[-1]
    if not last[0].isupper() or last.casefold() in INSTITUTIONS or _is_of_something(words):
        return ""

    # Abbreviations are not family names and stay in capitals, so that “the UN” is not Kim Jong Un.
    are_initials = last.isupper() and 1 < len(last) <= _LONGEST_INITIALS
    return last if are_initials else _plain([last])


def _is_of_something(words: list[str]) -> bool:
    """Return whether the words describe somebody by a place or a body, as in “ambassador to Indonesia”."""
    positions = [position for position, word in enumerate(words[:-1]) if word in _PREPOSITIONS]
    if not positions or positions[-1] == 0:
        return False

    if words[positions[-1]] in _OF_PLACES:
        return True
    home = words[positions[-1] + 1 :]
    return len(home) == 1 or (home[0] in _ARTICLES and len(home) <= _LONGEST_HOME)


def _description(words: list[str]) -> str:
    """Return the words that describe somebody, with countries in place of adjectives such as “Russian”."""
    plain = [
        _plain([word.removesuffix("'s")]) for word in words if word.casefold() not in _DETERMINERS
    ]
    description = " ".join(NATIONS.get(word, word) for word in plain)
    return description or _plain(words)


def _spellings(names: Iterable[str]) -> dict[str, str]:
    """Return for each long family name the spelling that represents all spellings of the name.

    It is the first of the spellings in alphabetical order. Names of fewer than `_LONG_NAME` letters are left
    out.
    """
    representative: dict[str, str] = {}
    for name in sorted(name for name in names if len(name) >= _LONG_NAME):
        respelled = [
            known for known in representative if known[0] == name[0] and _is_respelled(known, name)
        ]
        # A name can be similar to several groups. They become one group then.
        joined = {name, *(representative[known] for known in respelled)}
        first = min(joined)
        representative[name] = first
        for known in representative:
            if representative[known] in joined:
                representative[known] = first
    return representative


def _is_respelled(one: str, other: str) -> bool:
    """Return whether two names differ in at most one letter. Different spellings of endings are ignored."""
    shorter, longer = sorted((_with_one_ending(one), _with_one_ending(other)), key=len)
    same = 0
    while same < len(shorter) and shorter[same] == longer[same]:
        same += 1

    rest = longer[same + 1 :]
    one_letter_more = shorter[same:] == rest
    other_letter = shorter[same + 1 :] == rest
    return one_letter_more or other_letter


def _with_one_ending(name: str) -> str:
    for ending, plain in _ENDINGS:
        name = ending.sub(plain, name)
    return name


def _plain(words: list[str]) -> str:
    """Return the words in lower case and without accents, as one string with spaces between them."""
    return without_accents(" ".join(words))
