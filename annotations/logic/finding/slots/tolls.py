"""Find numbers of victims (tolls) of the same event that differ between reports.

Two such numbers cannot both be true, or the number rose between the reports.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.logic.finding.slots.model import (
    ReportRivals,
    ReportSentence,
    SentencePair,
    SlotDifference,
    pair_of,
    place_in,
)
from annotations.logic.vocabulary import Aspect, Relation
from newsroom.text.language.figures import Figure
from newsroom.text.language.numbers.casualties import DEAD, HURT, MISSING
from newsroom.text.language.words import term

#: Least number of significant terms that the words around two tolls share, and their least share of the
#: smaller set.
LEAST_SHARED = 2
LIKENESS = 0.4
#: Number of seconds after which a later report can know more.
LATER = 12 * 60 * 60
#: If a toll is in more sentences than this, only the first ones are compared.
MOST_SENTENCES = 60

_TOLLS = (DEAD, HURT, MISSING)
# A sentence without one of these words has no toll, so its figures are not read.
_SPEAKS_OF_TOLL = re.compile(
    r"dead|die[sd]?\b|death|kill|fatal|casualt|injur|wound|hurt|missing|lives|perish|drown",
    re.IGNORECASE,
)


# Words that show that the figure is only a part of a toll: “A man and two women died”, “of them 12”,
# “including three”.
_REST_OF_LIST = re.compile(r"\b(?:and|including|of whom|of them|among them)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedToll:
    """The only number of victims of one kind (dead, injured or missing) in a sentence.

    `around` holds the significant terms of this sentence and the one before, with their weights.
    """

    sentence: ReportSentence
    figure: Figure
    around: dict[str, float]


def differing_tolls(
    sentences: Iterable[ReportSentence], rivals: ReportRivals
) -> Iterator[tuple[SentencePair, SlotDifference]]:
    """Yield the pairs of sentences whose tolls differ, each with the difference, or nothing if there is none.

    If a report also has the toll of the other report elsewhere, they do not contradict each other.
    """
    by_kind: defaultdict[str, list[StatedToll]] = defaultdict(list)
    for sentence in sentences:
        for stated in _stated_tolls(sentence):
            by_kind[stated.figure.toll].append(stated)
    for tolls in by_kind.values():
        yield from _differing(tolls[:MOST_SENTENCES], rivals)


def _differing(
    tolls: Sequence[StatedToll], rivals: ReportRivals
) -> Iterator[tuple[SentencePair, SlotDifference]]:
    for index, one in enumerate(tolls):
        articles = rivals.of(one.sentence.report)
        for other in tolls[index + 1 :]:
            if other.sentence.report.article not in articles:
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
    """Return whether the figure is a complete toll, and not “dozens”, “another 12” or “of them 12”."""
    if figure.vague or figure.additional:
        return False
    place = place_in(sentence.said, figure.text)
    if place is None:
        # Without the words before the figure it is not known whether it is only a part.
        return False
    return _REST_OF_LIST.search(sentence.said[: place.start]) is None


def _around(sentence: ReportSentence) -> dict[str, float]:
    """Return the significant terms of the sentence and of the sentence before, with their weights.

    The sentence before can name the event.
    """
    before = sentence.before
    if before is None:
        return sentence.weights
    return before.weights | sentence.weights


def _are_of_one_event(one: StatedToll, other: StatedToll) -> bool:
    if one.figure.place and other.figure.place and one.figure.place != other.figure.place:
        return False
    if one.figure.unit != other.figure.unit and one.figure.unit and other.figure.unit:
        # Different groups are not compared: five soldiers and twelve civilians.
        return False
    shared = one.around.keys() & other.around.keys()
    return len(shared) >= LEAST_SHARED and _likeness(one, other) >= LIKENESS


def _likeness(one: StatedToll, other: StatedToll) -> float:
    """Return how much the terms near two tolls agree, from 0 to 1.

    It is the weight of the terms that are near both, as a share of the smaller weight of the two.
    """
    shared = one.around.keys() & other.around.keys()
    fewer = min(sum(one.around.values()), sum(other.around.values()))
    return sum(one.around[word] for word in shared) / fewer


def _states_too(one: StatedToll, other: StatedToll) -> bool:
    """Return whether the report of `one` also contains the toll of `other`."""
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
    """Return a phrase if the later report has a higher toll, such as “the toll rose from 5 to 7”.

    Returns an empty string if it has not, if both reports are nearly of the same time, or if a date is
    unknown.
    """
    published = one.sentence.report.published
    other_published = other.sentence.report.published
    if published is None or other_published is None:
        return ""
    earlier, later = (one, other) if published < other_published else (other, one)
    seconds = abs((other_published - published).total_seconds())
    if seconds < LATER or later.figure.value <= earlier.figure.value:
        return ""
    return f"the toll rose from {earlier.figure.text} to {later.figure.text}"
