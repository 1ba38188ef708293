"""Describe an article and a story in the form in which they are compared."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from newsroom.text.language.facts import facts
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.story_match.coefficients import (
    DAYS_AFTER,
    DAYS_BEFORE,
    FITTED,
    MatchCoefficients,
)
from newsroom.text.story_match.vectors import Vector, centroid, cosine, vector_of


@dataclass(frozen=True, slots=True)
class ReportProfile:
    """The words and names of an article: `words` are {term: count}, `names` are {term: name as written}.

    `day` is the day of publication, or None if it is unknown.
    """

    words: Mapping[str, int]
    names: Mapping[str, str]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What people stated about a story, with the profiles of some of its articles.

    `first` and `last` are the days that people entered, or None.
    """

    title: str
    place: str = ""
    first: date | None = None
    last: date | None = None
    reports: tuple[ReportProfile, ...] = ()

    @property
    def days(self) -> tuple[date, date] | None:
        """Return the first and last day of the story.

        These are the days that people entered, otherwise the earliest and latest day of its reports, or None
        if no day is known.
        """
        if self.first:
            return self.first, self.last or self.first
        report_days = [report.day for report in self.reports if report.day]
        if not report_days:
            return None
        return min(report_days), max(report_days)


@dataclass(frozen=True, slots=True)
class StoryProfile:
    """A story in the form in which articles are compared with it.

    `centroid` is the mean of its reports as a vector. An article needs the similarity `needed` to it.
    """

    facts: StoryFacts
    idf: Weight
    centroid: Vector
    needed: float
    coefficients: MatchCoefficients = FITTED


def report_profile(
    sentences: Iterable[str], title: str = "", day: date | None = None
) -> ReportProfile:
    """Return the profile of an article from its sentences and its title.

    Takes time linear in their length.
    """
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for text in (title, *sentences):
        counts.update(terms(text))
        names.update(facts(text).names)
    return ReportProfile(counts, names, day)


def story_profile(
    story: StoryFacts, idf: Weight, coefficients: MatchCoefficients = FITTED
) -> StoryProfile:
    """Return the profile of `story`. `idf` gives the weight of each term on this desk."""
    vectors = [
        report_vector(report, idf, coefficients) for report in _reports_within_reporting_days(story)
    ]
    needed = coefficients.title_share
    if vectors:
        coherence = _coherence(vectors, coefficients)
        needed = coefficients.least_similarity + coefficients.by_coherence * coherence
    return StoryProfile(story, idf, centroid(vectors), needed, coefficients)


def report_vector(report: ReportProfile, idf: Weight, coefficients: MatchCoefficients) -> Vector:
    """Return the article as a vector of term weights."""
    return vector_of(report.words, report.names, idf, coefficients.name_weight)


def days_apart(day: date | None, days: tuple[date, date] | None) -> int | None:
    """Return the number of days from the event to `day`, or None if either is unknown.

    The number is negative before the event's first day, positive after its last day, and otherwise 0.
    """
    if day is None or days is None:
        return None
    first, last = days
    if day < first:
        return (day - first).days
    if day > last:
        return (day - last).days
    return 0


def is_within_reporting_days(apart: int | None) -> bool:
    """Return whether reports of an event appear so many days from it.

    Returns True if the days are unknown.
    """
    return apart is None or -DAYS_BEFORE <= apart <= DAYS_AFTER


def _reports_within_reporting_days(story: StoryFacts) -> Collection[ReportProfile]:
    """Return the reports without those from another time, which people keep in a story as background.

    Returns all reports if all of them are from another time.
    """
    days = story.days
    reports = [
        report for report in story.reports if is_within_reporting_days(days_apart(report.day, days))
    ]
    return reports or story.reports


def _coherence(vectors: Collection[Vector], coefficients: MatchCoefficients) -> float:
    """Return the mean similarity of the story's reports to each other, smoothed while there are few."""
    similarities = []
    for first, second in combinations(vectors, 2):
        similarity = cosine(first, second)
        if similarity < coefficients.copy_similarity:
            similarities.append(similarity)
    assumed = coefficients.assumed_coherence * coefficients.assumed_pairs
    return (sum(similarities) + assumed) / (len(similarities) + coefficients.assumed_pairs)
