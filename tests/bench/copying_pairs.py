"""Measure how well copies are distinguished from independent reports, with labelled pairs kept elsewhere.

    python -m tests.bench.copying_pairs DOCS.jsonl PAIRS.jsonl

A doc is `{id, text}`, a pair `{a, b, label}`. The label is `copy`, `partial` or `independent`. Texts are read
as plain text, as an import reads them. The first F1 counts `partial` as a copy, the strict F1 expects the
label itself. Pairs whose verdict differs from their label are listed.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotations.logic.sources.copies import CopyComparison, compare_wording
from annotations.logic.sources.own_words import OwnWords, read_own_words, sampled
from newsroom.text.pipeline import SourceDetails, prepare

INDEPENDENT = "independent"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two docs by their ids, with their label and the verdict on their texts.

    `in_index` is true if both texts have a sampled run in common, so that an import would compare them.
    """

    a: str
    b: str
    label: str
    comparison: CopyComparison
    in_index: bool

    @property
    def verdict(self) -> str:
        return str(self.comparison.verdict or INDEPENDENT)


def judge(docs: Iterable[Row], pairs: Iterable[Row]) -> Iterator[JudgedPair]:
    texts = {doc["id"]: _own_words(doc["text"]) for doc in docs}
    for pair in pairs:
        left, right = texts[pair["a"]], texts[pair["b"]]
        yield JudgedPair(
            a=pair["a"],
            b=pair["b"],
            label=pair["label"],
            comparison=compare_wording(left, right),
            in_index=bool(sampled(left) & sampled(right)),
        )


def _own_words(text: str) -> OwnWords:
    source = prepare(text.encode(), name="report.txt", details=SourceDetails(format="plain"))
    return read_own_words(source.document)


def f1(judged: Sequence[JudgedPair], *, strict: bool) -> float:
    """Return the harmonic mean of precision and recall of the pairs that are called copies."""
    labelled = sum(pair.label != INDEPENDENT for pair in judged)
    called = sum(pair.verdict != INDEPENDENT for pair in judged)
    right = 0
    for pair in judged:
        if INDEPENDENT not in (pair.label, pair.verdict):
            right += pair.label == pair.verdict or not strict
    return 2 * right / max(1, labelled + called)


def outcomes(judged: Iterable[JudgedPair]) -> Mapping[tuple[str, str], int]:
    """Return how many pairs have each label and verdict, by (label, verdict)."""
    numbers: dict[tuple[str, str], int] = {}
    for pair in judged:
        outcome = pair.label, pair.verdict
        numbers[outcome] = numbers.get(outcome, 0) + 1
    return numbers


def _line(pair: JudgedPair) -> str:
    left, right = pair.comparison.left, pair.comparison.right
    return (
        f"{pair.label:>12} {pair.verdict:>12}  {pair.a} {pair.b}"
        f"  share {left.share:.2f} {right.share:.2f}"
        f"  telling {left.telling} of {left.words}, {right.telling} of {right.words}"
    )


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    docs, pairs = map(_read, sys.argv[1:])
    judged = list(judge(docs, pairs))
    print(f"{'label':>12} {'verdict':>12}  pairs")
    for (label, verdict), number in sorted(outcomes(judged).items()):
        print(f"{label:>12} {verdict:>12}  {number}")
    print(f"copies found (partial too), F1: {f1(judged, strict=False):.3f}")
    print(f"with the right verdict, F1:     {f1(judged, strict=True):.3f}")
    missed = sum(pair.label != INDEPENDENT and not pair.in_index for pair in judged)
    print(f"copies not met in the index:    {missed}")
    for pair in judged:
        if pair.verdict != pair.label:
            print(_line(pair))


def _read(path: str) -> list[Row]:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
