"""Measure how long it takes to place 1,000 highlights in a newer text, with articles of increasing length."""

import random
import time
from collections.abc import Iterator

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.selectors import select
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span
from tests.bench.figures import RUNS, Figure
from tests.bench.reanchoring import OWN_SENTENCES, PASSAGES, article
from tests.bench.revising import revised

LENGTHS = (5_000, 10_000, 20_000, 40_000, 50_000)


def measure(database: str) -> Iterator[Figure]:
    if database != "sqlite":
        return  # no database is asked
    for words in LENGTHS:
        took = tuple(_seconds(words, seed) for seed in range(RUNS))
        what = f"re-anchoring {PASSAGES:,} highlights in {words:,} words: CPU"
        yield Figure(what, took, "s", at_most=5 if words == LENGTHS[-1] else None)


def _seconds(words: int, seed: int) -> float:
    """Return the CPU seconds to compare two texts and place `PASSAGES` passages."""
    chance = random.Random(seed)  # noqa: S311  (the same texts every time)
    old, new, cases = revised(article(words, OWN_SENTENCES, chance), OWN_SENTENCES, chance)
    selectors = [
        select(old, Span(case.start, case.end)) for case in (cases * (PASSAGES // len(cases) + 1))[:PASSAGES]
    ]
    began = time.process_time()
    moved = changes(old, new)
    for selector in selectors:
        place(selector, moved, new)
    return time.process_time() - began
