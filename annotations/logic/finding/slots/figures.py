"""Figures of two like sentences that cannot both hold."""

import math

from annotations.logic.finding.agreement import RARE, compare_days, compare_figures
from annotations.logic.finding.slots.model import (
    ReportSentence,
    SentencePair,
    SlotDifference,
    names_in,
    telling,
)
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.figures import Figure
from newsroom.text.language.measures import MEASURES
from newsroom.text.language.words import term, terms

#: Two sentences are of one thing from this likeness on.
LIKENESS = 0.6
#: A measure does not say what is measured, so the longer sentence is asked too.
OVERLAP_OF_MEASURES = 0.6
#: The telling terms that two sentences share at least.
LEAST_SHARED = 3
#: Words on either side of a figure that say what it counts, and the share of them that both have.
REACH = 6
LIKE_AROUND = 0.5
#: Words before and after a figure which, if they are the same, say that it is of one thing, and from which
#: likeness of the sentences on.
PHRASE_BEFORE, PHRASE_AFTER = 1, 3
LIKENESS_OF_PHRASE = 0.3
#: Words at the beginning of a sentence in which its subject is looked for, the first one left out, because it
#: has a capital anyway.
OPENING = 6
#: Sentences with more figures tell of many things, and which figure answers to which is not sure.
MOST_FIGURES = 3
#: From this number on, a round number may stand for an exact one.
ROUNDED_FROM = 100
#: Numbers of one thing are not so many times as large.
MOST_TIMES = 12
#: Somebody who is 26 may be 27 in a later report.
BIRTHDAY = 1
_AGE = "years of age"


def differing_figures(pair: SentencePair) -> SlotDifference | None:
    """Return the one figure in which two sentences of one thing differ, or None if that is not sure.

    Tolls have rules of their own (`tolls`).
    """
    if pair.one.is_background != pair.other.is_background:
        return None
    own, others = pair.one.facts.figures, pair.other.facts.figures
    if not own or not others or max(len(own), len(others)) > MOST_FIGURES:
        return None
    if compare_days(pair.one.facts.days, pair.other.facts.days).differing:
        return None

    differing = compare_figures(own, others, _weigh, alike=True).differing
    if len(differing) != 1:
        return None
    ((figure, rival),) = differing
    if not _are_of_one_thing(pair, figure, rival):
        return None
    return SlotDifference(Aspect.NUMBER, figure.text, rival.text, f"{figure.text} / {rival.text}")


def _are_of_one_thing(pair: SentencePair, figure: Figure, rival: Figure) -> bool:
    if figure.toll or figure.score or figure.vague or rival.vague:
        return False
    if figure.unit in MEASURES and pair.overlap < OVERLAP_OF_MEASURES:
        return False
    if figure.unit == _AGE and abs(figure.value - rival.value) <= BIRTHDAY:
        return False
    if _are_too_far_apart(figure.value, rival.value) or is_rounded(figure.value, rival.value):
        return False
    if _is_stated_elsewhere(pair.one, rival) or _is_stated_elsewhere(pair.other, figure):
        return False
    if _are_of_two_names(pair):
        return False
    if _phrase(pair.one, figure) == _phrase(pair.other, rival):
        return pair.likeness >= LIKENESS_OF_PHRASE
    if pair.likeness < LIKENESS or len(pair.shared) < LEAST_SHARED:
        return False
    return _are_alike_around(_around(pair.one, figure), _around(pair.other, rival))


def _are_too_far_apart(value: float, other: float) -> bool:
    smaller, larger = sorted((abs(value), abs(other)))
    return smaller * MOST_TIMES < larger


def _is_stated_elsewhere(sentence: ReportSentence, figure: Figure) -> bool:
    """Whether the report of the sentence has this figure too, so that it does not contradict it."""
    number = term(f"{figure.value:.15g}")
    for other in sentence.reading.sentences:
        if number not in other.terms:
            continue
        if any(_is_same_number(stated, figure) for stated in other.facts.figures):
            return True
    return False


def _is_same_number(stated: Figure, figure: Figure) -> bool:
    """Whether both are one number. A counted noun may have an adjective before it, a measure has none."""
    if figure.unit in MEASURES or stated.unit in MEASURES:
        return stated.unit == figure.unit and stated.overlaps(figure)
    return stated.value == figure.value


def _are_of_two_names(pair: SentencePair) -> bool:
    """Whether each sentence begins with a name that the other report does not know."""
    return _begins_with_news(pair.one, pair.other) and _begins_with_news(pair.other, pair.one)


def _begins_with_news(sentence: ReportSentence, other: ReportSentence) -> bool:
    opening = " ".join(sentence.said.split()[1:OPENING])
    return bool(names_in(opening) - other.reading.names)


def _phrase(sentence: ReportSentence, figure: Figure) -> tuple[list[str], list[str]]:
    """Return the terms right before the figure and right after it: “had (95) people on board”."""
    before, after = _beside(sentence, figure)
    return before[-PHRASE_BEFORE:], after[:PHRASE_AFTER]


def _around(sentence: ReportSentence, figure: Figure) -> dict[str, float]:
    """Return the telling terms within `REACH` words of the figure."""
    before, after = _beside(sentence, figure)
    return telling(before[-REACH:] + after[:REACH])


def _beside(sentence: ReportSentence, figure: Figure) -> tuple[list[str], list[str]]:
    """Return the terms before the figure, and those after its number."""
    number = figure.text.split()[0]
    before, _, after = sentence.said.partition(number)
    return terms(before), terms(after)


def _are_alike_around(around: dict[str, float], other: dict[str, float]) -> bool:
    shared = around.keys() & other.keys()
    fewer = min(len(around), len(other))
    return bool(shared) and len(shared) >= LIKE_AROUND * fewer


def is_rounded(value: float, other: float) -> bool:
    """Whether one number is the other one, rounded: 20,000 for 19,843."""
    if min(abs(value), abs(other)) < ROUNDED_FROM:
        return False
    rounder = min((value, other), key=_significant_digits)
    exact = other if rounder == value else value
    magnitude = math.floor(math.log10(abs(exact)))
    return round(exact, _significant_digits(rounder) - 1 - magnitude) == rounder


def _significant_digits(value: float) -> int:
    digits = f"{abs(value):.15g}".replace(".", "").strip("0")
    return max(1, len(digits))


def _weigh(_: str) -> float:
    # What the figures are of is asked of the whole sentences and of the words around.
    return RARE
