"""Finding who else says so: from the passage sought and sentences that share words with it to ranked candidates."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotations.logic.comparing import Likeness, Told, compare, plain_likeness
from annotations.logic.reasons import explain
from newsroom.text.commonness import Weight
from newsroom.text.model import Span
from newsroom.text.words import terms

#: Characters around a sentence, and of its article's beginning, that tell what event it speaks of.
AROUND, LEAD = 500, 300
#: How many of the sentences most alike in words are looked at in their surroundings.
CLOSER_LOOK = 60
#: What counts how much beside BM25's share, which counts 1. Chosen on two halves of a development set in turn.
NEAR, ORDER, NAMES, NARROW, SAME_FIGURE, OTHER_FIGURE, SAME_DAY, OTHER_DAY = (
    0.1,
    0.03,
    0.08,
    0.03,
    0.05,
    -0.25,
    0.03,
    -0.2,
)
SURROUNDINGS, BACKGROUND, KINSHIP = 0.2, 0.1, 0.2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may say what is sought: `span` in `text`, the text of its article's revision `revision`."""

    key: int
    article: int
    revision: int
    span: Span
    text: str

    @property
    def said(self) -> str:
        return self.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of another article that may say the same. `score`: 0 unlike, about 1 word for word.

    `confident`: alike enough to be proposed unasked. `contradicts`: in what it differs though otherwise alike (the
    value of an `Aspect`), or blank.
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
    quote: str, sentences: Iterable[Sentence], weigh: Weight, *, told_in: str = "", most: int = 10
) -> list[Candidate]:
    """The `most` sentences that may say what `quote` says, best first; of equal ones the earlier article and place.

    `weigh` says what a term tells; `told_in` is the text of the article the quote stands in, where it is known.
    """
    sought = Told(quote)
    alike = [(sentence, Told(sentence.said)) for sentence in sentences]
    alike = _best(alike, lambda _, told: plain_likeness(sought, told, weigh), CLOSER_LOOK)
    background = frozenset(terms(told_in)) - set(sought.counts)
    looks = {sentence.key: _look(sought, sentence, told, background, weigh) for sentence, told in alike}
    best = _best(alike, lambda sentence, _: looks[sentence.key].score, most)
    return [_candidate(looks[sentence.key], sentence, sought, told, weigh) for sentence, told in best]


def _best(
    alike: list[tuple[Sentence, Told]], score: Callable[[Sentence, Told], float], most: int
) -> list[tuple[Sentence, Told]]:
    scored = [(-score(sentence, told), sentence.article, sentence.span, sentence, told) for sentence, told in alike]
    return [(sentence, told) for *_, sentence, told in sorted(scored, key=lambda row: row[:3])[:most]]


@dataclass(frozen=True, slots=True)
class Look:
    """What a closer look at a sentence showed."""

    likeness: Likeness
    score: float
    certainty: float


def _look(sought: Told, sentence: Sentence, told: Told, background: frozenset[str], weigh: Weight) -> Look:
    likeness = compare(sought, told, weigh)
    setting = _setting(sought, sentence, told, background, weigh)
    score = _in_words(likeness) + SURROUNDINGS * setting.around + BACKGROUND * setting.back + KINSHIP * setting.kinship
    return Look(likeness, round(score, 4), certainty(likeness, setting, known=bool(background)))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the surroundings add. `around`: share of the sought weight that stands near the sentence, not in it.

    `back`: share of the sentence's weight that the sought passage's article says elsewhere. `kinship`: cosine of the
    two surroundings.
    """

    around: float = 0.0
    back: float = 0.0
    kinship: float = 0.0


def _setting(sought: Told, sentence: Sentence, told: Told, background: frozenset[str], weigh: Weight) -> Setting:
    span, text = sentence.span, sentence.text
    near = f"{text[:LEAD]} {text[max(0, span.start - AROUND) : span.start]} {text[span.end : span.end + AROUND]}"
    own = set(told.counts)
    nearby = set(terms(near))
    total = sum(map(weigh, sought.counts)) or 1.0
    around = sum(weigh(term) for term in sought.counts if term in nearby and term not in own) / total
    if not background:
        return Setting(around)
    back = sum(map(weigh, own & background)) / (sum(map(weigh, own)) or 1.0)
    both = sum(map(weigh, nearby & background))
    sizes = sum(map(weigh, nearby)) * sum(map(weigh, background))
    return Setting(around, back, both / math.sqrt(sizes) if sizes else 0.0)


def _in_words(likeness: Likeness) -> float:
    return (
        likeness.words
        + NEAR * likeness.near
        + ORDER * likeness.order
        + NAMES * likeness.names
        + NARROW * likeness.narrow
        + SAME_FIGURE * min(2, len(likeness.same_figures))
        + OTHER_FIGURE * min(2, len(likeness.other_figures))
        + SAME_DAY * bool(likeness.same_days)
        + OTHER_DAY * bool(likeness.other_days)
    )


def _candidate(look: Look, sentence: Sentence, sought: Told, told: Told, weigh: Weight) -> Candidate:
    why = explain(look.likeness, sought, told, weigh)
    return Candidate(
        article=sentence.article,
        revision=sentence.revision,
        span=sentence.span,
        quote=sentence.said,
        score=look.score,
        confident=look.certainty >= 0.5,
        reasons=why.reasons,
        contradicts=why.contradicts,
    )


def certainty(likeness: Likeness, setting: Setting, *, known: bool) -> float:
    """How likely it is, 0 to 1, that the passage speaks of the same event: a logistic of what was compared."""
    told = (
        1.4 * likeness.words
        + 0.3 * likeness.order
        + 0.9 * likeness.names
        + 1.2 * likeness.narrow
        + 0.7 * min(2, len(likeness.same_figures))
        - 1.0 * min(2, len(likeness.other_figures))
        + 1.5 * bool(likeness.same_days)
        - 0.6 * bool(likeness.other_days)
        + 1.3 * math.sqrt(likeness.found * likeness.narrow)
        + likeness.shared / 50
        + 0.35 * likeness.telling
        + 1.4 * setting.around
        + (2.3 * setting.back + 2.9 * setting.kinship if known else 1.2)
    )
    return 1 / (1 + math.exp(LEAST - told))


#: What has to be told for even odds.
LEAST = 5.0
