"""How well passages are placed again: `python -m tests.bench.reanchoring FOLDER`.

FOLDER holds `h4_*.docs.jsonl` (`{doc, old, new}`) and `h4_*.jsonl` (`{id, doc, kind, old_start, old_end, quote, gold}`;
gold is a span of `new`, or null where the passage is gone). A placement is right where its intersection over union with
the gold is at least 0.8 (0.5 for kinds that begin with `judged`), or where both say that it is gone.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from annotations.logic.anchoring import Placement, place
from annotations.logic.selectors import select
from newsroom.text.changes import changes
from newsroom.text.model import Span


@dataclass(slots=True)
class Figures:
    """Outcomes counted by kind of passage, and what each placement and each comparison of two texts took, in ms."""

    outcomes: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[tuple[str, str, Placement]] = field(default_factory=list)
    placing: list[float] = field(default_factory=list)
    comparing: list[float] = field(default_factory=list)

    def share(self, outcome: str) -> float:
        """In per cent of all."""
        total = sum((count for count in self.outcomes.values()), Counter[str]())
        return 100 * total[outcome] / max(1, total.total())


def measure(folder: Path) -> Figures:
    """Place every passage of the sets in `folder`."""
    figures = Figures()
    for pairs in sorted(folder.glob("h4_*.docs.jsonl")):
        rows = defaultdict(list)
        for row in _lines(pairs.with_name(pairs.name.replace(".docs", ""))):
            rows[row["doc"]].append(row)
        for pair in _lines(pairs):
            started = time.perf_counter()
            moved = changes(pair["old"], pair["new"])
            figures.comparing.append(1000 * (time.perf_counter() - started))
            for row in rows[pair["doc"]]:
                selector = select(pair["old"], Span(row["old_start"], row["old_end"]))
                started = time.perf_counter()
                placement = place(selector, moved, pair["new"])
                figures.placing.append(1000 * (time.perf_counter() - started))
                outcome = judged(placement, row["gold"], 0.5 if row["kind"].startswith("judged") else 0.8)
                figures.outcomes[row["kind"]][outcome] += 1
                if outcome != "right":
                    figures.misses.append((row["id"], outcome, placement))
    return figures


def judged(placement: Placement, gold: list[int] | None, least: float) -> str:
    """`right`, `lost` (it is there, and was not found) or `wrong`."""
    if placement.span is None or gold is None:
        return "right" if placement.span is None and gold is None else "lost" if placement.span is None else "wrong"
    shared = max(0, min(placement.span.end, gold[1]) - max(placement.span.start, gold[0]))
    union = len(placement.span) + gold[1] - gold[0] - shared
    return "right" if shared >= least * union else "wrong"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def main() -> None:
    figures = measure(Path(sys.argv[1]))
    for kind, outcomes in sorted(figures.outcomes.items()):
        print(f"{kind:16} {dict(outcomes)}")
    print(*(f"{outcome} {figures.share(outcome):.2f} %" for outcome in ("right", "wrong", "lost")), sep=", ")
    print(f"placing: median {median(figures.placing):.2f} ms, at most {max(figures.placing):.1f} ms")
    print(f"comparing: median {median(figures.comparing):.1f} ms, at most {max(figures.comparing):.1f} ms")
    for name, outcome, placement in figures.misses:
        print(f"  {outcome} {name}: {placement}", file=sys.stderr)


if __name__ == "__main__":
    main()
