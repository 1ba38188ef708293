"""A sentence of a report as it is compared with sentences of other reports, and what a comparison gives."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from annotations.logic.vocabulary import Aspect, Relation
from newsroom.text.language.facts import Facts, facts
from newsroom.text.language.measures import FIGURE_TERMS, NO_UNITS, PEOPLE_WORDS
from newsroom.text.language.numbers.casualties import TOLL_WORDS
from newsroom.text.language.numbers.number_words import BIG_WORDS, SMALL_WORDS
from newsroom.text.language.word_weights import IDF_BEFOREHAND
from newsroom.text.language.words import folded, term, terms
from newsroom.text.model import Span

#: Terms of less weight (IDF) do not tell what a sentence is about.
LEAST_WEIGHT = 4.0
# Words of a toll and of how it grew. Two reports of one toll seldom use the same ones.
_WORDS_OF_TOLLS = (
    "toll death killing kill kills injuring wounding claimed lives lost victims casualties rose rise "
    "risen climbed jumped reached stood fell authorities said told reported"
)
_UNTELLING = FIGURE_TERMS | {
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
# What shows that a sentence looks back at something else.
_BACKGROUND = re.compile(
    r"\b(?:in|since|of) (?:1[89]|20)\d\d\b|\bago\b|\b(?:last|previous|earlier|past) "
    r"(?:week|month|year|decade|years|decades|months|season)\b|\bpreviously\b|\bsince then\b",
    re.IGNORECASE,
)
_NAME_PHRASE = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|al|bin|de|der|van|von))*")


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A report of a story: the text of a revision, and where its sentences stand in it.

    Reports of one `source` are not compared, because they do not speak independently of each other.
    """

    article: int
    revision: int
    source: str
    text: str
    sentences: tuple[Span, ...]
    published: datetime | None = None


@dataclass(slots=True)
class ReportReading:
    """A report with its sentences, and the terms of all words with a capital in it."""

    report: StoryReport
    sentences: list["ReportSentence"] = field(default_factory=list)
    names: frozenset[str] = frozenset()


class ReportSentence:
    """A sentence of a report with what is read from it, each once. `number` is its place in the report."""

    def __init__(self, reading: ReportReading, number: int) -> None:
        self.reading = reading
        self.report = reading.report
        self.number = number
        self.span = self.report.sentences[number]
        self.said = self.report.text[self.span.start : self.span.end]
        self.terms = terms(self.said)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The telling terms, each with its weight (IDF)."""
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
        """Whether the sentence looks back at another time."""
        return _BACKGROUND.search(self.said) is not None

    @property
    def before(self) -> "ReportSentence | None":
        """The sentence before this one in its report; None for the first."""
        if self.number == 0:
            return None
        return self.reading.sentences[self.number - 1]


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences of different sources.

    `likeness` is the share of the weight of the shorter one that the other has too, `overlap` the share of
    the longer one; both are from 0 to 1. `shared` are the shared telling terms.
    """

    one: ReportSentence
    other: ReportSentence
    likeness: float
    overlap: float
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class SlotDifference:
    """In what two sentences differ: the words of the slot in each, as they stand.

    `relation` is `updates` where the later report tells how things went on. `reason` is a phrase for people.
    """

    aspect: Aspect
    one: str
    other: str
    reason: str
    relation: Relation = Relation.CONTRADICTS


def read_report(report: StoryReport) -> ReportReading:
    """Return the report with its sentences, each read once."""
    reading = ReportReading(report)
    for number in range(len(report.sentences)):
        reading.sentences.append(ReportSentence(reading, number))
    reading.names = names_in(report.text)
    return reading


def pair_of(one: ReportSentence, other: ReportSentence) -> SentencePair:
    """Return two sentences with what they share. A sentence without telling terms is like no other."""
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
    """Return the terms that tell what is spoken of, with their weights (IDF).

    Figures, words of tolls and common words are none of them.
    """
    weights = {}
    for word in set(chosen_terms) - _UNTELLING:
        weight = IDF_BEFOREHAND(word)
        if weight >= LEAST_WEIGHT and not word[0].isdecimal():
            weights[word] = weight
    return weights


def names_in(text: str) -> frozenset[str]:
    """Return the terms of all words with a capital."""
    names: set[str] = set()
    for phrase in _NAME_PHRASE.finditer(text):
        names.update(terms(phrase.group()))
    return frozenset(names)
