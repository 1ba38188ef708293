"""Finding who else says so: from the passage sought, and sentences that share words with it, to candidates.

The passage sought is analysed once, by the caller, and so is each sentence. `find` is the whole way: it ranks
the sentences, makes passages of the best ones, and says why each of them was found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotations.logic.finding.comparison import (
    Likeness,
    PassageAnalysis,
    compare_passages,
    plain_likeness,
)
from annotations.logic.finding.excerpts import ExcerptChooser
from annotations.logic.finding.passages import cut, widen
from annotations.logic.finding.reasons import explain
from annotations.logic.finding.scoring import certainty, score
from annotations.logic.finding.surroundings import context_of, surroundings_of
from annotations.logic.sources.attribution import framing_terms
from newsroom.text.language.word_weights import Weight
from newsroom.text.model import Span

#: How many of the sentences most alike in words are compared in full, with their surroundings.
CLOSER_LOOK = 36
#: What a word that only says who speaks counts, beside a word of what is said.
FRAMING = 0.5
#: What nearness in meaning counts in the score, beside BM25's share of the weight sought. Certainty does not
#: ask for it, because how near is near differs from model to model.
MEANING = 0.3
#: Digits of a score after the point. Smaller differences are chance.
SCORE_DIGITS = 4
#: From this certainty on, a candidate is proposed unasked.
CONFIDENT = 0.5

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class CandidateSentence:
    """A sentence that may say what is sought: `span` in `text`, the whole text of `revision`.

    `days` are those between the publication of its article and of the article the sought passage stands in,
    if both dates are known. `undated`: only the date of the latter is known. `nearness` is the cosine between
    the meanings of the sentence and of the sought passage, if a model gave it.
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

    @property
    def meaning_bonus(self) -> float:
        """What nearness in meaning adds to the score. A sentence far in meaning loses nothing."""
        return MEANING * max(0.0, self.nearness or 0.0)


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence, its analysis, and what its comparison with the sought passage gave."""

    sentence: CandidateSentence
    analysis: PassageAnalysis
    likeness: Likeness
    score: float
    certainty: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of another article that may say the same.

    `score` is 0 for unlike passages and about 1 for alike ones, more in like surroundings. `confident`: alike
    enough to be proposed unasked. `contradicts` names in what the passage differs though it is otherwise
    alike (the value of an `Aspect`), or is blank.
    """

    article: int
    revision: int
    span: Span
    quote: str
    score: float
    confident: bool
    reasons: tuple[str, ...]
    contradicts: str = ""


def find(
    sought: PassageAnalysis,
    sentences: Iterable[CandidateSentence],
    spans: Mapping[int, Sequence[Span]],
    weigh: Weight,
    *,
    own_text: str = "",
    most: int = 10,
) -> list[Candidate]:
    """Find the passages that may say what `sought` says. Returns at most `most`, best first.

    `sentences` are those to choose from; `spans` are all sentences of their revisions, in order. `weigh`
    gives the weight of a term (IDF). `own_text` is the text of the article that holds the sought passage, if
    known.
    """
    ranked = rank(sought, sentences, weigh, own_text=own_text, most=most)
    candidates: list[Candidate] = []
    for best in ranked:
        revision = best.sentence.revision
        taken = [earlier.span for earlier in candidates if earlier.revision == revision]
        if any(best.sentence.span.overlaps(span) for span in taken):
            # An earlier passage holds this sentence already.
            continue
        span = _passage_around(best, sought, spans.get(revision, ()), taken, weigh)
        candidates.append(_candidate(best, span, sought, weigh))
    return candidates


def rank(
    sought: PassageAnalysis,
    sentences: Iterable[CandidateSentence],
    weigh: Weight,
    *,
    own_text: str = "",
    most: int = 10,
) -> list[RankedSentence]:
    """Order sentences by how likely they say what `sought` says.

    Returns at most `most`, best first; of equal ones the one of the earlier article and place comes first.
    Of a very long sentence only the excerpt that shares most is compared and returned. The parameters are
    those of `find`.
    """
    context = context_of(sought, own_text, weigh)
    weigh_said = _discounting(framing_terms(sought.text), weigh)
    total = sum(map(weigh_said, sought.counts)) or 1.0

    def plain_score(pair: tuple[CandidateSentence, PassageAnalysis]) -> float:
        sentence, analysis = pair
        return plain_likeness(sought, analysis, weigh_said) / total + sentence.meaning_bonus

    # BM25 alone is cheap. Only the best by it are worth the full comparison.
    excerpts = ExcerptChooser(sought, weigh_said)
    analysed = []
    for sentence in sentences:
        excerpt = excerpts.excerpt(sentence.text, sentence.span)
        compared = sentence if excerpt == sentence.span else replace(sentence, span=excerpt)
        analysed.append((compared, PassageAnalysis(compared.said)))
    closest = _best(analysed, plain_score, lambda pair: pair[0], max(CLOSER_LOOK, most))

    ranked = []
    for sentence, analysis in closest:
        likeness = compare_passages(sought, analysis, weigh_said, sentence.days)
        surroundings = replace(
            surroundings_of(sought, analysis, sentence.text, sentence.span, context, weigh),
            days=sentence.days,
            undated=sentence.undated,
        )
        ranked.append(
            RankedSentence(
                sentence=sentence,
                analysis=analysis,
                likeness=likeness,
                score=round(score(likeness, surroundings) + sentence.meaning_bonus, SCORE_DIGITS),
                certainty=certainty(likeness, surroundings),
            )
        )
    return _best(ranked, lambda row: row.score, lambda row: row.sentence, most)


def _discounting(framing_terms: frozenset[str], weigh: Weight) -> Weight:
    """Return weights in which the words that only say who speaks count less."""

    def weigh_said(term: str) -> float:
        if term in framing_terms:
            return weigh(term) * FRAMING
        return weigh(term)

    return weigh_said


def _best(
    rows: list[Row],
    score_of: Callable[[Row], float],
    sentence_of: Callable[[Row], CandidateSentence],
    most: int,
) -> list[Row]:
    """Return the `most` rows of the highest scores, in a fixed order."""

    def order(row: Row) -> tuple[float, int, Span]:
        sentence = sentence_of(row)
        return -score_of(row), sentence.article, sentence.span

    return sorted(rows, key=order)[:most]


def _passage_around(
    ranked: RankedSentence,
    sought: PassageAnalysis,
    spans: Sequence[Span],
    taken: Sequence[Span],
    weigh: Weight,
) -> Span:
    """Return the passage that a ranked sentence stands for, overlapping none of the `taken` ones."""
    sentence = ranked.sentence
    span = widen(sought, sentence.span, spans, sentence.text, weigh)
    if any(span.overlaps(earlier) for earlier in taken):
        span = sentence.span
    return cut(sought, span, sentence.text, weigh)


def _candidate(
    ranked: RankedSentence,
    span: Span,
    sought: PassageAnalysis,
    weigh: Weight,
) -> Candidate:
    """Return the passage at `span` as a candidate. It is compared again only if it is not the sentence."""
    sentence = ranked.sentence
    analysis, likeness = ranked.analysis, ranked.likeness
    if span != sentence.span:
        analysis = PassageAnalysis(sentence.text[span.start : span.end])
        likeness = compare_passages(sought, analysis, weigh, sentence.days)

    explanation = explain(likeness, sought, analysis, weigh, sentence.nearness or 0.0)
    return Candidate(
        article=sentence.article,
        revision=sentence.revision,
        span=span,
        quote=analysis.text,
        score=ranked.score,
        confident=ranked.certainty >= CONFIDENT,
        reasons=explanation.reasons,
        contradicts=explanation.contradicts,
    )
