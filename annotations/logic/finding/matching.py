"""Find candidates for a passage (the searched passage) among sentences that share words with it.

The caller analyses the searched passage once, and each sentence is analysed once. `find` performs all steps:
it ranks the sentences, turns the best ones into passages, and explains why each was found.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotations.logic.finding.comparison import (
    Likeness,
    PassageAnalysis,
    compare_passages,
    plain_likeness,
)
from annotations.logic.finding.excerpts import ExcerptChooser
from annotations.logic.finding.neighbours import StoredBlocks, neighbouring_sentences
from annotations.logic.finding.passages import cut, widen
from annotations.logic.finding.reasons import explain
from annotations.logic.finding.scoring import certainty, score
from annotations.logic.finding.surroundings import context_of, surroundings_of
from annotations.logic.sources.attribution import framing_terms
from newsroom.text.language.word_weights import Weight
from newsroom.text.model import Span

#: Number of sentences with the best BM25 score that are compared in full, with the text around them.
CLOSER_LOOK = 36
#: Weight of a word that only tells who speaks, compared with a word of the statement.
FRAMING = 0.5
#: Weight of nearness in meaning in the score. The certainty does not use it, because its values differ from
#: model to model.
MEANING = 0.3
#: Number of digits after the decimal point of a score. Smaller differences are random.
SCORE_DIGITS = 4
#: Least certainty of a candidate that is offered without being asked for. It is more than even odds, because
#: a false offer costs more than a missing one.
CONFIDENT = 0.52

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class CandidateSentence:
    """A sentence that may make the searched statement: `span` in `text`, the whole text of a revision.

    `article` and `revision` are ids. `blocks` are the blocks of the revision. Without them the sentence has
    no neighbours. `days` is the number of days between the publication of its article and of the article of
    the searched passage, or None if it is not known. `undated` is true if only the date of the article of the
    searched passage is known. `nearness` is the cosine of the meanings of the sentence and the searched
    passage, or None without a model.
    """

    article: int
    revision: int
    span: Span
    text: str
    blocks: StoredBlocks = ()
    days: int | None = None
    undated: bool = False
    nearness: float | None = None

    @property
    def said(self) -> str:
        return self.text[self.span.start : self.span.end]

    @property
    def meaning_bonus(self) -> float:
        """Return the part of the score that comes from nearness in meaning. It is never negative."""
        return MEANING * max(0.0, self.nearness or 0.0)


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence with its analysis, and the result of comparing it with the searched passage.

    `score` orders the sentences. `certainty` is the probability that both are about the same event.
    """

    sentence: CandidateSentence
    analysis: PassageAnalysis
    likeness: Likeness
    score: float
    certainty: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of another article that may make the same statement as the searched passage.

    `article` and `revision` are ids. `score` is about 0 for different passages and 1 to 2 for the same words,
    and can be higher if the surrounding text agrees too. `confident` is true if the candidate is offered
    without being asked for. `reasons` are phrases for people. `contradicts` is the value of the `Aspect` in
    which the passages differ, or empty.
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
    weigh: Weight,
    *,
    own_text: str = "",
    most: int = 10,
) -> list[Candidate]:
    """Return the passages that may make the same statement as `sought`, best first and at most `most`.

    `sentences` are the sentences to choose from. `weigh` returns the weight (IDF) of a term. `own_text` is
    the text of the article of `sought`, or empty if there is no article.
    """
    ranked = rank(sought, sentences, weigh, own_text=own_text, most=most)
    candidates: list[Candidate] = []
    for best in ranked:
        revision = best.sentence.revision
        # Two candidates must not overlap, because a person would decide on the same words twice.
        taken = [earlier.span for earlier in candidates if earlier.revision == revision]
        if any(best.sentence.span.overlaps(span) for span in taken):
            # A better candidate contains this sentence already.
            continue
        span = _passage_around(best, sought, taken, weigh)
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
    """Return the sentences that most likely make the same statement as `sought`, best first.

    At most `most` are returned. Equal ones are ordered by article and place. Of a very long sentence, only
    the excerpt that shares the most with `sought` is compared and returned. The parameters are those of
    `find`.
    """
    # The article of the searched passage is analysed once for all sentences.
    context = context_of(sought, own_text, weigh)
    # “Lavrov told reporters” occurs in many sentences and says nothing about the statement.
    weigh_said = _discounting(framing_terms(sought.text), weigh)
    total = sum(map(weigh_said, sought.counts)) or 1.0

    def plain_score(pair: tuple[CandidateSentence, PassageAnalysis]) -> float:
        sentence, analysis = pair
        return plain_likeness(sought, analysis, weigh_said) / total + sentence.meaning_bonus

    # BM25 is fast to compute. Only the best sentences by BM25 are compared in full.
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
    """Return a function that weighs terms like `weigh`, but gives less weight to `framing_terms`.

    Framing terms only say who speaks.
    """

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
    """Return the `most` rows with the highest scores, best first.

    Rows of equal scores are ordered by article and place.
    """

    def order(row: Row) -> tuple[float, int, Span]:
        sentence = sentence_of(row)
        # The article and the place make the order of equal scores the same in every process.
        return -score_of(row), sentence.article, sentence.span

    return sorted(rows, key=order)[:most]


def _passage_around(
    ranked: RankedSentence,
    sought: PassageAnalysis,
    taken: Sequence[Span],
    weigh: Weight,
) -> Span:
    """Return the span of the passage that contains the ranked sentence and overlaps none of `taken`."""
    sentence = ranked.sentence
    neighbours = neighbouring_sentences(sentence.text, sentence.blocks, sentence.span)
    span = widen(sought, sentence.span, neighbours, sentence.text, weigh)
    # The wider passage would overlap a better candidate, so the sentence alone is used.
    if any(span.overlaps(earlier) for earlier in taken):
        span = sentence.span
    return cut(sought, span, sentence.text, weigh)


def _candidate(
    ranked: RankedSentence,
    span: Span,
    sought: PassageAnalysis,
    weigh: Weight,
) -> Candidate:
    """Return the passage at `span` as a candidate, with the reasons why it was found.

    The passage is compared again only if it differs from the ranked sentence.
    """
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
