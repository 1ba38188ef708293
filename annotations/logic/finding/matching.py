"""Finding who else says so: from the passage sought, and sentences that share words with it, to candidates."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotations.logic.finding.comparison import Likeness, PassageAnalysis, compare, plain_likeness
from annotations.logic.finding.passages import cut, widen
from annotations.logic.finding.reasons import explain
from annotations.logic.finding.scoring import background_of, certainty, score, setting
from annotations.logic.sources.attribution import framing
from newsroom.text.language.word_weights import Weight
from newsroom.text.model import Span

#: How many of the sentences most alike in words are looked at in their surroundings.
CLOSER_LOOK = 36
#: What a word counts that only says who says it, beside one of what is said.
FRAMING = 0.5
#: What nearness in meaning counts, where it is known, beside BM25's share of the weight sought. Certainty
#: does not ask for it: how near is near differs from model to model.
MEANING = 0.3

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CandidateSentence:
    """A sentence that may say what is sought: `span` in `text`, the text of its article's revision
    `revision`.

    `days`: between the publication of its article and of the one the sought passage stands in, where both are
    known. `undated`: only the latter is. `nearness`: cosine of its meaning and the sought passage's, where a
    model told it.
    """

    article: int
    revision: int
    span: Span
    text: str
    days: int | None = None
    undated: bool = False
    nearness: float | None = None

    @property
    def said(self) -> str:
        return self.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence with what a comparison showed."""

    sentence: CandidateSentence
    likeness: Likeness
    score: float
    certainty: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of another article that may say the same. `score`: 0 unlike, about 1 alike; more in like
    surroundings.

    `confident`: alike enough to be proposed unasked. `contradicts`: in what it differs though otherwise alike
    (the value of an `Aspect`), or blank.
    """

    article: int
    revision: int
    span: Span
    quote: str
    score: float
    confident: bool
    reasons: tuple[str, ...]
    contradicts: str = ""


def rank(
    quote: str, sentences: Iterable[CandidateSentence], weigh: Weight, *, told_in: str = "", most: int = 10
) -> list[RankedSentence]:
    """The `most` sentences that may say what `quote` says, best first; of equal ones the earlier article and
    place.

    `weigh` says what a term tells; `told_in` is the text of the article the quote stands in, where it is
    known.
    """
    sought = PassageAnalysis(quote)
    background = background_of(sought, told_in, weigh)
    framed = framing(quote)

    def reported(term: str) -> float:
        return weigh(term) * (FRAMING if term in framed else 1)

    def plain(pair: tuple[CandidateSentence, PassageAnalysis]) -> float:
        return plain_likeness(sought, pair[1], reported) / total + _meant(pair[0])

    total = sum(map(reported, sought.counts)) or 1.0
    alike = [(sentence, PassageAnalysis(sentence.said)) for sentence in sentences]
    alike = _best(alike, plain, lambda pair: pair[0], max(CLOSER_LOOK, most))
    looked_at = []
    for sentence, told in alike:
        likeness = compare(sought, told, reported, sentence.days)
        around = setting(sought, told, sentence.text, sentence.span, background, weigh)
        around = replace(around, days=sentence.days, undated=sentence.undated)
        scored = round(score(likeness, around) + _meant(sentence), 4)
        looked_at.append(RankedSentence(sentence, likeness, scored, certainty(likeness, around)))
    return _best(looked_at, lambda ranked: ranked.score, lambda ranked: ranked.sentence, most)


def present(
    quote: str, ranked: Iterable[RankedSentence], sentences: Mapping[int, Sequence[Span]], weigh: Weight
) -> list[Candidate]:
    """The ranked sentences as passages with reasons; one that an earlier passage holds already is left out.

    `sentences`: those of each revision, in order.
    """
    sought = PassageAnalysis(quote)
    made: list[Candidate] = []
    for one in ranked:
        sentence, text = one.sentence, one.sentence.text
        taken = [done.span for done in made if done.revision == sentence.revision]
        if any(sentence.span.overlaps(span) for span in taken):
            continue
        span = widen(sought, sentence.span, sentences.get(sentence.revision, ()), text, weigh)
        if any(span.overlaps(other) for other in taken):
            span = sentence.span
        span = cut(sought, span, text, weigh)
        told = PassageAnalysis(text[span.start : span.end])
        likeness = compare(sought, told, weigh, sentence.days) if span != sentence.span else one.likeness
        why = explain(likeness, sought, told, weigh, sentence.nearness or 0.0)
        made.append(
            Candidate(
                article=sentence.article,
                revision=sentence.revision,
                span=span,
                quote=told.text,
                score=one.score,
                confident=one.certainty >= 0.5,
                reasons=why.reasons,
                contradicts=why.contradicts,
            )
        )
    return made


def _meant(sentence: CandidateSentence) -> float:
    """What nearness in meaning adds; unlike ones lose nothing."""
    return MEANING * max(0.0, sentence.nearness or 0.0)


def _best(
    rows: list[T], score: Callable[[T], float], sentence: Callable[[T], CandidateSentence], most: int
) -> list[T]:
    return sorted(rows, key=lambda row: (-score(row), sentence(row).article, sentence(row).span))[:most]
