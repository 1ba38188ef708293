"""Tolls of one event that cannot both hold, and tolls that rose meanwhile."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.logic.finding.slots.model import (
    ReportSentence,
    SentencePair,
    SlotDifference,
    pair_of,
)
from annotations.logic.vocabulary import Aspect, Relation
from newsroom.text.language.figures import Figure
from newsroom.text.language.numbers.casualties import DEAD, HURT, MISSING
from newsroom.text.language.words import term

#: The telling terms that the surroundings of two tolls share at least, and the share of the fewer ones.
LEAST_SHARED = 2
LIKENESS = 0.4
#: Seconds after which a later report may know more.
LATER = 12 * 60 * 60
#: Tolls that stand in more sentences are compared in these only.
MOST_SENTENCES = 60

_TOLLS = (DEAD, HURT, MISSING)
# A sentence without one of these tells no toll, and need not be read for figures.
_SPEAKS_OF_TOLL = re.compile(
    r"dead|die[sd]?\b|death|kill|fatal|casualt|injur|wound|hurt|missing|lives|perish|drown",
    re.IGNORECASE,
)


# “A man and two women died”, “of them 12”, “including three”.
_REST_OF_LIST = re.compile(r"\b(?:and|including|of whom|of them|among them)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedToll:
    """The only figure of a toll in a sentence, with the telling terms around it."""

    sentence: ReportSentence
    figure: Figure
    around: dict[str, float]


def differing_tolls(
    sentences: Iterable[ReportSentence],
) -> Iterator[tuple[SentencePair, SlotDifference]]:
    """Yield the pairs of sentences whose tolls differ, each with the difference.

    A report that states the toll of the other one elsewhere does not contradict it.
    """
    by_kind: defaultdict[str, list[StatedToll]] = defaultdict(list)
    for sentence in sentences:
        for stated in _stated_tolls(sentence):
            by_kind[stated.figure.toll].append(stated)
    for tolls in by_kind.values():
        yield from _differing(tolls[:MOST_SENTENCES])


def _differing(tolls: list[StatedToll]) -> Iterator[tuple[SentencePair, SlotDifference]]:
    for index, one in enumerate(tolls):
        for other in tolls[index + 1 :]:
            if one.sentence.report.source == other.sentence.report.source:
                continue
            if one.figure.overlaps(other.figure) or not _are_of_one_event(one, other):
                continue
            if _states_too(one, other) or _states_too(other, one):
                continue
            pair = pair_of(one.sentence, other.sentence)
            yield replace(pair, likeness=_likeness(one, other)), _difference(one, other)


def _stated_tolls(sentence: ReportSentence) -> Iterator[StatedToll]:
    if sentence.is_background or not _SPEAKS_OF_TOLL.search(sentence.said):
        return
    for kind in _TOLLS:
        figures = [figure for figure in sentence.facts.figures if figure.toll == kind]
        if len(figures) == 1 and _is_whole(sentence, figures[0]):
            yield StatedToll(sentence, figures[0], _around(sentence))


def _is_whole(sentence: ReportSentence, figure: Figure) -> bool:
    """Whether the figure is a toll of its own: not “dozens”, “another 12”, nor the rest of a list."""
    if figure.vague or figure.additional:
        return False
    said_before, _, _ = sentence.said.partition(figure.text)
    return _REST_OF_LIST.search(said_before) is None


def _around(sentence: ReportSentence) -> dict[str, float]:
    """Return the telling terms of the sentence, and of the one before, which may name the event."""
    before = sentence.before
    if before is None:
        return sentence.weights
    return before.weights | sentence.weights


def _are_of_one_event(one: StatedToll, other: StatedToll) -> bool:
    if one.figure.place and other.figure.place and one.figure.place != other.figure.place:
        return False
    if one.figure.unit != other.figure.unit and one.figure.unit and other.figure.unit:
        # Five soldiers are none of the twelve civilians.
        return False
    shared = one.around.keys() & other.around.keys()
    return len(shared) >= LEAST_SHARED and _likeness(one, other) >= LIKENESS


def _likeness(one: StatedToll, other: StatedToll) -> float:
    """Return the share of the weight around the one that says less which the other has too."""
    shared = one.around.keys() & other.around.keys()
    fewer = min(sum(one.around.values()), sum(other.around.values()))
    return sum(one.around[word] for word in shared) / fewer


def _states_too(one: StatedToll, other: StatedToll) -> bool:
    """Whether the report of `one` states the toll of `other` too."""
    number = term(f"{other.figure.value:.15g}")
    for sentence in one.sentence.reading.sentences:
        if number not in sentence.terms or not _SPEAKS_OF_TOLL.search(sentence.said):
            continue
        if any(_is_toll_of(figure, other.figure) for figure in sentence.facts.figures):
            return True
    return False


def _is_toll_of(figure: Figure, other: Figure) -> bool:
    return figure.toll == other.toll and figure.overlaps(other)


def _difference(one: StatedToll, other: StatedToll) -> SlotDifference:
    figure, rival = one.figure, other.figure
    rise = _rise(one, other)
    if rise:
        return SlotDifference(
            Aspect.NUMBER, figure.text, rival.text, rise, relation=Relation.UPDATES
        )
    return SlotDifference(Aspect.NUMBER, figure.text, rival.text, f"{figure.text} / {rival.text}")


def _rise(one: StatedToll, other: StatedToll) -> str:
    """Say that the later report tells a higher toll; blank if it does not, or if a date is not known."""
    published = one.sentence.report.published
    other_published = other.sentence.report.published
    if published is None or other_published is None:
        return ""
    earlier, later = (one, other) if published < other_published else (other, one)
    seconds = abs((other_published - published).total_seconds())
    if seconds < LATER or later.figure.value <= earlier.figure.value:
        return ""
    return f"the toll rose from {earlier.figure.text} to {later.figure.text}"
