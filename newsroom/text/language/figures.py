"""Find the figures in a sentence: numbers with what they count."""

import re
from collections.abc import Iterator
from dataclasses import replace

from newsroom.text.language.figure_model import Figure
from newsroom.text.language.figure_ranges import read_ranges
from newsroom.text.language.measures import (
    FIGURE_TERMS,
    MEASURES,
    PEOPLE,
    PEOPLE_WORDS,
    SCORE,
    UNITS,
)
from newsroom.text.language.number_reading import NumberReading, read_numbers
from newsroom.text.language.numbers.ages import OLDEST, holder_of_age, holder_of_bare_age
from newsroom.text.language.numbers.bounds import Bound, bound_of
from newsroom.text.language.numbers.casualties import TOLL_WORDS, toll_of
from newsroom.text.language.numbers.scores import Score, scores
from newsroom.text.language.numbers.tongues import guess_language
from newsroom.text.language.numbers.vague import VagueNumber, vague_numbers
from newsroom.text.language.words import term, terms

__all__ = ["MOST_TERMS_BESIDE", "Figure", "figures"]

#: How many terms on each side of a figure show what it is about. A comma or a similar sign ends the search.
MOST_TERMS_BESIDE = 4
# How many characters on each side are searched for these terms.
_REACH_BESIDE = 60
_AGE = "years of age"
# Units that the word “one” may count. With other nouns it is often part of a phrase, as in “one day”.
_UNITS_OF_ONE = (frozenset(UNITS.values()) - {_AGE}) | {PEOPLE}
_CLAUSE_END = re.compile(r"[,;:.!?()—–](?!\d)")
_ADDITIONAL_BEFORE = re.compile(
    r"\b(?:another|a\sfurther|an\sadditional|\d\sor)\s\Z", re.IGNORECASE
)
_ADDITIONAL_AFTER = re.compile(r"\s(?:more|additional|further)\b(?!\sthan)", re.IGNORECASE)
_PLACE_AFTER = re.compile(
    r"(?:\s(?!(?:and|or|but|while|in|at|near)\b)[\w'’-]{1,20}){0,5}\s(?i:in|at|near)\s(?:the\s)?([A-ZÀ-ÞА-Я][\w'’-]+)"
)
_NO_ONE = re.compile(r"\b(?:no|not|any|every|each|this|that|which|the)\s\Z", re.IGNORECASE)
_OR_TWO = re.compile(r"\s(?:or|to)\s(?:two|three|four|five|six)\b", re.IGNORECASE)
# How many characters before a figure are searched for such words.
_REACH_BEFORE = 16


def figures(text: str, language: str = "") -> Iterator[Figure]:
    """Yield the figures of a text, in order; yields nothing if the text has none.

    The caller must have replaced the days and times in `text` by spaces. A number that could be read only in
    part is left out, because it would cause a false difference. `language` is a code such as “de”. If it is
    empty, the language is guessed.
    """
    language = language[:2].casefold() or guess_language(text)
    found_scores = list(scores(text))
    text_without_scores = _without_scores(text, found_scores)
    readings = [
        reading
        for reading in read_numbers(text_without_scores, language)
        if _is_figure(text_without_scores, reading)
    ]
    read_figures = [_figure(text_without_scores, reading) for reading in readings]
    ranged = read_ranges(text_without_scores, readings, read_figures)

    placed_figures: list[tuple[int, Figure]] = [
        (score.start, _score_figure(text, score)) for score in found_scores
    ]
    placed_figures += [
        (vague.start, _vague_figure(text, vague)) for vague in vague_numbers(text_without_scores)
    ]
    for reading, figure in zip(readings, ranged, strict=True):
        beside = _terms_beside(text, reading.match.start(), reading.match.end())
        placed_figures.append((reading.start, replace(figure, beside=beside)))
    for _, figure in sorted(placed_figures, key=_start):
        yield figure


def _start(placed: tuple[int, Figure]) -> int:
    return placed[0]


def _without_scores(text: str, found_scores: list[Score]) -> str:
    """Return `text` with each score replaced by as many dots, so that its numbers are not read twice."""
    pieces = []
    position = 0
    for score in found_scores:
        pieces.append(text[position : score.start])
        pieces.append("·" * (score.end - score.start))
        position = score.end
    return "".join(pieces) + text[position:]


def _is_figure(text: str, reading: NumberReading) -> bool:
    """Return whether a number that was read is a figure, and not the pronoun “one”.

    A number in digits always is. The word “one” is a figure only in texts such as “one person” or “one was
    killed”.
    """
    if not reading.is_bare_one:
        return True
    before = text[max(0, reading.start - _REACH_BEFORE) : reading.start]
    if _NO_ONE.search(before):
        return False
    if _unit(reading) in _UNITS_OF_ONE or _OR_TWO.match(text, reading.end_of_number):
        return True
    return bool(toll_of(text, reading.start, reading.end_of_number))


def _figure(text: str, reading: NumberReading) -> Figure:
    measure = reading.measure
    figure = Figure(
        reading.value * reading.scale,
        _unit(reading),
        text[reading.start : _end_of_text(reading)].strip(),
        bound=bound_of(text, reading.start, reading.end_of_number),
    )
    if measure == _AGE:
        return replace(figure, holder=holder_of_age(text, reading.start, reading.match.end()))
    if measure or figure.unit in MEASURES:
        return figure
    return _with_people(text, reading, figure)


def _with_people(text: str, reading: NumberReading, figure: Figure) -> Figure:
    """Return the figure with what the text says about the people that it counts.

    This is a toll, a place, and whether they are additional people. If the number turns out to be an age, the
    result has the unit “years of age” and names the person as `holder`.
    """
    start, end = reading.start, reading.end_of_number
    toll = toll_of(text, start, end)
    if not toll and 0 < figure.value <= OLDEST and not reading.unit_word:
        holder = holder_of_bare_age(text, start, end)
        if holder is not None:
            return replace(figure, unit=_AGE, holder=holder)

    place = _PLACE_AFTER.match(text, end)
    before = text[max(0, start - _REACH_BEFORE) : start]
    additional = _ADDITIONAL_BEFORE.search(before) or _ADDITIONAL_AFTER.match(text, end)
    return replace(
        figure,
        toll=toll,
        place=place[1].casefold() if place else "",
        additional=additional is not None,
    )


def _unit(reading: NumberReading) -> str:
    if reading.measure:
        return reading.measure
    word = reading.unit_word
    if word in PEOPLE_WORDS:
        return PEOPLE
    if not word or word in TOLL_WORDS:
        return ""
    return term(word)


def _end_of_text(reading: NumberReading) -> int:
    """Return the offset where the text of the figure ends, in code points.

    The end is after a measure such as “km”, but before a noun such as “houses” that the number counts.
    """
    is_measure_behind = reading.measure and not reading.sign and not reading.match["magnitude"]
    if is_measure_behind:
        return reading.end
    return reading.end_of_number


def _score_figure(text: str, score: Score) -> Figure:
    return Figure(
        float(score.pair[0]),
        SCORE,
        text[score.start : score.end],
        beside=_terms_beside(text, score.start, score.end),
        score=score.pair,
    )


def _vague_figure(text: str, vague: VagueNumber) -> Figure:
    unit = ""
    if vague.noun.casefold() in PEOPLE_WORDS:
        unit = PEOPLE
    return Figure(
        vague.least,
        unit,
        vague.text,
        beside=_terms_beside(text, vague.start, vague.end),
        bound=Bound.LEAST,
        toll=toll_of(text, vague.start, vague.end),
        vague=True,
    )


def _terms_beside(text: str, start: int, end: int) -> frozenset[str]:
    reach_before = text[max(0, start - _REACH_BESIDE) : start]
    reach_after = text[end : end + _REACH_BESIDE]
    clause_before = _CLAUSE_END.split(reach_before)[-1]
    clause_after = _CLAUSE_END.split(reach_after, maxsplit=1)[0]
    terms_before = terms(clause_before)[-MOST_TERMS_BESIDE:]
    terms_after = terms(clause_after)[:MOST_TERMS_BESIDE]
    near = (*terms_before, *terms_after)
    return frozenset(word for word in near if not word[0].isdecimal()) - FIGURE_TERMS
