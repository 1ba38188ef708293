"""Find days and times of day in which two similar sentences differ."""

# ruff: noqa: SIM905 - tables of words are read as prose

from annotations.logic.finding.agreement import compare_days, compare_times
from annotations.logic.finding.slots.model import (
    ReportSentence,
    SentencePair,
    SlotDifference,
    place_in,
)
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.days import Day
from newsroom.text.language.words import term, terms

#: Least likeness of two sentences that are about the same event.
LIKENESS = 0.6
#: Least number of significant terms that two sentences share.
LEAST_SHARED = 3
#: Least overlap for times of day: the longer sentence must agree too.
OVERLAP_OF_TIMES = 0.5

# Most words between an act and its day.
_BETWEEN = frozenset(
    term(word)
    for word in (
        "on at in the a early late last this past next since until by from night morning afternoon "
        "evening midday noon shortly local time around about"
    ).split()
)
# Verbs of speech. The day after them is the day of the report, and so is “today (14 October)”.
_SPEAKING = frozenset(
    term(word)
    for word in (
        "said says told announced reported confirmed added wrote tweeted stated claimed today here reuters "
        "ap afp yesterday statement spokesman spokeswoman police officials sources"
    ).split()
)


def differing_times(pair: SentencePair) -> SlotDifference | None:
    """Return the day or the time of day in which two sentences about one act differ, or None.

    None means that they do not differ, or that it is not sure that they are about one act.
    """
    if pair.likeness < LIKENESS or len(pair.shared) < LEAST_SHARED:
        return None
    if _name_others(pair.one, pair.other) and _name_others(pair.other, pair.one):
        return None
    return _differing_day(pair) or _differing_clock(pair)


def _name_others(sentence: ReportSentence, other: ReportSentence) -> bool:
    """Return whether the sentence has a name that does not occur in the report of the sentence `other`."""
    names = {name for name, _ in sentence.facts.names}
    return not names <= other.reading.names


def _differing_day(pair: SentencePair) -> SlotDifference | None:
    days, other_days = pair.one.facts.days, pair.other.facts.days
    if len(days) != 1 or len(other_days) != 1:
        return None
    differing = compare_days(days, other_days).differing
    if not differing:
        return None
    ((day, other_day),) = differing
    if not _names_a_day(day) or not _names_a_day(other_day):
        return None
    act, other_act = _act_of(pair.one, day.text), _act_of(pair.other, other_day.text)
    if not act or act != other_act:
        return None
    return _difference(day.text, other_day.text)


def _differing_clock(pair: SentencePair) -> SlotDifference | None:
    if pair.overlap < OVERLAP_OF_TIMES:
        return None
    times, other_times = pair.one.facts.times, pair.other.facts.times
    differing = compare_times(times, other_times, alike=True).differing
    if not differing:
        return None
    ((time, other_time),) = differing
    return _difference(time.text, other_time.text)


def _names_a_day(day: Day) -> bool:
    """Return whether `day` is a single day, and not a month or a year."""
    return day.weekday is not None or day.day is not None


def _act_of(sentence: ReportSentence, day: str) -> str:
    """Return the term of the act that happened on `day`, which is the word before the day.

    Returns an empty string if it is not sure that this word is the act.
    """
    place = place_in(sentence.said, day)
    if place is None:
        return ""
    before = [word for word in terms(sentence.said[: place.start]) if word not in _BETWEEN]
    if not before or before[-1] in _SPEAKING:
        return ""
    return before[-1]


def _difference(own: str, other: str) -> SlotDifference:
    return SlotDifference(Aspect.TIME, own, other, f"{own} / {other}")
