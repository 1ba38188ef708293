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
    """What is compared of an article: its words, its names and its day.

    `words` is {term: number of occurrences}. `names` is {term: name as written}. `day` is the day of
    publication, or None if it is unknown.
    """

    words: Mapping[str, int]
    names: Mapping[str, str]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What people entered about a story, with the profiles of some of its articles as `reports`.

    `first` and `last` are the days that people entered, or None.
    """

    title: str
    place: str = ""
    first: date | None = None
    last: date | None = None
    reports: tuple[ReportProfile, ...] = ()

    @property
    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day of the story, or None if no day is known.

        These are the days that people entered. If they entered none, these are the days of the earliest and
        of the latest report.
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

    `centroid` is the mean, scaled to length 1, of the vectors of its reports from about the time of the event
    (of all its reports, if none is from then). `needed` is the similarity to `centroid` that an article
    needs, from 0 to 1, before `match_story` adapts it to the day, place and names of the article. If the
    story has no reports, `needed` is the share of the title that the article must contain, adapted in the
    same way. `idf` is a function from a term to its weight.
    """

    facts: StoryFacts
    idf: Weight
    centroid: Vector
    needed: float
    coefficients: MatchCoefficients = FITTED


def report_profile(
    sentences: Iterable[str], title: str = "", day: date | None = None
) -> ReportProfile:
    """Return the profile of an article from its sentences, its title and its day of publication.

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
    """Return the profile of `story`. `idf` gives the weight of each term in the articles of the desk."""
    vectors = [
        report_vector(report, idf, coefficients) for report in _reports_within_reporting_days(story)
    ]
    needed = coefficients.title_share
    if vectors:
        coherence = _coherence(vectors, coefficients)
        needed = coefficients.least_similarity + coefficients.by_coherence * coherence
    return StoryProfile(story, idf, centroid(vectors), needed, coefficients)


def report_vector(report: ReportProfile, idf: Weight, coefficients: MatchCoefficients) -> Vector:
    """Return the article as a vector, {term: weight}, of length 1."""
    return vector_of(report.words, report.names, idf, coefficients.name_weight)


def days_apart(day: date | None, days: tuple[date, date] | None) -> int | None:
    """Return the number of days from the event to `day`, or None if `day` or `days` is None.

    `days` holds the first and the last day of the event. The number is negative before the first day,
    positive after the last day, and otherwise 0.
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
    """Return whether reports of an event appear `apart` days from the event. A negative number is days before
    it.

    Returns True if `apart` is None, because then the days are unknown.
    """
    return apart is None or -DAYS_BEFORE <= apart <= DAYS_AFTER


def _reports_within_reporting_days(story: StoryFacts) -> Collection[ReportProfile]:
    """Return the reports of the story that appeared at about the time of the event.

    People keep reports from other times in a story as background. If all reports are from other times, all
    are returned.
    """
    days = story.days
    reports = [
        report for report in story.reports if is_within_reporting_days(days_apart(report.day, days))
    ]
    return reports or story.reports


def _coherence(vectors: Collection[Vector], coefficients: MatchCoefficients) -> float:
    """Return the mean similarity of the story's reports to each other, from 0 to 1.

    Copies of one text are left out. While there are few reports, the mean is smoothed with an assumed value.
    """
    similarities = []
    for first, second in combinations(vectors, 2):
        similarity = cosine(first, second)
        if similarity < coefficients.copy_similarity:
            similarities.append(similarity)
    assumed = coefficients.assumed_coherence * coefficients.assumed_pairs
    return (sum(similarities) + assumed) / (len(similarities) + coefficients.assumed_pairs)
