"""Define the types for comparing sentences of different reports, and functions that
read and pair sentences.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import combinations

from annotations.logic.counting.chains import Chain
from annotations.logic.vocabulary import Aspect, Relation
from newsroom.text.language.facts import Facts, facts
from newsroom.text.language.measures import FIGURE_TERMS, NO_UNITS, PEOPLE_WORDS
from newsroom.text.language.numbers.casualties import TOLL_WORDS
from newsroom.text.language.numbers.number_words import BIG_WORDS, SMALL_WORDS
from newsroom.text.language.word_weights import IDF_BEFOREHAND
from newsroom.text.language.words import folded, term, terms
from newsroom.text.model import Span

#: Least weight (IDF) of a term that shows what a sentence is about.
LEAST_WEIGHT = 4.0
# Words about victims and rising numbers. Two reports on the same victims seldom use the same ones.
_WORDS_OF_TOLLS = (
    "toll death killing kill kills injuring wounding claimed lives lost victims casualties rose rise "
    "risen climbed jumped reached stood fell authorities said told reported"
)
#: Terms that do not show the subject of a sentence: figures, people, victims and rising numbers.
UNTELLING_TERMS = FIGURE_TERMS | {
    term(word)
    for word in (
        *_WORDS_OF_TOLLS.split(),
        *NO_UNITS,
        *PEOPLE_WORDS,
        *TOLL_WORDS,
        *SMALL_WORDS,
        *BIG_WORDS,
    )
}
# Words that show that a sentence is about an earlier event.
_BACKGROUND = re.compile(
    r"\b(?:in|since|of) (?:1[89]|20)\d\d\b|\bago\b|\b(?:last|previous|earlier|past) "
    r"(?:week|month|year|decade|years|decades|months|season)\b|\bpreviously\b|\bsince then\b",
    re.IGNORECASE,
)
# These signs between digits make one number of them: “1,120”, “12.5”, “12:30”, “1 120” (no-break space).
_JOINS_DIGITS = r"[.,:'’\u00a0\u202f]"
_LONGER_BEFORE = re.compile(rf"(?:\w|\d{_JOINS_DIGITS})\Z")
# A unit may follow a number without a space: “12km”. The ending of “12th” makes it another word.
_LONGER_BEHIND_NUMBER = re.compile(rf"\d|{_JOINS_DIGITS}\d|(?:st|nd|rd|th)\b")
_NAME_PHRASE = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|al|bin|de|der|van|von))*")


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A report of a story: the text of a revision, and the spans of the sentences in it.

    `article` and `revision` are ids. `chain` is the chain of telling of the article. Reports whose chains
    share a source are not compared, because they are not independent.
    """

    article: int
    revision: int
    chain: Chain
    text: str
    sentences: tuple[Span, ...]
    published: datetime | None = None


@dataclass(slots=True)
class ReportReading:
    """A report with its sentences. `names` are the terms of all its capitalised words."""

    report: StoryReport
    sentences: list["ReportSentence"] = field(default_factory=list)
    names: frozenset[str] = frozenset()


class ReportSentence:
    """A sentence of a report with the facts in it (figures, days and so on), each computed once.

    `number` is the index of the sentence in the report. `said` is the text of the sentence.
    """

    def __init__(self, reading: ReportReading, number: int) -> None:
        self.reading = reading
        self.report = reading.report
        self.number = number
        self.span = self.report.sentences[number]
        self.said = self.report.text[self.span.start : self.span.end]
        self.terms = terms(self.said)

    @cached_property
    def weights(self) -> dict[str, float]:
        """Return the significant terms, each with its weight (IDF)."""
        return telling(self.terms)

    @cached_property
    def weight(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def facts(self) -> Facts:
        return facts(self.said)

    @cached_property
    def words(self) -> list[str]:
        return folded(self.said)

    @cached_property
    def is_background(self) -> bool:
        """Return whether the sentence is about an earlier event, as in “in 2009” or “two years ago”."""
        return _BACKGROUND.search(self.said) is not None

    @property
    def before(self) -> "ReportSentence | None":
        """Return the previous sentence of the report, or None for the first one."""
        if self.number == 0:
            return None
        return self.reading.sentences[self.number - 1]


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A pair of sentences from different sources, with what they share.

    `likeness` is the weight of the shared significant terms divided by the weight of the lighter sentence.
    `overlap` is the same weight divided by that of the heavier one. Both are from 0 to 1. `shared` holds the
    shared significant terms.
    """

    one: ReportSentence
    other: ReportSentence
    likeness: float
    overlap: float
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class SlotDifference:
    """The slot in which two sentences differ: `one` and `other` are the words of each sentence.

    `relation` is `updates` if the later report only continues the events. `reason` is a phrase for people.
    """

    aspect: Aspect
    one: str
    other: str
    reason: str
    relation: Relation = Relation.CONTRADICTS


def read_report(report: StoryReport) -> ReportReading:
    """Return the report with all its sentences and names."""
    reading = ReportReading(report)
    for number in range(len(report.sentences)):
        reading.sentences.append(ReportSentence(reading, number))
    reading.names = names_in(report.text)
    return reading


def pair_of(one: ReportSentence, other: ReportSentence) -> SentencePair:
    """Return two sentences as a pair, with what they share.

    If one of them has no significant terms, its likeness to the other is 0.
    """
    shared = one.weights.keys() & other.weights.keys()
    weight = sum(one.weights[word] for word in shared)
    shorter, longer = sorted((one.weight, other.weight))
    return SentencePair(
        one=one,
        other=other,
        likeness=weight / shorter if shorter else 0.0,
        overlap=weight / longer if longer else 0.0,
        shared=frozenset(shared),
    )


def telling(chosen_terms: list[str]) -> dict[str, float]:
    """Return the significant terms among `chosen_terms`, with their weights (IDF).

    They show what a sentence is about. Figures, words about victims and common words are left out.
    """
    weights = {}
    for word in set(chosen_terms) - UNTELLING_TERMS:
        weight = IDF_BEFOREHAND(word)
        if weight >= LEAST_WEIGHT and not word[0].isdecimal():
            weights[word] = weight
    return weights


class ReportRivals:
    """The reports of a story that may contradict each other: of two sources, and of one event.

    `unrelated` are pairs of ids of articles that seem to report different events.
    """

    def __init__(
        self, reports: Iterable[StoryReport], unrelated: Collection[frozenset[int]] = ()
    ) -> None:
        # A set is asked once for each pair of articles, and not once for each pair of their sentences.
        apart = frozenset(unrelated)
        self._rivals: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in combinations(reports, 2):
            pair = frozenset((one.article, other.article))
            if pair not in apart and not one.chain.shares_source(other.chain):
                self._rivals[one.article].add(other.article)
                self._rivals[other.article].add(one.article)

    def of(self, report: StoryReport) -> Collection[int]:
        """Return the ids of the articles with which the report is compared. There can be none."""
        return self._rivals.get(report.article, frozenset())


def place_in(said: str, words: str) -> Span | None:
    """Return the first place of `words` in a sentence, or None if the sentence does not contain them.

    The place is no part of a longer word or number: “12” is neither in “1,120” nor in “12.5” or “12th”.
    """
    start = said.find(words)
    while start >= 0:
        end = start + len(words)
        if not _is_part_of_longer(said[:start], words, said[end:]):
            return Span(start, end)
        start = said.find(words, start + 1)
    return None


def _is_part_of_longer(before: str, words: str, behind: str) -> bool:
    """Return whether `words`, which stand between two texts, are a part of a longer word or number."""
    starts_in_word = words[0].isalnum() and bool(before) and before[-1].isalnum()
    starts_in_number = words[0].isdecimal() and _LONGER_BEFORE.search(before) is not None
    if words[-1].isdecimal():
        ends_in_longer = _LONGER_BEHIND_NUMBER.match(behind) is not None
    else:
        ends_in_longer = words[-1].isalnum() and behind[:1].isalnum()
    return starts_in_word or starts_in_number or ends_in_longer


def names_in(text: str) -> frozenset[str]:
    """Return the terms of all capitalised words in the text. The set can be empty."""
    names: set[str] = set()
    for phrase in _NAME_PHRASE.finditer(text):
        names.update(terms(phrase.group()))
    return frozenset(names)
