"""Measure how well corroborating passages are found, with labelled sets kept elsewhere.

    python -m tests.bench.finding POOL.jsonl QUERIES.jsonl

A row of the pool is a sentence `{id, doc, group, text}`, a query is `{id, doc, group, text, gold, ignore}`.
`gold` names the sentences of other docs that report the same, `ignore` those that count neither way. Each doc
of the pool is imported as an article into a new database, by the commands that people use. A candidate counts
as the sentence that it overlaps most.

In a second run every article of the query's own event (`group`) is left out. Then nothing corroborates the
query, and a confident candidate is wrong.
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
    """The figures of all queries, a list each.

    `recall` is the recall at 5 and `reciprocal` the reciprocal rank. `kept` says whether the best candidate
    was confident, for the queries whose best candidate is right. `false` says whether any candidate was
    confident when the articles of the query's event were left out.
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
    """Add one query's candidates to the figures. They are given as (sentence, confident), the best first."""
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
    """Return the id of the sentence of the same doc that shares most words with the candidate."""
    words = set(line["quote"].split())
    rows = docs[line["external_id"]]
    return max(
        rows, key=lambda row: len(words & set(row["text"].split())) / len(words | set(row["text"].split()))
    )["id"]


class Desk:
    """A site with a new database, which is used by commands."""

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
        """Return the candidates of each query, by the id of the query."""
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
