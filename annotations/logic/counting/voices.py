"""One speaker told from another, however each report calls them: a *voice*."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
import unicodedata
from collections.abc import Collection, Iterable

#: What bodies and offices are called: no family name, so that what stands before it tells one from another.
INSTITUTIONS = frozenset(
    "academy administration agency alliance ambassador army assembly association authority bank board bureau "
    "cabinet center centre chancellor chief command commission commissioner committee company congress "
    "corporation corps council court department directorate embassy federation force forces foundation front "
    "fund general government governor group guard guardian herald hospital house institute international "
    "journal league mayor media military minister ministry movement nations navy network news observatory "
    "office organisation organization parliament party police post premier president press secretary senate "
    "service society speaker spokesman spokeswoman staff states telegraph times treasury tribune union "
    "university watch".split()
)
_DETERMINERS = frozenset(
    "a an the one another unnamed anonymous present this that who senior his her their of to for in".split()
)
_ARTICLES = frozenset("a an the".split())
_AFTER_NAMES = frozenset("Jr Sr II III IV".split())
_PREPOSITIONS = frozenset("of to for in at from".split())
_WORDS = re.compile(r"\w+(?:['-]\w+)*")
_STOPPED_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,5}[A-Z]\b\.?")
#: “The Russian ministry” is Russia’s.
_NATIONS = dict(
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
#: Shorter names are told apart by a single letter.
_SPELLED_APART = 5
#: How the same ending of a name is written in Latin letters, and the one it is compared as.
_ENDINGS = (
    (re.compile(r"(?:iy|yy|ii|ij|yi|i)\Z"), "y"),
    (re.compile(r"o(?:ff|w)\Z"), "ov"),
    (re.compile(r"(?:eff|[yi]ev)\Z"), "ev"),
)


def voice(speaker: str) -> str:
    """What tells one speaker from another, however each report calls them: the family name, the whole name of
    a body or an office, or the bare description.

    “Russian Foreign Minister Sergey Lavrov” and “Lavrov” are one voice, and so are “an unnamed Western
    official” and “a Western official present”: where it is not known that there were two, one is the honest
    count.
    """
    words = _words(speaker)
    if not words:
        return ""
    return _family_name(words) or _phrase(words)


def voices(speakers: Collection[str]) -> dict[str, str]:
    """The voice of each of some speakers. One who is also called by a single word is whoever else has it in
    their name: “Xi” is Xi Jinping, whose family name stands first, and “the State Department” that of the US.
    A name spelled in several ways is one: “Zelenskiy”, “Zelensky”.
    """
    words = {speaker: _words(speaker) for speaker in speakers}
    spelled = _spelled({_family_name(found) for found in words.values() if found})
    told = {speaker: spelled.get(name, name) for speaker in speakers for name in [voice(speaker)]}
    named = {
        speaker: {spelled.get(word, word) for word in _plain(found).split()}
        for speaker, found in words.items()
    }
    also = {}
    for bare in {
        told[speaker] for speaker in speakers if named[speaker] == {told[speaker]} or " " in told[speaker]
    }:
        fuller = {
            told[other]
            for other in speakers
            if told[other] != bare and (bare in named[other] or told[other].endswith(f" {bare}"))
        }
        also[bare] = max(fuller, key=lambda name: (len(name), name), default=bare)
    return {speaker: also.get(name, name) for speaker, name in told.items()}


def _words(speaker: str) -> list[str]:
    """The words of a speaker's name, without what hangs on it."""
    named = re.split(r"[,(]", speaker.replace("’", "'"), maxsplit=1)[0]
    words = _WORDS.findall(_STOPPED_INITIALS.sub(lambda initials: initials[0].replace(".", ""), named))
    while len(words) > 1 and words[-1] in _AFTER_NAMES:
        words.pop()
    return words


def _family_name(words: list[str]) -> str:
    """The family name, or the one word that an institution goes by; blank where they are known by more."""
    last = words[-1]
    if not last[0].isupper() or last.casefold() in INSTITUTIONS or _is_of_something(words):
        return ""
    # Initials are no name, and stay in capitals: “the UN” is not Kim Jong Un.
    return last if last.isupper() and 1 < len(last) <= _SPELLED_APART else _plain([last])


def _is_of_something(words: list[str]) -> bool:
    """Whether they are described by where they belong: “ambassador to Indonesia”, “president of the United
    States”.
    """
    at = max((n for n, word in enumerate(words[:-1]) if word in _PREPOSITIONS), default=-1)
    tail = words[at + 1 :]
    return at > 0 and (len(tail) == 1 or (tail[0] in _ARTICLES and len(tail) <= 3))


def _phrase(words: list[str]) -> str:
    """All the words that tell, nations by their names."""
    plain = [_plain([word.removesuffix("'s")]) for word in words if word.casefold() not in _DETERMINERS]
    return " ".join(_NATIONS.get(word, word) for word in plain) or _plain(words)


def _spelled(names: Iterable[str]) -> dict[str, str]:
    """For each family name the first, by the alphabet, of those that are the same in another spelling."""
    first: dict[str, str] = {}
    for name in sorted(name for name in names if len(name) >= _SPELLED_APART):
        alike = [known for known in first if known[0] == name[0] and _is_respelled(known, name)]
        joined = {first[known] for known in alike} | {name}
        first |= {known: min(joined) for known in (*first, name) if first.get(known, name) in joined}
    return first


def _is_respelled(one: str, other: str) -> bool:
    one, other = _ended(one), _ended(other)
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), len(one))
    return one[at:] == other[at + 1 :] or one[at + 1 :] == other[at + 1 :]


def _ended(name: str) -> str:
    for ending, plain in _ENDINGS:
        name = ending.sub(plain, name)
    return name


def _plain(words: list[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", " ".join(words).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
