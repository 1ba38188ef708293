"""What is known of an article and of a story, in the form in which they are compared."""

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
    """What an article says: the count of each term, its names (term -> as it stands), and its day."""

    words: Mapping[str, int]
    names: Mapping[str, str]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """A story: what people stated about it, and the profiles of some of its articles."""

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
    """A story ready for comparison.

    `centroid` is the mean of its reports as a vector; an article needs the similarity `needed` to it.
    """

    facts: StoryFacts
    idf: Weight
    centroid: Vector
    needed: float
    coefficients: MatchCoefficients = FITTED


def report_profile(
    sentences: Iterable[str], title: str = "", day: date | None = None
) -> ReportProfile:
    """Return what the sentences of an article and its title say. Takes time linear in their length."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for text in (title, *sentences):
        counts.update(terms(text))
        names.update(facts(text).names)
    return ReportProfile(counts, names, day)


def story_profile(
    story: StoryFacts, idf: Weight, coefficients: MatchCoefficients = FITTED
) -> StoryProfile:
    """Return `story` ready for comparison. `idf` says what each term tells on this desk."""
    vectors = [report_vector(report, idf, coefficients) for report in _reports_of_its_time(story)]
    needed = coefficients.title_share
    if vectors:
        coherence = _coherence(vectors, coefficients)
        needed = coefficients.least_similarity + coefficients.by_coherence * coherence
    return StoryProfile(story, idf, centroid(vectors), needed, coefficients)


def report_vector(report: ReportProfile, idf: Weight, coefficients: MatchCoefficients) -> Vector:
    """Return the article as a vector."""
    return vector_of(report.words, report.names, idf, coefficients.name_weight)


def days_apart(day: date | None, days: tuple[date, date] | None) -> int | None:
    """Return the days from the event to `day`, None if either is unknown.

    Days before the event's first day are negative, days after its last positive, days within it 0.
    """
    if day is None or days is None:
        return None
    first, last = days
    if day < first:
        return (day - first).days
    if day > last:
        return (day - last).days
    return 0


def is_of_its_time(apart: int | None) -> bool:
    """Whether reports of an event appear so many days from it. True if the days are not known."""
    return apart is None or -DAYS_BEFORE <= apart <= DAYS_AFTER


def _reports_of_its_time(story: StoryFacts) -> Collection[ReportProfile]:
    """Return the reports without those from another time, which people keep in a story for their context."""
    days = story.days
    reports = [report for report in story.reports if is_of_its_time(days_apart(report.day, days))]
    return reports or story.reports


def _coherence(vectors: Collection[Vector], coefficients: MatchCoefficients) -> float:
    """Return the mean similarity of the story's reports to each other, smoothed while they are few."""
    similarities = []
    for first, second in combinations(vectors, 2):
        similarity = cosine(first, second)
        if similarity < coefficients.copy_similarity:
            similarities.append(similarity)
    assumed = coefficients.assumed_coherence * coefficients.assumed_pairs
    return (sum(similarities) + assumed) / (len(similarities) + coefficients.assumed_pairs)
