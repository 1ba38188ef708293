"""Which story an article seems to be part of: by names and words, by the days, by the place.

An article is compared with the middle of the articles that a story holds. How near it must be depends on how
near those are to each other, on the time between them, and on whether the place is named: the next meeting of
the same people is another event.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from newsroom.text.language.counted import counted
from newsroom.text.language.facts import facts
from newsroom.text.language.word_weights import Weight, idf_weights
from newsroom.text.language.words import terms

#: Days before an event's first day, and after its last, within which reports of it appear.
DAYS_BEFORE, DAYS_AFTER = 7, 14
#: Days between two reports, or a report and an event, that make them reports of different events.
DAYS_APART = 30
#: Days around an event within which most reports of it appear.
SAME_DAYS = 3
#: From this score on a story is proposed: the article is as near to it as it must be.
ENOUGH = 0.5

# How near an article must be (cosine): at least this, and more where the story's own articles are nearer to
# each other.
_LEAST, _BY_COHERENCE = 0.14, 0.6
# What is taken for the nearness of two articles of a story until it holds some: as much as so many pairs
# weigh.
_EXPECTED, _PAIRS = 0.3, 2
# Nearer than this are two copies of one text, which say nothing of how alike reports of the event are.
_COPY = 0.8
# A story without articles: the share of its title's words, by what they tell, that must be said; and how many
# of them.
_OF_TITLE, _TELLING_WORDS = 0.75, 2
# What makes it easier or harder: the same days, days further off; the place named, or passed over.
_ON_SAME_DAYS, _FURTHER_OFF, _PLACE_NAMED, _PLACE_NOT_NAMED = 0.8, 1.5, 0.9, 1.5
# Harder where the article names people and places, this many at least, and the story's articles know none of
# them.
_NO_NAME_KNOWN, _FEW_NAMES = 1.5, 2
# A name tells more than another word that is as rare. A word that tells less than this is no hint of
# anything.
_NAME, _TELLING = 1.5, 5.0
_NAMES_SHOWN = 4
# Whether a word is a hint at all is asked of what is known beforehand: on a small desk a story's own names
# are common.
_BEFOREHAND = idf_weights({}, 0)

Vector = Mapping[str, float]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class ReportProfile:
    """What an article says: how often each term stands in it, its names (term -> as it stands), when it
    appeared.
    """

    words: Mapping[str, int]
    names: Mapping[str, str]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """A story: what is stated about it, and what some of its articles tell."""

    title: str
    place: str = ""
    first: date | None = None
    last: date | None = None
    reports: tuple[ReportProfile, ...] = ()

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and last day: as stated, else those of its reports."""
        if self.first:
            return self.first, self.last or self.first
        dates = [report.day for report in self.reports if report.day]
        return (min(dates), max(dates)) if dates else None


@dataclass(frozen=True, slots=True)
class StoryProfile:
    """A story made ready for comparison: the middle of its reports, and how near to it an article must be."""

    event: StoryFacts
    weigh: Weight
    middle: Vector
    needed: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """How well an article fits a story: from 0 to 1, and proposed from `ENOUGH` on. `reasons` say why."""

    score: float
    reasons: tuple[str, ...]


def report_profile(sentences: Iterable[str], title: str = "", day: date | None = None) -> ReportProfile:
    """What the sentences of an article and its title say. Linear in their length."""
    said = [text for text in (title, *sentences) if text]
    names: dict[str, str] = {}
    for text in said:
        names.update(facts(text).names)
    return ReportProfile(Counter(term for text in said for term in terms(text)), names, day)


def story_profile(event: StoryFacts, weigh: Weight) -> StoryProfile:
    """`event` ready for comparison. `weigh` says what each term tells."""
    vectors = [_vector(report, weigh) for report in _near_in_time(event)]
    return StoryProfile(event, weigh, _middle(vectors), _needed(vectors) if vectors else _OF_TITLE)


def best_story(report: ReportProfile, stories: Mapping[Key, StoryProfile]) -> tuple[Key, Proposal] | None:
    """The story that `report` fits best, where it fits one."""
    fits = [
        (key, fit) for key, story in stories.items() if (fit := match_story(report, story)).score >= ENOUGH
    ]
    return max(fits, key=lambda pair: pair[1].score, default=None)


def match_story(report: ReportProfile, story: StoryProfile) -> Proposal:
    """How well `report` fits `story`, and what speaks for it."""
    event, weigh = story.event, story.weigh
    apart = days_apart(report.day, event.days)
    if event.reports:
        near = _cosine(_vector(report, weigh), story.middle)
    elif apart is not None and len(_said(report, f"{event.title} {event.place}")) >= _TELLING_WORDS:
        near = _title_said(report, event, weigh)
    else:
        near = 0.0
    needed = story.needed * _by_time(apart) * _by_place(report, event) * _by_names(report, event)
    score = near / (near + needed) if near and math.isfinite(needed) else 0.0
    return Proposal(round(score, 3), tuple(_reasons(report, event, apart)) if score >= ENOUGH else ())


def days_apart(day: date | None, days: tuple[date, date] | None) -> int | None:
    """Days from the event to `day`: negative before its first, positive after its last; None where one is
    unknown.
    """
    if day is None or days is None:
        return None
    first, last = days
    return min(0, (day - first).days) or max(0, (day - last).days)


def _by_time(apart: int | None) -> float:
    if apart is None or (abs(apart) > SAME_DAYS and -DAYS_BEFORE <= apart <= DAYS_AFTER):
        return 1.0
    if abs(apart) <= SAME_DAYS:
        return _ON_SAME_DAYS
    return _FURTHER_OFF if abs(apart) <= DAYS_APART else math.inf


def _by_place(report: ReportProfile, event: StoryFacts) -> float:
    """A place that the story's own articles seldom name may be passed over."""
    place = _nearest(event.place)
    if not _telling_terms(place):
        return 1.0
    if _said(report, place):
        return _PLACE_NAMED
    naming = sum(bool(_said(other, place)) for other in event.reports)
    return _PLACE_NOT_NAMED if 2 * naming >= len(event.reports) else 1.0


def _nearest(place: str) -> str:
    """“Elazig” of “Elazig, Turkey”: many things happen in one country on the same days."""
    first = place.partition(",")[0]
    return first if _telling_terms(first) else place


def _by_names(report: ReportProfile, event: StoryFacts) -> float:
    names = [term for term in report.names if _BEFOREHAND(term) >= _TELLING]
    unknown = not any(term in other.words for other in event.reports for term in names)
    return _NO_NAME_KNOWN if event.reports and unknown and len(names) >= _FEW_NAMES else 1.0


def _near_in_time(event: StoryFacts) -> Collection[ReportProfile]:
    """Its reports without those from another time, which are kept in a story for their context."""
    days = event.days
    near = [one for one in event.reports if -DAYS_BEFORE <= (days_apart(one.day, days) or 0) <= DAYS_AFTER]
    return near or event.reports


def _needed(vectors: Collection[Vector]) -> float:
    pairs = [near for one, other in combinations(vectors, 2) if (near := _cosine(one, other)) < _COPY]
    coherence = (sum(pairs) + _EXPECTED * _PAIRS) / (len(pairs) + _PAIRS)
    return _LEAST + _BY_COHERENCE * coherence


def _title_said(report: ReportProfile, event: StoryFacts, weigh: Weight) -> float:
    """The share of the title's words, each by what it tells, that the report says."""
    telling_of = {term: weigh(term) for term in terms(event.title)}
    total = sum(telling_of.values())
    return (
        sum(weight for term, weight in telling_of.items() if term in report.words) / total if total else 0.0
    )


def _telling_terms(text: str) -> list[str]:
    return [term for term in dict.fromkeys(terms(text)) if _BEFOREHAND(term) >= _TELLING]


def _said(report: ReportProfile, text: str) -> list[str]:
    """The telling terms of `text` that the report says."""
    return [term for term in _telling_terms(text) if term in report.words]


def _vector(report: ReportProfile, weigh: Weight) -> Vector:
    """Each term by how often it stands there and what it tells; of length 1."""
    weighed = {
        term: (1 + math.log(number)) * weigh(term) * (_NAME if term in report.names else 1)
        for term, number in report.words.items()
    }
    return _unit(weighed)


def _middle(vectors: Collection[Vector]) -> Vector:
    sums: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, value in vector.items():
            sums[term] += value
    return _unit(sums)


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def _cosine(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[term] for term, value in one.items() if term in other)


def _reasons(report: ReportProfile, event: StoryFacts, apart: int | None) -> Iterable[str]:
    if names := _names_shared(report, event):
        yield f"same names: {', '.join(names)}"
    else:
        told = {term for other in event.reports for term in other.words} | set(terms(event.title))
        if number := sum(term in told for term in report.words if _BEFOREHAND(term) >= _TELLING):
            yield f"{counted(number, 'telling word')} in common"
    if apart is not None:
        if abs(apart) <= SAME_DAYS:
            yield "same days"
        else:
            yield f"published {abs(apart)} days {'before' if apart < 0 else 'after'}"
    if _said(report, _nearest(event.place)):
        place = _said(report, event.place)
        spelled = [word for word in event.place.replace(",", " ").split() if set(terms(word)) & set(place)]
        yield f"same place: {' '.join(spelled)}"


def _names_shared(report: ReportProfile, event: StoryFacts) -> list[str]:
    """The names that most of its reports have too (its title, where it holds none), the most frequent first."""
    holding = Counter(term for other in event.reports for term in other.names)
    if not event.reports:
        holding.update(set(terms(event.title)))
    shared = [term for term in report.names if holding[term] and _BEFOREHAND(term) >= _TELLING]
    shared.sort(key=lambda term: (-holding[term] * report.words.get(term, 1), term))
    return [report.names[term] for term in shared[:_NAMES_SHOWN]]
