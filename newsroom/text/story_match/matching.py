"""Decide which story an article seems to be part of, by names and words, days and place.

An article is compared with the centroid of the articles of a story. How similar it must be depends on three
things: how similar those articles are to each other, the days between the article and the story, and whether
the article names the place of the story. Days and place matter because the next meeting of the same people is
another event.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from newsroom.text.language.word_weights import IDF_BEFOREHAND, Weight
from newsroom.text.language.words import terms
from newsroom.text.story_match.coefficients import DAYS_APART, ENOUGH, SAME_DAYS, MatchCoefficients
from newsroom.text.story_match.profiles import (
    ReportProfile,
    StoryFacts,
    StoryProfile,
    days_apart,
    is_within_reporting_days,
    report_vector,
)
from newsroom.text.story_match.reasons import (
    main_place,
    reasons_for,
    telling_terms,
    telling_terms_in_report,
)
from newsroom.text.story_match.vectors import cosine

Key = TypeVar("Key")
# Scores are rounded to so many decimals.
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """How well an article fits a story.

    `score` is from 0 to 1. `reasons` explain the match to people; they are empty if the score is below
    `ENOUGH`.
    """

    score: float
    reasons: tuple[str, ...]


def best_story(
    report: ReportProfile, stories: Mapping[Key, StoryProfile]
) -> tuple[Key, StoryMatch] | None:
    """Return the key of the story that `report` fits best, and the match.

    Returns None if no match reaches `ENOUGH`.
    """
    best: tuple[Key, StoryMatch] | None = None
    for key, story in stories.items():
        match = match_story(report, story)
        if match.score < ENOUGH:
            continue
        # Of equally good stories the first one wins.
        if best is None or match.score > best[1].score:
            best = key, match
    return best


def match_story(report: ReportProfile, story: StoryProfile) -> StoryMatch:
    """Return how well `report` fits `story`, with the reasons if it fits well enough."""
    coefficients = story.coefficients
    apart = days_apart(report.day, story.facts.days)
    similarity = _similarity(report, story, apart)
    needed = (
        story.needed
        * _time_factor(apart, coefficients)
        * _place_factor(report, story.facts, coefficients)
        * _name_factor(report, story.facts, coefficients)
    )
    if not similarity or math.isinf(needed):
        return StoryMatch(0.0, ())

    # A similarity equal to `needed` gives a score of exactly one half.
    score = similarity / (similarity + needed)
    reasons: tuple[str, ...] = ()
    if score >= ENOUGH:
        reasons = tuple(reasons_for(report, story.facts, apart, coefficients))
    return StoryMatch(round(score, _DECIMALS), reasons)


def _similarity(report: ReportProfile, story: StoryProfile, apart: int | None) -> float:
    coefficients = story.coefficients
    if story.facts.reports:
        return cosine(report_vector(report, story.idf, coefficients), story.centroid)
    # Of a story without articles only title, place and days are known, so all of them must fit.
    if apart is None:
        return 0.0
    title_and_place = f"{story.facts.title} {story.facts.place}"
    shared_terms = telling_terms_in_report(report, title_and_place, coefficients)
    if len(shared_terms) < coefficients.title_words:
        return 0.0
    return _share_of_title_in_report(report, story.facts, story.idf)


def _share_of_title_in_report(report: ReportProfile, story: StoryFacts, idf: Weight) -> float:
    """Return the share of the words of the story's title that occur in the report, from 0 to 1.

    The words are weighted by IDF. The result is 0 if the title has no words.
    """
    total = shared = 0.0
    for term in dict.fromkeys(terms(story.title)):
        total += idf(term)
        if term in report.words:
            shared += idf(term)
    if not total:
        return 0.0
    return shared / total


def _time_factor(apart: int | None, coefficients: MatchCoefficients) -> float:
    if apart is None:
        return 1.0
    if abs(apart) <= SAME_DAYS:
        return coefficients.on_same_days
    if is_within_reporting_days(apart):
        return 1.0
    if abs(apart) <= DAYS_APART:
        return coefficients.outside_days
    return math.inf


def _place_factor(
    report: ReportProfile, story: StoryFacts, coefficients: MatchCoefficients
) -> float:
    place = main_place(story.place, coefficients)
    if not telling_terms(place, coefficients):
        return 1.0
    if telling_terms_in_report(report, place, coefficients):
        return coefficients.place_named
    # If the story's own articles seldom name the place, a new article need not name it either.
    naming = [
        other for other in story.reports if telling_terms_in_report(other, place, coefficients)
    ]
    if 2 * len(naming) < len(story.reports):
        return 1.0
    return coefficients.place_not_named


def _name_factor(
    report: ReportProfile, story: StoryFacts, coefficients: MatchCoefficients
) -> float:
    names = [term for term in report.names if IDF_BEFOREHAND(term) >= coefficients.telling_idf]
    if not story.reports or len(names) < coefficients.least_names:
        return 1.0
    for other in story.reports:
        if any(term in other.words for term in names):
            return 1.0
    return coefficients.no_name_known
