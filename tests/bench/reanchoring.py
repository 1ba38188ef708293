"""Measure how well and how fast passages are placed again by `manage.py reanchor`: `python -m
tests.bench.reanchoring PATH...`

A PATH is a file `NAME.jsonl` of passages with a file `NAME.docs.jsonl` of texts beside it, or a folder of
such files. A text is `{doc, old, new}`. A passage is `{id, doc, kind, old_start, old_end, gold}`: gold is a
span of `new`, or null if the passage was deleted. A placement is right if its intersection over union with
the gold is at least 0.8 (0.5 for kinds that begin with `judged`), or if both say that the passage was
deleted. Revisions of the old texts are also made by rule, with decoys in them. Without a PATH only the growth
of time with length is shown.
"""

import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.selectors import select
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span
from tests.bench.revising import Case, revised

#: The lengths in words of the articles with which growth is measured. Each has `PASSAGES` highlights.
LENGTHS = (5_000, 10_000, 20_000, 40_000, 80_000)
PASSAGES = 1_000
_SENTENCE = re.compile(r"[^\n.!?]{40,160}[.]")
_MANAGE = [sys.executable, str(Path(__file__).parents[2] / "manage.py")]

Row = dict[str, Any]


def judged(start: int | None, end: int | None, gold: Sequence[int] | None, least: float) -> str:
    """Return `right`, `wrong`, `lost` (the passage is there and was not found) or `found` (it was deleted
    and placed all the same).
    """
    if start is None or end is None or gold is None:
        return "right" if start is None and gold is None else "lost" if start is None else "found"
    shared = max(0, min(end, gold[1]) - max(start, gold[0]))
    union = end - start + gold[1] - gold[0] - shared
    return "right" if shared >= least * union else "wrong"


def through_the_command(rows: Iterable[Row]) -> tuple[dict[str, Row], float]:
    """Return the answers of `reanchor` by id, and the seconds it took, including the start of the program."""
    sent = "".join(json.dumps(row) + "\n" for row in rows)
    started = time.perf_counter()
    done = subprocess.run(
        [*_MANAGE, "reanchor", "-"],
        input=sent,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DEBUG": "1"},
    )
    took = time.perf_counter() - started
    return {answer["id"]: answer for answer in map(json.loads, done.stdout.splitlines())}, took


def measure(name: str, rows: list[Row], texts: dict[str, Row]) -> None:
    """Print how many placements are right. Each row is `{id, doc, kind, old_start, old_end, gold}`."""
    answers, took = through_the_command(
        {"id": row["id"], **texts[row["doc"]], "start": row["old_start"], "end": row["old_end"]}
        for row in rows
    )
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        answer = answers[row["id"]]
        least = 0.5 if row["kind"].startswith("judged") else 0.8
        outcome = judged(answer["start"], answer["end"], row["gold"], least)
        outcomes[row["kind"]][outcome] += 1
        outcomes["gone" if row["gold"] is None else "there"][outcome] += 1
        if outcome != "right":
            print(f"  {outcome} {row['id']}: {answer}", file=sys.stderr)
    print(
        f"\n{name}: {len(rows):,} passages, {1000 * took / len(rows):.2f} ms each with the start of the "
        f"program"
    )
    for kind, counts in sorted(outcomes.items()):
        shares = ", ".join(
            f"{outcome} {100 * count / counts.total():.2f} %" for outcome, count in counts.most_common()
        )
        print(f"  {kind:22} {counts.total():6,}  {shares}")


def made_passages(texts: dict[str, Row]) -> tuple[list[Row], dict[str, Row]]:
    """Return passages with their gold, and texts: revisions made by rule from the old `texts`."""
    chance = random.Random(7)  # noqa: S311  (the same revisions every time)
    foreign = [found for text in list(texts.values())[:40] for found in _SENTENCE.findall(text["new"])]
    rows, pairs = [], {}
    for doc, text in texts.items():
        old, new, cases = revised(text["old"], foreign, chance)
        pairs[doc] = {"old": old, "new": new}
        rows += [_row(doc, number, case) for number, case in enumerate(cases)]
    return rows, pairs


def _row(doc: str, number: int, case: Case) -> Row:
    place = {"old_start": case.start, "old_end": case.end, "gold": case.gold}
    return {"id": f"{doc}-{number}", "doc": doc, "kind": case.kind, **place}


def growth(sentences: Sequence[str]) -> None:
    """Print how long one comparison and `PASSAGES` placements take, for articles of increasing length."""
    print(f"\n  words  comparing, ms  placing {PASSAGES:,}, ms  median a passage, ms")
    for words in LENGTHS:
        chance = random.Random(words)  # noqa: S311  (the same texts every time)
        old, new, cases = revised(article(words, sentences, chance), sentences, chance)
        started = time.perf_counter()
        moved = changes(old, new)
        comparing = time.perf_counter() - started
        placing = []
        for case in (cases * (PASSAGES // len(cases) + 1))[:PASSAGES]:
            selector = select(old, Span(case.start, case.end))
            started = time.perf_counter()
            place(selector, moved, new)
            placing.append(time.perf_counter() - started)
        print(
            f"{words:7,} {1000 * comparing:14.0f} {1000 * sum(placing):19.0f} {1000 * median(placing):21.3f}"
        )


def article(words: int, sentences: Sequence[str], chance: random.Random) -> str:
    """Return an article of about `words` words, in paragraphs of five
    sentences, no two of which are alike.
    """
    parts: list[str] = []
    length = 0
    while length < words:
        mixed = " ".join(chance.sample(" ".join(chance.sample(sentences, 4)).split(), 20))
        parts.append(f"{mixed}.{' ' if len(parts) % 5 else chr(10) * 2}")
        length += 20
    return "".join(parts)


OWN_SENTENCES = [
    f"{who} {did} {what} {when}."
    for who in ("The minister", "A spokesman", "Nobody in the hall", "The second witness")
    for did in ("left before", "spoke against", "asked again about", "had not heard of")
    for what in (
        "the vote on the grain corridor",
        "the number of the wounded",
        "a meeting behind closed doors",
    )
    for when in (
        "on Friday morning",
        "in the capital",
        "as the others looked on",
        "according to two officials",
    )
]


def _sets(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        docs = [path.with_suffix(".docs.jsonl")] if path.is_file() else sorted(path.glob("*.docs.jsonl"))
        yield from (found.with_name(found.name.replace(".docs", "")) for found in docs)


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(argv: Sequence[str]) -> None:
    for path in _sets(map(Path, argv)):
        texts = {
            row["doc"]: {"old": row["old"], "new": row["new"]}
            for row in _lines(path.with_suffix(".docs.jsonl"))
        }
        measure(path.stem, _lines(path), texts)
        measure(f"{path.stem}, revisions made by rule", *made_passages(texts))
    growth(OWN_SENTENCES)


if __name__ == "__main__":
    main(sys.argv[1:])
