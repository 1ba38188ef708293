"""Fit the coefficients of certainty to labelled passages, and print them beside those in use.

    python -m tests.bench.fit_certainty POOL.jsonl QUERIES.jsonl

The files are those of `tests.bench.finding`. Each query is compared with the sentences of other docs that
share most with it. A sentence named in `gold` speaks of the same event, one in `ignore` counts neither way,
and any other does not. Certainty is a logistic regression of what both share
(`annotations.logic.finding.scoring`). Its coefficients are found by Newton's method (iteratively reweighted
least squares), with a small ridge that keeps the coefficients of rare features near 0.

They are cross-validated by topic: the topics are dealt to five folds, and each fold is foreseen with what the
others fit. Sentences of one topic share so many words that a fit would foresee them too well otherwise.

The coefficients in use are simpler than any fit. Adopt others only if they do better on sentences of several
sets that they were not fitted to. Features that a set never shows, such as days without dates, are fitted to
0, which says nothing about them.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from annotations.logic.finding.comparison import PassageAnalysis, compare_passages, plain_likeness
from annotations.logic.finding.scoring import CERTAINTY, INTERCEPT, certainty_features
from annotations.logic.finding.surroundings import context_of, surroundings_of
from newsroom.text.language.word_weights import Weight, idf_weights
from newsroom.text.model import Span

#: The number of sentences with which each query is compared.
COMPARED = 36
#: The strength of the ridge, which is added for the square of each coefficient.
RIDGE = 1.0
#: Newton's method has converged after so many steps, or it never does.
MOST_STEPS = 50
#: The method ends after a step that changes no coefficient by more than this.
SETTLED = 1e-6

#: The number of folds to which topics are dealt.
FOLDS = 5
#: The share of the examples of one event that must pass, when those that do not are counted.
KEPT = 0.9

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """What two passages share, and whether they speak of one event."""

    features: Mapping[str, float]
    same_event: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """The intercept and the coefficients of a logistic regression."""

    intercept: float
    coefficients: Mapping[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        return self.intercept + sum(self.coefficients[name] * value for name, value in features.items())


@dataclass(frozen=True, slots=True)
class _PoolSentence:
    """A sentence of the pool, at `span` of the text of its doc."""

    id: str
    doc: str
    span: Span
    analysis: PassageAnalysis


class Pool:
    """The sentences of a labelled set, each with the text of its doc, and the weights of their words."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.texts: defaultdict[str, str] = defaultdict(str)
        self.sentences: list[_PoolSentence] = []
        for row in rows:
            before = self.texts[row["doc"]]
            start = len(before) + 2 if before else 0
            self.texts[row["doc"]] = f"{before}\n\n{row['text']}" if before else row["text"]
            span = Span(start, start + len(row["text"]))
            sentence = _PoolSentence(row["id"], row["doc"], span, PassageAnalysis(row["text"]))
            self.sentences.append(sentence)
        self.weigh = self._weights()

    def _weights(self) -> Weight:
        sentences_with: Counter[str] = Counter()
        for sentence in self.sentences:
            sentences_with.update(sentence.analysis.counts.keys())
        return idf_weights(sentences_with, len(self.sentences))

    def examples(self, query: Row) -> Iterator[Example]:
        """Compare a query with the sentences of other docs that share most with it."""
        sought = PassageAnalysis(query["text"])
        context = context_of(sought, self.texts.get(query["doc"], ""), self.weigh)
        gold, ignored = set(query["gold"]), set(query["ignore"])
        for sentence in self._closest(sought, query["doc"]):
            if sentence.id in ignored:
                continue
            likeness = compare_passages(sought, sentence.analysis, self.weigh)
            text = self.texts[sentence.doc]
            surroundings = surroundings_of(
                sought, sentence.analysis, text, sentence.span, context, self.weigh
            )
            yield Example(certainty_features(likeness, surroundings), sentence.id in gold)

    def _closest(self, sought: PassageAnalysis, own_doc: str) -> list[_PoolSentence]:
        others = [sentence for sentence in self.sentences if sentence.doc != own_doc]
        others.sort(key=lambda sentence: -plain_likeness(sought, sentence.analysis, self.weigh))
        return others[:COMPARED]


def fit(examples: Sequence[Example]) -> Fit:
    """Fit a logistic regression to the examples. Raises `ValueError` if they are all of one kind."""
    kinds = {example.same_event for example in examples}
    if len(kinds) != 2:
        raise ValueError("Examples of both kinds are needed.")
    names = list(examples[0].features)
    # The first column is that of the intercept.
    rows = [[1.0, *(example.features[name] for name in names)] for example in examples]
    labels = [float(example.same_event) for example in examples]

    coefficients = [0.0] * (len(names) + 1)
    for _ in range(MOST_STEPS):
        step = _newton_step(rows, labels, coefficients)
        coefficients = [value + change for value, change in zip(coefficients, step, strict=True)]
        if max(map(abs, step)) < SETTLED:
            break
    intercept, *others = coefficients
    return Fit(intercept, dict(zip(names, others, strict=True)))


def _newton_step(
    rows: Sequence[Sequence[float]], labels: Sequence[float], coefficients: Sequence[float]
) -> list[float]:
    """Return what Newton's method adds to the coefficients."""
    size = len(coefficients)
    gradient = [0.0] * size
    curvature = [[0.0] * size for _ in range(size)]
    for row, label in zip(rows, labels, strict=True):
        likelihood = logistic(sum(map(float.__mul__, coefficients, row)))
        certain = likelihood * (1 - likelihood)
        for column, value in enumerate(row):
            gradient[column] += (label - likelihood) * value
            weighted = certain * value
            for other, other_value in enumerate(row):
                curvature[column][other] += weighted * other_value
    # The ridge does not apply to the intercept.
    for column in range(1, size):
        gradient[column] -= RIDGE * coefficients[column]
        curvature[column][column] += RIDGE
    return _solution(curvature, gradient)


def _solution(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve a system of linear equations (Gaussian elimination with pivoting)."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda number: abs(rows[number][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for number in range(size):
            if number == column:
                continue
            factor = rows[number][column] / rows[column][column]
            for index in range(column, size + 1):
                rows[number][index] -= factor * rows[column][index]
    return [rows[number][size] / rows[number][number] for number in range(size)]


def logistic(log_odds: float) -> float:
    # At larger odds the probability is 0 or 1, and the exponential would overflow.
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, log_odds))))


def table(fitted: Fit) -> str:
    """Return the coefficients fitted beside those in use, a line each."""
    lines = [f"{'feature':20}{'fitted':>10}{'in use':>10}"]
    lines.append(f"{'(intercept)':20}{fitted.intercept:10.2f}{INTERCEPT:10.2f}")
    for name, coefficient in fitted.coefficients.items():
        lines.append(f"{name:20}{coefficient:10.2f}{CERTAINTY[name]:10.2f}")
    return "\n".join(lines)


def log_loss(examples: Sequence[Example], fitted: Fit) -> float:
    """Return the mean surprise, in nats: 0 if every example was foreseen, 0.69 for a toss of a coin."""
    total = 0.0
    for example in examples:
        log_odds = fitted.log_odds(example.features)
        likelihood = logistic(log_odds if example.same_event else -log_odds)
        total -= math.log(max(likelihood, sys.float_info.min))
    return total / len(examples)


def false_share(examples: Sequence[Example], fitted: Fit) -> float:
    """Return the share of the examples of two events that pass, if `KEPT` of those of one event pass."""
    same = sorted(fitted.log_odds(example.features) for example in examples if example.same_event)
    others = [fitted.log_odds(example.features) for example in examples if not example.same_event]
    # Rounding up keeps at least the share that is asked for.
    limit = same[len(same) - math.ceil(KEPT * len(same))]
    return sum(odds >= limit for odds in others) / len(others)


def topic_of(group: str) -> str:
    """Return the topic of an event: “12” for the similar events “12a” and “12b”."""
    return group.rstrip("abcdefghijklmnopqrstuvwxyz")


def folds_by_topic(queries: Sequence[Row]) -> list[list[Row]]:
    """Deal the topics of the queries to `FOLDS` folds. All queries of one topic are in one fold."""
    by_topic: defaultdict[str, list[Row]] = defaultdict(list)
    for query in queries:
        by_topic[topic_of(query["group"])].append(query)
    folds: list[list[Row]] = [[] for _ in range(FOLDS)]
    # The largest topic comes first, so that the folds are of about one size.
    for topic in sorted(by_topic, key=lambda name: (-len(by_topic[name]), name)):
        min(folds, key=len).extend(by_topic[topic])
    return folds


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    pool = Pool(_read(sys.argv[1]))
    folds = []
    for queries in folds_by_topic(_read(sys.argv[2])):
        examples: list[Example] = []
        for query in queries:
            examples.extend(pool.examples(query))
        folds.append(examples)
    print(table(fit(list(chain.from_iterable(folds)))))

    in_use = Fit(INTERCEPT, CERTAINTY)
    for number, fold in enumerate(folds):
        fitted = fit(list(chain.from_iterable(folds[:number] + folds[number + 1 :])))
        print(
            f"fold {number + 1} ({len(fold)} examples): log loss {log_loss(fold, fitted):.4f}, "
            f"of those in use {log_loss(fold, in_use):.4f}; of two events pass "
            f"{false_share(fold, fitted):.1%}, with those in use {false_share(fold, in_use):.1%}"
        )


def _read(path: str) -> list[Row]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
