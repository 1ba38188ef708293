"""From a sentence that matches to the passage that does: with the neighbour that completes it, without idle
clauses.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotations.logic.finding.comparison import PassageAnalysis
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: A neighbouring sentence is taken in where it adds this share of the weight sought; less is enough where
#: several sentences are sought.
COMPLETES, COMPLETES_SEVERAL = 0.2, 0.06
#: And where at least this share of what it says itself is sought.
TO_THE_POINT = 0.4
#: What says when, measured by what the sentence before told: “during his speech”, “before she spoke”.
_GOES_ON = re.compile(
    r"\b(?:during|before|after|while|when|as)\s+(?:his|her|their|he|she|they)\b", re.IGNORECASE
)
#: Sentences in one passage, and code points between two that still stand together (a paragraph's end).
MOST, APART = 3, 2
#: Shorter sentences are left whole; a cut leaves at least so much, in code points.
WHOLE, LEAST = 120, 40
#: The share of what is shared that a cut may lose, and from what weight a word counts as telling.
IDLE, TELLS = 0.02, 3.0

_SEVERAL = re.compile(r"[.!?。！？][\"'”’»)]*\s*(?=\S{2})")
_JOINT = re.compile(r"(?<=[,;:])\s+(?=\S)|\s+[—–-]\s+|(?<=\w)—(?=\w)")


def widen(sought: PassageAnalysis, span: Span, neighbours: Sequence[Span], text: str, weigh: Weight) -> Span:
    """`span`, a sentence of `text`, with those of `neighbours` (the sentences of `text` in order) that
    complete it.
    """
    if span not in neighbours:
        return span
    total = sum(map(weigh, sought.counts)) or 1.0
    enough = COMPLETES_SEVERAL if _SEVERAL.search(sought.text) else COMPLETES
    first = last = neighbours.index(span)
    held = set(terms(text[span.start : span.end]))
    while last - first + 1 < MOST:
        sides = [
            at
            for at in (first - 1, last + 1)
            if 0 <= at < len(neighbours) and _adjoins(neighbours, at, first, last)
        ]
        added = {at: _adds(sought, held, text, neighbours[at], weigh) / total for at in sides}
        at = max(added, key=lambda at: added[at], default=None)
        if at is None or added[at] < enough:
            at = next(
                (at for at in sides if at > last and _goes_on(sought, held, text, neighbours[at], weigh)),
                None,
            )
        if at is None:
            break
        held |= set(terms(text[neighbours[at].start : neighbours[at].end]))
        first, last = min(first, at), max(last, at)
    return Span(neighbours[first].start, neighbours[last].end)


def cut(sought: PassageAnalysis, span: Span, text: str, weigh: Weight) -> Span:
    """`span` without the clauses at its ends that share nothing with what is sought."""
    said = text[span.start : span.end]
    if len(said) < WHOLE:
        return span
    joints = [
        (0, 0),
        *((joint.start(), joint.end()) for joint in _JOINT.finditer(said)),
        (len(said), len(said)),
    ]
    clauses = [(before[1], after[0]) for before, after in pairwise(joints)]
    shared = [_shared(sought, said[start:end], weigh) for start, end in clauses]
    spare = IDLE * sum(shared)
    first, last = 0, len(clauses) - 1
    while first < last and shared[first] <= spare and clauses[last][1] - clauses[first + 1][0] >= LEAST:
        first += 1
    while last > first and shared[last] <= spare and clauses[last - 1][1] - clauses[first][0] >= LEAST:
        last -= 1
    start, end = clauses[first][0], clauses[last][1]
    return Span(span.start + start, span.start + end)


def _adjoins(neighbours: Sequence[Span], at: int, first: int, last: int) -> bool:
    if at < first:
        return neighbours[first].start - neighbours[at].end <= APART
    return neighbours[at].start - neighbours[last].end <= APART


def _adds(sought: PassageAnalysis, held: set[str], text: str, span: Span, weigh: Weight) -> float:
    """The weight that the sentence at `span` adds to what is held; none where it speaks of other things."""
    own = set(terms(text[span.start : span.end]))
    shared = own & sought.counts.keys()
    if sum(map(weigh, shared)) < TO_THE_POINT * sum(map(weigh, own)):
        return 0.0
    return sum(map(weigh, shared - held))


def _goes_on(sought: PassageAnalysis, held: set[str], text: str, span: Span, weigh: Weight) -> bool:
    """Whether the sentence at `span` says when something sought took place, measured by what the one before
    it tells.

    “Kuleba addressed the meeting. Lavrov left during his speech.” answers to “left before Kuleba spoke”.
    """
    said = text[span.start : span.end]
    if not _GOES_ON.search(said):
        return False
    return any(term in sought.counts and term not in held and weigh(term) >= TELLS for term in terms(said))


def _shared(sought: PassageAnalysis, clause: str, weigh: Weight) -> float:
    """The weight of the telling words both have: clauses without one are idle, whatever little words they
    share.
    """
    return sum(weigh(term) for term in set(terms(clause)) if term in sought.counts and weigh(term) >= TELLS)
