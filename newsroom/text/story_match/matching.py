"""Which story an article seems to be part of: by names and words, by days, by place.

An article is compared with the centroid of the articles that a story holds. How similar it must be depends on
how similar those are to each other, on the time between them, and on whether the place is named, because the
next meeting of the same people is another event.
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
    is_of_its_time,
    report_vector,
)
from newsroom.text.story_match.reasons import (
    main_place,
    reasons_for,
    telling_terms,
    telling_terms_said,
)
from newsroom.text.story_match.vectors import cosine

Key = TypeVar("Key")
# A score is told with so many decimals.
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """How well an article fits a story, from 0 to 1. From `ENOUGH` on it is proposed for `reasons`."""

    score: float
    reasons: tuple[str, ...]


def best_story(
    report: ReportProfile, stories: Mapping[Key, StoryProfile]
) -> tuple[Key, StoryMatch] | None:
    """Return the story that `report` fits best, None if it fits none well enough."""
    best: tuple[Key, StoryMatch] | None = None
    for key, story in stories.items():
        match = match_story(report, story)
        if match.score >= ENOUGH and (best is None or match.score > best[1].score):
            best = key, match
    return best


def match_story(report: ReportProfile, story: StoryProfile) -> StoryMatch:
    """Return how well `report` fits `story`, and what speaks for it."""
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

    # As similar as needed gives exactly one half.
    score = similarity / (similarity + needed)
    reasons: tuple[str, ...] = ()
    if score >= ENOUGH:
        reasons = tuple(reasons_for(report, story.facts, apart, coefficients))
    return StoryMatch(round(score, _DECIMALS), reasons)


def _similarity(report: ReportProfile, story: StoryProfile, apart: int | None) -> float:
    coefficients = story.coefficients
    if story.facts.reports:
        return cosine(report_vector(report, story.idf, coefficients), story.centroid)
    # A story without articles is known by title, place and days alone, so all of them must fit.
    if apart is None:
        return 0.0
    title_and_place = f"{story.facts.title} {story.facts.place}"
    said = telling_terms_said(report, title_and_place, coefficients)
    if len(said) < coefficients.title_words:
        return 0.0
    return _share_of_title_said(report, story.facts, story.idf)


def _share_of_title_said(report: ReportProfile, story: StoryFacts, idf: Weight) -> float:
    """Return the share of the title's words, weighted by IDF, that the report says."""
    total = said = 0.0
    for term in dict.fromkeys(terms(story.title)):
        total += idf(term)
        if term in report.words:
            said += idf(term)
    return said / total if total else 0.0


def _time_factor(apart: int | None, coefficients: MatchCoefficients) -> float:
    if apart is None:
        return 1.0
    if abs(apart) <= SAME_DAYS:
        return coefficients.on_same_days
    if is_of_its_time(apart):
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
    if telling_terms_said(report, place, coefficients):
        return coefficients.place_named
    # If the story's own articles seldom name the place, this one need not either.
    naming = [other for other in story.reports if telling_terms_said(other, place, coefficients)]
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
