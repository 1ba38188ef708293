"""Why a passage was found, in words people can check at a glance, and in what it differs."""

import re
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Indel, Levenshtein

from annotations.logic.finding.comparison import Likeness, PassageAnalysis
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import Word, folded

#: Words in a row that are called the same wording.
WORDING = 5
#: A quotation is the same while at most this share of its words differs.
DRIFT = 0.34
#: A quotation this many times as long goes on where the other ends.
LONGER = 1.4
_CURRENCY = re.compile(r"[A-Z]*[$€£¥₽₹]\Z")
# How far what is quoted goes: where only the passage quotes, and where both do.
_SAME = ("quoted there", "same quotation")
_PART_THERE = ("part of a longer quotation there", "part of a longer quotation there")
_PART_HERE = ("partly quoted there", "part of the quotation")
MOST_NAMES, MOST_WORDS = 4, 3
#: From which cosine two sentences are called near in meaning.
NEAR = 0.4


@dataclass(frozen=True, slots=True)
class Why:
    """Sentences for people; `contradicts` names the aspect in which the passages differ, or is blank."""

    reasons: tuple[str, ...]
    contradicts: str = ""


def explain(
    likeness: Likeness,
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
    nearness: float = 0.0,
) -> Why:
    """The reasons, most telling first. A difference is named where the passages are otherwise alike.

    `nearness`: in meaning, as a model told it; the reason where no figure, day, name or wording is one.
    """
    said: list[str] = []
    contradicts = ""
    quotation = same_quotation(sought, passage)
    if quotation:
        said.append(quotation)
    for figure in likeness.same_figures[:2]:
        said.append(f"same figure: {figure.text}")
    for day in likeness.same_days[:1]:
        said.append(f"same day: {day.text}")
    for time in likeness.same_times[:1]:
        said.append(f"same time: {time.text}")
    if likeness.same_names:
        said.append(f"names: {', '.join(likeness.same_names[:MOST_NAMES])}")
    if not quotation and (wording := same_wording(sought, passage)):
        said.append(f"same words: “{wording}”")
    if not said and nearness >= NEAR:
        said.append("near in meaning, in other words")
    if not said and (shared := telling_words(sought, passage, weigh)):
        said.append(f"words: {', '.join(shared)}")
    for mine, other in likeness.other_days[:1]:
        said.append(f"differs: {mine.text} / {other.text}")
        contradicts = Aspect.TIME
    for time, rival_time in likeness.other_times:
        said.append(f"differs: {time.text} / {rival_time.text}")
        contradicts = Aspect.TIME
    for figure, rival in likeness.other_figures[:2]:
        said.append(f"differs: {figure.text} / {rival.text}")
        contradicts = Aspect.NUMBER
    return Why(tuple(said), contradicts)


def same_quotation(sought: PassageAnalysis, passage: PassageAnalysis) -> str:
    """That both quote the same words or the passage quotes what is sought, and how many differ; blank where
    not so.

    A speech that one report breaks up, “…,” she said, “…”, is compared as a whole too; most words in common
    count.
    """
    mine = _quoted(sought)
    best: tuple[int, int, str] | None = None
    for left, right in product(mine or [folded(sought.text)], _quoted(passage)):
        if min(len(left), len(right)) < 4:
            continue
        short, long = sorted((left, right), key=len)
        whole = len(long) <= LONGER * len(short)
        differing = Levenshtein.distance(short, long) if whole else _fewest_changes(short, long)
        if differing <= DRIFT * len(long if whole else short):
            extent = _SAME if whole else _PART_THERE if long is right else _PART_HERE
            best = max(best or (0, 0, ""), (len(short) - differing, -differing, extent[bool(mine)]))
    if best is None:
        return ""
    _, spared, what = best
    if not spared:
        return f"{what}, word for word"
    return f"{what}, {-spared} word{' differs' if spared == -1 else 's differ'}"


def _quoted(told: PassageAnalysis) -> list[list[str]]:
    """The words of each quotation, and of all together."""
    each = [folded(quotation) for quotation in told.facts.quotations]
    return [*each, [word for words in each for word in words]] if len(each) > 1 else each


def _fewest_changes(short: list[str], long: list[str]) -> int:
    """The fewest words to exchange, put in or leave out to make `short` a stretch of `long` (Sellers).

    Counted around the stretch of the same length most like it: the whole would take too long.
    """
    size = len(short)
    starts = range(len(long) - size + 1)
    start = min(starts, key=lambda at: Indel.distance(short, long[at : at + size]))
    around = long[max(0, start - size // 2) : start + size + size // 2]
    row = [0] * (len(around) + 1)
    for number, word in enumerate(short, start=1):
        above, row = row, [number]
        for at, other in enumerate(around, start=1):
            row.append(min(above[at] + 1, row[-1] + 1, above[at - 1] + (word != other)))
    return min(row)


def same_wording(sought: PassageAnalysis, passage: PassageAnalysis) -> str:
    """The longest run of words both have, as the passage has it, where it is long enough to tell."""
    left, right = ([_with_sign(told.text, word) for word in told.words] for told in (sought, passage))
    best_end = best = 0
    row = [0] * (len(right) + 1)
    for one in left:
        above = 0
        for at, other in enumerate(right, start=1):
            above, row[at] = row[at], above + 1 if one == other else 0
            if row[at] > best:
                best, best_end = row[at], at
    if best < WORDING:
        return ""
    first, last = passage.words[best_end - best], passage.words[best_end - 1]
    return " ".join(passage.text[first.start : last.end].split())


def _with_sign(text: str, word: Word) -> str:
    """The term of a word; a number with the signs that touch it, for $9 and €9, 5 and 5% are not the same
    wording.
    """
    if not word.term[:1].isdecimal():
        return word.term
    before = _CURRENCY.search(text, max(0, word.start - 4), word.start)
    return (before.group() if before else "") + word.term + ("%" if text.startswith("%", word.end) else "")


def telling_words(sought: PassageAnalysis, passage: PassageAnalysis, weigh: Weight) -> list[str]:
    """The most telling words both have, as the passage spells them, in its order."""
    shared: dict[str, Word] = {}
    for word in passage.words:
        if word.term in sought.counts and len(word.term) > 1:
            shared.setdefault(word.term, word)
    best = sorted(shared.values(), key=lambda word: -weigh(word.term))[:MOST_WORDS]
    return [word.text for word in sorted(best, key=lambda word: word.start)]
