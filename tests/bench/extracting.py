"""Measure how well pages are read by `import_articles --dry-run --json`: `python -m
tests.bench.extracting [PATH...]`

A PATH is a JSON Lines file, or a folder of such files, with lines `{id, html | file, title, byline,
published, body}`: the page (or the name of its file in the same folder), its headline, the names of its
authors (a list, which is empty if there are none), its day, and its text. What a line leaves out is not
measured. Without a PATH the pages of `tests.bench.saved_pages` are read, and the figures of trafilatura alone
are printed beside them.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from tests.bench.saved_pages import pages

Row = dict[str, Any]
_MANAGE = [sys.executable, str(Path(__file__).parents[2] / "manage.py")]
_WORDS = re.compile(r"\w+")
_JOINED = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)
#: The number of words in a run. Two texts are compared as multisets of runs.
RUN = 4


def read(rows: Sequence[Row], folder: Path) -> list[Row]:
    """Return the JSON lines that the command prints about the pages, in the order of the pages."""
    for number, row in enumerate(rows):
        (folder / f"{number:06}.html").write_text(row["html"], encoding="utf-8")
    command = [*_MANAGE, "import_articles", str(folder), "--dry-run", "--json"]
    environment = {**os.environ, "DEBUG": "1", "NEWSROOM_VAR": str(folder / "var")}
    subprocess.run([*_MANAGE, "migrate", "-v", "0"], check=True, env=environment)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    said = {Path(line["path"]).name: line for line in map(json.loads, done.stdout.splitlines())}
    return [said[f"{number:06}.html"] for number in range(len(rows))]


def alone(row: Row) -> Row:
    """Return what trafilatura alone reads from a page, under the names that the command uses."""
    found = bare_extraction(row["html"], include_comments=False, with_metadata=True)
    said = found.as_dict() if found else {}
    return {
        "title": said.get("title") or "",
        "byline": said.get("author") or "",
        "published_at": said.get("date") or "",
        "text": said.get("text") or "",
    }


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORDS.findall(text.casefold())
    return (
        Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
        if words
        else Counter()
    )


def f1(found: str, gold: str) -> float:
    """Return the F1 of the runs of four words in both texts. A run that stands twice counts twice."""
    mine, theirs = runs(found), runs(gold)
    shared = (mine & theirs).total()
    return 2 * shared / (mine.total() + theirs.total()) if shared else float(not mine and not theirs)


def names(byline: str | Iterable[str]) -> set[str]:
    parts = _JOINED.split(byline) if isinstance(byline, str) else byline
    return {" ".join(part.split()).casefold() for part in parts if part.strip()}


def plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def report(name: str, rows: Sequence[Row], said: Sequence[Row], *, misses: bool) -> None:
    """Print the figures. With `misses` also print to stderr each page that is not read correctly."""
    bodies, counts = [], Counter[str]()
    for row, line in zip(rows, said, strict=True):
        wrong = []
        if "body" in row:
            bodies.append(f1(line["text"], row["body"]))
            wrong += [f"body F1 {bodies[-1]:.3f}"] if bodies[-1] < 0.9 else []
        checks = {
            "title": "title" in row and (plain(line["title"]), plain(row.get("title") or "")),
            "date": row.get("published") and ((line["published_at"] or "")[:10], row["published"][:10]),
            "byline": bool(row.get("byline")) and (names(line["byline"]), names(row["byline"])),
            "no byline": row.get("byline") in ([], ()) and (names(line["byline"]), set()),
        }
        for field, pair in checks.items():
            if pair:
                counts[field] += 1
                counts[f"{field} right"] += pair[0] == pair[1]
                wrong += [f"{field}: {pair[0]!r}, not {pair[1]!r}"] if pair[0] != pair[1] else []
        if wrong and misses:
            print(f"  {row['id']}: {'; '.join(wrong)}", file=sys.stderr)
    print(f"{name}: {len(rows)} pages")
    print(f"  body F1 {sum(bodies) / max(1, len(bodies)):.3f}, {sum(b < 0.9 for b in bodies)} pages below .9")
    for field in ("title", "date", "byline", "no byline"):
        print(f"  {field} right: {counts[f'{field} right']} of {counts[field]}")


def rows_at(path: Path) -> list[Row]:
    """Return the rows of a file or of all files of a folder."""
    files = [path] if path.is_file() else sorted(path.glob("*.jsonl"))
    rows = [
        (file, json.loads(line))
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line
    ]
    return [
        {
            **row,
            "html": row.get("html")
            or (file.parent / row["file"]).read_text(encoding="utf-8", errors="replace"),
        }
        for file, row in rows
    ]


def main(argv: Sequence[str]) -> None:
    sets = {path: rows_at(Path(path)) for path in argv} or {
        "pages made by the tests": [{"id": page.name, **asdict(page)} for page in pages()]
    }
    for name, rows in sets.items():
        with tempfile.TemporaryDirectory() as folder:
            report(name, rows, read(rows, Path(folder)), misses=True)
        report("trafilatura alone", rows, [alone(row) for row in rows], misses=False)


if __name__ == "__main__":
    main(sys.argv[1:])
