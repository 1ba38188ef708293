"""Explain why a passage was found and in what it differs, in phrases that people can check quickly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Indel, Levenshtein

from annotations.logic.finding.comparison import Likeness, PassageAnalysis
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.counted import counted
from newsroom.text.language.days import Day
from newsroom.text.language.figures import Figure
from newsroom.text.language.times import Time
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import Word, folded
from newsroom.text.model import Span

#: Least number of consecutive words that are called the same wording.
WORDING = 5
#: Least number of words of a quotation that is compared.
SHORTEST_QUOTATION = 4
#: Most quotations of a passage that are compared one by one. All of them together are compared too.
MOST_QUOTATIONS = 10
#: Two quotations are the same if at most this share of the words differs.
DRIFT = 0.34
#: If one quotation is more than this number of times as long, the reason says that it continues where the
#: shorter one ends.
LONGER = 1.4
#: Most words of a quotation that is searched inside a longer one, because the time is quadratic.
LONGEST_PART = 100
#: Least cosine of two sentences that are called near in meaning.
NEAR = 0.4
#: Most figures, names and words that a reason lists.
MOST_FIGURES, MOST_NAMES, MOST_WORDS = 2, 4, 3
#: Number of code points before a number in which a currency sign is searched.
_LONGEST_SIGN = 4
_CURRENCY = re.compile(r"[A-Z]*[$€£¥₽₹]\Z")


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasons for a candidate, and the differences from the searched passage, as phrases for people.

    `contradicts` is the `Aspect` in which the passages contradict each other, or empty.
    """

    reasons: tuple[str, ...]
    contradicts: str = ""


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """How far two quotations agree that are the same except for a few words.

    `kept` and `differing` are numbers of words that agree and that differ. `extent` is a phrase for how much
    is quoted, such as “part of a longer quotation there”.
    """

    kept: int
    differing: int
    extent: str


def explain(
    likeness: Likeness,
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
    nearness: float = 0.0,
) -> Explanation:
    """Return the reasons for a candidate: what agrees, most convincing first, then what differs.

    `nearness` is the cosine of the meanings of both passages. It becomes a reason only if nothing else
    agrees.
    """
    reasons = list(_agreements(likeness, sought, passage))
    if not reasons and nearness >= NEAR:
        reasons.append("near in meaning, in other words")
    # Single words are the weakest reason, so they are named only if there is no other one.
    if not reasons:
        shared_words = telling_words(sought, passage, weigh)
        if shared_words:
            reasons.append(f"words: {', '.join(shared_words)}")
    return Explanation(tuple(reasons + _differences(likeness)), _contradicted_aspect(likeness))


def _agreements(
    likeness: Likeness,
    sought: PassageAnalysis,
    passage: PassageAnalysis,
) -> Iterator[str]:
    quotation = same_quotation(sought, passage)
    if quotation:
        yield quotation
    for figure in likeness.figures.same[:MOST_FIGURES]:
        yield f"same figure: {figure.text}"
    for day in likeness.days.same[:1]:
        yield f"same day: {day.text}"
    for time in likeness.times.same[:1]:
        yield f"same time: {time.text}"
    if likeness.same_names:
        yield f"names: {', '.join(likeness.same_names[:MOST_NAMES])}"
    # A quotation contains the shared words already.
    if not quotation:
        wording = same_wording(sought, passage)
        if wording:
            yield f"same words: “{wording}”"


def _differences(likeness: Likeness) -> list[str]:
    pairs: list[tuple[Day | Time | Figure, Day | Time | Figure]] = [
        *likeness.days.differing[:1],
        *likeness.times.differing,
        *likeness.figures.differing[:MOST_FIGURES],
    ]
    return [f"differs: {own.text} / {other.text}" for own, other in pairs]


def _contradicted_aspect(likeness: Likeness) -> str:
    """Return the `Aspect` in which the passages contradict each other, or an empty string."""
    if likeness.figures.differing:
        return Aspect.NUMBER
    if likeness.days.differing or likeness.times.differing:
        return Aspect.TIME
    return ""


def same_quotation(sought: PassageAnalysis, passage: PassageAnalysis) -> str:
    """Return a phrase about a shared quotation and its differences, or an empty string if there is none.

    Either both passages quote the words, or only the found passage does. A quotation that is interrupted
    (“…,” she said, “…”) is also compared as a whole. The quotation with the most equal words is described.
    """
    quoted_here = _quotations(sought)
    both_quote = bool(quoted_here)
    matches = []
    for words, other_words in product(quoted_here or [folded(sought.text)], _quotations(passage)):
        match = _quotation_match(words, other_words, both_quote=both_quote)
        if match is not None:
            matches.append(match)
    if not matches:
        return ""

    # The extent makes the choice between equal matches the same in every process.
    best = max(matches, key=lambda match: (match.kept, -match.differing, match.extent))
    if best.differing == 0:
        return f"{best.extent}, word for word"
    verb = "differs" if best.differing == 1 else "differ"
    return f"{best.extent}, {counted(best.differing, 'word')} {verb}"


def _quotations(passage: PassageAnalysis) -> list[list[str]]:
    """Return the words of each of the first quotations of a passage. The list is empty if there is none.

    If there are several, the words of all of them together are added as one more item.
    """
    quotations = [folded(quotation) for quotation in passage.facts.quotations]
    if len(quotations) <= 1:
        return quotations
    # A reporter often interrupts a quotation with “she said”.
    together = [word for quotation in quotations for word in quotation]
    return [*quotations[:MOST_QUOTATIONS], together]


def _quotation_match(
    words: list[str],
    other_words: list[str],
    *,
    both_quote: bool,
) -> QuotationMatch | None:
    """Return how far two quotations agree, or None if too many words differ or one of them is too short."""
    shorter, longer = sorted((words, other_words), key=len)
    if len(shorter) < SHORTEST_QUOTATION:
        return None
    # A much longer quotation contains the shorter one and more, so only a part of it is compared.
    is_part = len(longer) > LONGER * len(shorter)
    if is_part and len(shorter) > LONGEST_PART:
        return None
    if is_part:
        differing = _fewest_changes(shorter, longer)
        compared = len(shorter)
    else:
        differing = Levenshtein.distance(shorter, longer)
        compared = len(longer)
    if differing > DRIFT * compared:
        return None
    extent = _extent(
        is_part=is_part,
        longer_there=longer is other_words,
        both_quote=both_quote,
    )
    return QuotationMatch(len(shorter) - differing, differing, extent)


def _extent(*, is_part: bool, longer_there: bool, both_quote: bool) -> str:
    """Return a phrase that says how much is quoted, by both passages or only by the found one (“there”)."""
    if is_part and longer_there:
        return "part of a longer quotation there"
    if is_part:
        return "part of the quotation" if both_quote else "partly quoted there"
    return "same quotation" if both_quote else "quoted there"


def _fewest_changes(shorter: Sequence[str], longer: Sequence[str]) -> int:
    """Return the least number of changes of words that turn `shorter` into a part of `longer`.

    A change replaces, inserts or deletes a word (Sellers' algorithm). Only the text next to the most similar
    part of the same length is searched, because searching all of it would take too long.
    """
    size = len(shorter)
    starts = range(len(longer) - size + 1)
    best_start = min(
        starts, key=lambda start: Indel.distance(shorter, longer[start : start + size])
    )
    # Inserted words can make the similar part longer than the shorter quotation.
    margin = size // 2
    around = longer[max(0, best_start - margin) : best_start + size + margin]

    # One row of the table of edit distances is kept at a time. A part can start anywhere without a cost.
    costs = [0] * (len(around) + 1)
    for number, word in enumerate(shorter, start=1):
        costs_above, costs = costs, [number]
        for column, other in enumerate(around, start=1):
            left_out = costs_above[column] + 1
            put_in = costs[column - 1] + 1
            exchanged = costs_above[column - 1] + (word != other)
            costs.append(min(left_out, put_in, exchanged))
    return min(costs)


def same_wording(sought: PassageAnalysis, passage: PassageAnalysis) -> str:
    """Return the longest run of words that both passages have, in the spelling of the found passage.

    Returns an empty string if the run is shorter than `WORDING` words.
    """
    sought_words = [_with_sign(sought.text, word) for word in sought.words]
    passage_words = [_with_sign(passage.text, word) for word in passage.words]
    run = _longest_common_run(sought_words, passage_words)
    if run is None:
        return ""
    first, last = passage.words[run.start], passage.words[run.end - 1]
    return " ".join(passage.text[first.start : last.end].split())


def _longest_common_run(words: Sequence[str], others: Sequence[str]) -> Span | None:
    """Return the longest run of words of both lists as a span of indexes in `others`, or None.

    None means that it is shorter than `WORDING`. Words contain no spaces. The length of the run only grows
    during the search, so there are at most twice as many searches as words.
    """
    # Searching in one string is much faster than comparing lists of words.
    joined_others = f" {' '.join(others)} "
    longest = ""
    length = WORDING
    start = 0
    while start + length <= len(words):
        run = f" {' '.join(words[start : start + length])} "
        if run in joined_others:
            longest = run
            length += 1
        else:
            start += 1
    if not longest:
        return None
    words_before = joined_others[: joined_others.index(longest)].count(" ")
    return Span(words_before, words_before + length - 1)


def _with_sign(text: str, word: Word) -> str:
    """Return the term of a word. For a number, the currency or per cent sign next to it is included.

    Therefore $9 and €9, or 5 and 5%, are not the same wording.
    """
    if not word.term[:1].isdecimal():
        return word.term
    currency = _CURRENCY.search(text, max(0, word.start - _LONGEST_SIGN), word.start)
    before = currency.group() if currency else ""
    after = "%" if text.startswith("%", word.end) else ""
    return f"{before}{word.term}{after}"


def telling_words(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
) -> list[str]:
    """Return at most `MOST_WORDS` shared words of the highest weights, as the found passage spells them."""
    shared: dict[str, Word] = {}
    for word in passage.words:
        if word.term in sought.counts and len(word.term) > 1:
            # The first occurrence gives the spelling.
            shared.setdefault(word.term, word)
    by_weight = sorted(shared.values(), key=lambda word: -weigh(word.term))
    in_order = sorted(by_weight[:MOST_WORDS], key=lambda word: word.start)
    return [word.text for word in in_order]
