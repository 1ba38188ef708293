"""The voices behind names: one voice is one speaker, however each report calls them."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
import unicodedata
from collections.abc import Collection, Iterable

#: What bodies are called.
BODIES = frozenset(
    "academy administration agency alliance army assembly association authority bank board bureau cabinet "
    "campaign center centre command commission committee company congress corporation corps council court "
    "department directorate embassy federation force forces foundation front fund government group guard "
    "guardian herald hospital house institute international journal league media military ministry movement "
    "nations navy network news observatory office organisation organization parliament party police post "
    "press senate service society staff states telegraph times treasury tribune union university "
    "watch".split()
)
#: What bodies and offices are called. None of these is a family name, so the words before it say which is
#: meant.
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
#: Prepositions that lead to a place, however many words it has.
_OF_PLACES = frozenset("in at from".split())
#: What a circumstance begins with that says nothing of who somebody is: “present at the talks”.
_CIRCUMSTANCES = frozenset(
    "at attending briefed close during familiar in inside involved near on outside present speaking "
    "standing that there which who with".split()
)
#: Words that stand before a circumstance at least: “an official at the talks”.
_FEWEST_BEFORE_CIRCUMSTANCE = 2
_WORDS = re.compile(r"\w+(?:['-]\w+)*")
_STOPPED_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,5}[A-Z]\b\.?")
#: “The Russian ministry” is Russia’s.
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
#: Letters of a family name from which a difference of one letter is another spelling. In shorter names one
#: letter makes another name.
_LONG_NAME = 5
#: Most letters of initials that stand for a name, such as UNHCR.
_LONGEST_INITIALS = 5
#: Most words behind a preposition that say where somebody belongs: “of the United States”.
_LONGEST_HOME = 3
#: How the same ending of a name is written in Latin letters, and the one it is compared as.
_ENDINGS = (
    (re.compile(r"(?:iy|yy|ii|ij|yi|i)\Z"), "y"),
    (re.compile(r"o(?:ff|w)\Z"), "ov"),
    (re.compile(r"(?:eff|[yi]ev)\Z"), "ev"),
)


def voice(speaker: str) -> str:
    """Return the key of a speaker: a family name, the whole name of a body, or a description.

    “Russian Foreign Minister Sergey Lavrov” and “Lavrov” have one key. So have “an unnamed Western official”
    and “a Western official present”, because nothing says that they are two people. Returns blank if
    `speaker` holds no word.
    """
    words = _words(speaker)
    if not words:
        return ""
    return _family_name(words) or _description(words)


def voices(speakers: Collection[str]) -> dict[str, str]:
    """Return the voice of each speaker, where names of the others complete a short one.

    A single word is the voice of the speaker who has that word in a longer name: “Xi” is Xi Jinping, whose
    family name stands first, and “the State Department” is that of the US. Spellings of one name are one
    voice: “Zelenskiy”, “Zelensky”.
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


def _fullest(name: str, voice_of: dict[str, str], name_words: dict[str, set[str]]) -> str:
    """Return the longest voice that holds `name` as a word or at its end, or else `name` itself."""
    fuller: set[str] = set()
    for speaker, other in voice_of.items():
        if other == name:
            continue
        if name in name_words[speaker] or other.endswith(f" {name}"):
            fuller.add(other)
    return max(fuller, key=lambda voice: (len(voice), voice), default=name)


def _words(speaker: str) -> list[str]:
    """Return the words of a speaker's name, without anything after a comma or bracket, and without "Jr" or
    "III".
    """
    name = re.split(r"[,(]", speaker.replace("’", "'"), maxsplit=1)[0]
    without_stops = _STOPPED_INITIALS.sub(lambda initials: initials[0].replace(".", ""), name)
    words = _WORDS.findall(without_stops)
    while len(words) > 1 and words[-1] in _AFTER_NAMES:
        words.pop()
    return _without_circumstance(words)


def _without_circumstance(words: list[str]) -> list[str]:
    """Return the words before a circumstance without a name: “an official” of “an official in the room”."""
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
    """Return the family name, or the one word for a body such as “NATO”; blank if one word is not enough."""
    last = words[-1]
    if not last[0].isupper() or last.casefold() in INSTITUTIONS or _is_of_something(words):
        return ""

    # Initials are no name, and stay in capitals: “the UN” is not Kim Jong Un.
    are_initials = last.isupper() and 1 < len(last) <= _LONGEST_INITIALS
    return last if are_initials else _plain([last])


def _is_of_something(words: list[str]) -> bool:
    """Whether words describe somebody by where they belong: “ambassador to Indonesia”."""
    positions = [position for position, word in enumerate(words[:-1]) if word in _PREPOSITIONS]
    if not positions or positions[-1] == 0:
        return False

    if words[positions[-1]] in _OF_PLACES:
        return True
    home = words[positions[-1] + 1 :]
    return len(home) == 1 or (home[0] in _ARTICLES and len(home) <= _LONGEST_HOME)


def _description(words: list[str]) -> str:
    """Return the words that describe somebody, with countries in place of nations."""
    plain = [
        _plain([word.removesuffix("'s")]) for word in words if word.casefold() not in _DETERMINERS
    ]
    description = " ".join(NATIONS.get(word, word) for word in plain)
    return description or _plain(words)


def _spellings(names: Iterable[str]) -> dict[str, str]:
    """Return for each family name the spelling that stands for all: the first by the alphabet."""
    representative: dict[str, str] = {}
    for name in sorted(name for name in names if len(name) >= _LONG_NAME):
        respelled = [
            known for known in representative if known[0] == name[0] and _is_respelled(known, name)
        ]
        # The name may join groups that were apart until now.
        joined = {name, *(representative[known] for known in respelled)}
        first = min(joined)
        representative[name] = first
        for known in representative:
            if representative[known] in joined:
                representative[known] = first
    return representative


def _is_respelled(one: str, other: str) -> bool:
    """Whether two names differ in one letter at most, beside the ways to write their endings."""
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
    """Return the words in small letters, without accents."""
    decomposed = unicodedata.normalize("NFKD", " ".join(words).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
