"""How well corroborating passages are found, measured on labelled sets kept elsewhere.

    python -m tests.bench.finding POOL.jsonl QUERIES.jsonl

A pool row is a sentence `{id, doc, group, text}`, a query `{id, doc, group, text, gold, ignore}`: `gold`
names the sentences of other docs that report the same, `ignore` those that count neither way. The pool is
imported as articles, one a doc, into a database made for the purpose; everything goes through the commands
people use. A candidate stands for the sentence it overlaps most.

Silence is measured by leaving out every article of the query's own event (`group`) too: then nothing
corroborates, and a confident candidate is a false one.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
DEPTH = 60  # candidates asked for: the reciprocal rank of the first right one is looked for among these
Row = dict[str, Any]


@dataclass(slots=True)
class Figures:
    """For each query its recall at 5 and reciprocal rank; whether its best candidate, where right, was
    confident; and whether one was confident with its event left out.
    """

    recall: list[float] = field(default_factory=list)
    reciprocal: list[float] = field(default_factory=list)
    kept: list[bool] = field(default_factory=list)
    false: list[bool] = field(default_factory=list)


def measure(pool: list[Row], queries: list[Row], joint: str = "\n\n") -> Figures:
    docs: dict[str, list[Row]] = defaultdict(list)
    for row in pool:
        docs[row["doc"]].append(row)
    events: dict[str, list[str]] = defaultdict(list)
    for row in pool:
        events[row["group"]].append(row["doc"])
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.fill({doc: joint.join(row["text"] for row in rows) for doc, rows in docs.items()})
        found = desk.suggest({**query, "exclude": [query["doc"]]} for query in queries)
        for query in queries:
            judge(figures, query, [(sentence(line, docs), line["confident"]) for line in found[query["id"]]])
        silent = desk.suggest(
            {**query, "exclude": [query["doc"], *events[query["group"]]]} for query in queries
        )
        figures.false = [any(line["confident"] for line in silent[query["id"]]) for query in queries]
    return figures


def judge(figures: Figures, query: Row, found: list[tuple[str, bool]]) -> None:
    """Count one query's candidates, given as (sentence, confident), best first."""
    gold, ignored = set(query["gold"]), set(query["ignore"])
    ranked = [pair for pair in dict(reversed(found)).items() if pair[0] and pair[0] not in ignored]
    first = {name: place for place, (name, _) in reversed(list(enumerate(found)))}
    ranked.sort(key=lambda pair: first[pair[0]])
    right = [place for place, (name, _) in enumerate(ranked) if name in gold]
    figures.recall.append(sum(place < 5 for place in right) / min(5, len(gold)))
    figures.reciprocal.append(1 / (right[0] + 1) if right else 0.0)
    if right and right[0] == 0:
        figures.kept.append(ranked[0][1])


def sentence(line: Row, docs: Mapping[str, list[Row]]) -> str:
    """The id of the pool's sentence that a candidate shares most words with, of its own doc."""
    words = set(line["quote"].split())
    rows = docs[line["external_id"]]
    return max(
        rows, key=lambda row: len(words & set(row["text"].split())) / len(words | set(row["text"].split()))
    )["id"]


class Desk:
    """A database of its own, reached by command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        url = os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3"
        self.environment = {**os.environ, "DEBUG": "1", "NEWSROOM_VAR": str(folder), "DATABASE_URL": url}
        self._command("migrate", "--verbosity", "0")

    def fill(self, articles: Mapping[str, str]) -> None:
        records = self.folder / "articles.jsonl"
        records.write_text(_lines({"external_id": name, "text": text} for name, text in articles.items()))
        self._command("import_articles", str(records))

    def suggest(self, queries: Iterable[Row]) -> dict[str, list[Row]]:
        """The candidates of each query, by its id."""
        asked = self.folder / "queries.jsonl"
        asked.write_text(
            _lines({name: query[name] for name in ("id", "text", "exclude")} for query in queries)
        )
        found: dict[str, list[Row]] = defaultdict(list)
        for line in self._command("suggest", "--queries", str(asked), "--limit", str(DEPTH)).splitlines():
            row = json.loads(line)
            found[row["query"]].append(row)
        return found

    def _command(self, *arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        quietly = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, **quietly)  # type: ignore[call-overload]
        return done.stdout


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def _read(path: str) -> list[Row]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    started = time.perf_counter()
    figures = measure(_read(sys.argv[1]), _read(sys.argv[2]))
    number = len(figures.recall)
    print(f"queries: {number}, in {time.perf_counter() - started:.0f} s")
    print(f"recall@5: {sum(figures.recall) / number:.3f}   MRR: {sum(figures.reciprocal) / number:.3f}")
    print(f"confident where the best candidate is right: {sum(figures.kept) / max(1, len(figures.kept)):.1%}")
    print(f"confident where nothing corroborates: {sum(figures.false) / number:.1%}")


if __name__ == "__main__":
    main()
