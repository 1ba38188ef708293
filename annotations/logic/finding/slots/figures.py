"""Find figures in two similar sentences that cannot both be true."""

import math

from annotations.logic.finding.agreement import RARE, compare_days, compare_figures
from annotations.logic.finding.slots.model import (
    ReportSentence,
    SentencePair,
    SlotDifference,
    names_in,
    place_in,
    telling,
)
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.figures import Figure
from newsroom.text.language.measures import MEASURES
from newsroom.text.language.words import term, terms

#: Least likeness of two sentences that are about the same thing.
LIKENESS = 0.6
#: Least overlap for measures. A measure does not say what is measured, so the longer sentence must agree too.
OVERLAP_OF_MEASURES = 0.6
#: Least number of significant terms that two sentences share.
LEAST_SHARED = 3
#: Number of words on each side of a figure that show what it counts, and the least share of them that both
#: sentences have.
REACH = 6
LIKE_AROUND = 0.5
#: Number of equal words before and after two figures that show that both count the same thing, and the least
#: likeness of the sentences.
PHRASE_BEFORE, PHRASE_AFTER = 1, 3
LIKENESS_OF_PHRASE = 0.3
#: Number of words at the start of a sentence in which its subject is searched. The first word is skipped,
#: because it always has a capital.
OPENING = 6
#: Most figures of a sentence that is compared. With more figures it is not clear which ones correspond.
MOST_FIGURES = 3
#: From this number on, a round number can be a rounded exact number.
ROUNDED_FROM = 100
#: If one number is more than this many times as large, the figures count different things.
MOST_TIMES = 12
#: An age can be one year higher in a later report.
BIRTHDAY = 1
_AGE = "years of age"


def differing_figures(pair: SentencePair) -> SlotDifference | None:
    """Return the only figure in which two sentences about the same thing differ.

    Returns None if no figure or more than one differs, or if it is not sure that they are about the same
    thing. The module `tolls` has separate rules for numbers of victims.
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
    if not _can_contradict(figure, rival):
        return False
    if figure.unit in MEASURES and pair.overlap < OVERLAP_OF_MEASURES:
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


def _can_contradict(figure: Figure, rival: Figure) -> bool:
    """Return whether two figures of one unit can contradict each other, whatever they count.

    Tolls, scores, vague and rounded figures cannot, nor can figures of very different size.
    """
    # Tolls and scores are compared by slots of their own.
    if figure.toll or figure.score:
        return False
    if figure.vague or rival.vague:
        return False
    if figure.unit == _AGE and abs(figure.value - rival.value) <= BIRTHDAY:
        return False
    if _are_too_far_apart(figure.value, rival.value):
        return False
    return not is_rounded(figure.value, rival.value)


def _are_too_far_apart(value: float, other: float) -> bool:
    smaller, larger = sorted((abs(value), abs(other)))
    return smaller * MOST_TIMES < larger


def _is_stated_elsewhere(sentence: ReportSentence, figure: Figure) -> bool:
    """Return whether the report of the sentence also contains `figure`, and so does not contradict it."""
    number = term(f"{figure.value:.15g}")
    for other in sentence.reading.sentences:
        if number not in other.terms:
            continue
        if any(_is_same_number(stated, figure) for stated in other.facts.figures):
            return True
    return False


def _is_same_number(stated: Figure, figure: Figure) -> bool:
    """Return whether both figures are the same number.

    The units of measures must be equal. The nouns of counted things may differ, because one can have an
    adjective.
    """
    if figure.unit in MEASURES or stated.unit in MEASURES:
        return stated.unit == figure.unit and stated.overlaps(figure)
    return stated.value == figure.value


def _are_of_two_names(pair: SentencePair) -> bool:
    """Return whether each sentence starts with a name that does not occur in the report of the other one."""
    return _begins_with_news(pair.one, pair.other) and _begins_with_news(pair.other, pair.one)


def _begins_with_news(sentence: ReportSentence, other: ReportSentence) -> bool:
    opening = " ".join(sentence.said.split()[1:OPENING])
    return bool(names_in(opening) - other.reading.names)


def _phrase(sentence: ReportSentence, figure: Figure) -> tuple[list[str], list[str]]:
    """Return the terms directly before and directly after the figure: “had (95) people on board”."""
    before, after = _beside(sentence, figure)
    return before[-PHRASE_BEFORE:], after[:PHRASE_AFTER]


def _around(sentence: ReportSentence, figure: Figure) -> dict[str, float]:
    """Return the significant terms within `REACH` words of the figure, with their weights (IDF)."""
    before, after = _beside(sentence, figure)
    return telling(before[-REACH:] + after[:REACH])


def _beside(sentence: ReportSentence, figure: Figure) -> tuple[list[str], list[str]]:
    """Return the terms of the sentence before the number of the figure, and those after the number."""
    place = place_in(sentence.said, figure.text)
    if place is None:
        return terms(sentence.said), []
    number = figure.text.split()[0]
    end_of_number = place.start + len(number)
    return terms(sentence.said[: place.start]), terms(sentence.said[end_of_number:])


def _are_alike_around(around: dict[str, float], other: dict[str, float]) -> bool:
    shared = around.keys() & other.keys()
    fewer = min(len(around), len(other))
    return bool(shared) and len(shared) >= LIKE_AROUND * fewer


def is_rounded(value: float, other: float) -> bool:
    """Return whether one number is the rounded form of the other, as 20,000 is of 19,843."""
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
    # The whole sentences and the words around the figures show what the figures count.
    return RARE
