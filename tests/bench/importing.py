"""Measure the import of 1,000 plain-text articles by command, with everything that an import does."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import RUNS, Figure
from tests.fresh_sites import fresh_site
from tests.serving import ROOT

ARTICLES, WORDS = 1_000, 600


def measure(database: str) -> Iterator[Figure]:
    rates = []
    for run in range(RUNS):
        with fresh_site(database) as site:
            folder = site.var / "reports"
            write_reports(folder, seed=run)
            alone = site.var / "one"
            alone.mkdir()
            (folder / "report-0.txt").rename(alone / "report-0.txt")
            starting = _seconds(site, alone)
            rates.append((ARTICLES - 1) / (_seconds(site, folder) - starting))
    yield Figure(
        "1,000 articles of 600 words by import_articles, without the start of the program",
        *(tuple(rates), "a second"),
        **{"at_least": 300, "doccano": "580", "label_studio": "3,300 (stores JSON unread)"},
    )


def _seconds(site, folder: Path) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    site.command("import_articles", str(folder))
    return time.perf_counter() - began


def write_reports(folder: Path, *, seed: int) -> None:
    """Write `ARTICLES` files with a headline, a byline, a date, and a dozen paragraphs with
    words of the sample story.
    """
    chance = random.Random(seed)  # noqa: S311  (the same files every time)
    words = " ".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds/articles").glob("*.txt"))
    ).split()
    folder.mkdir()
    for number in range(ARTICLES):
        paragraphs = (f"{' '.join(chance.choices(words, k=50))}." for _ in range(WORDS // 50))
        head = [
            f"Report {number} of the meeting in {chance.choice(words)}",
            "By Jane Smith",
            f"July {number % 28 + 1}, 2022",
        ]
        (folder / f"report-{number}.txt").write_text(
            "\n\n".join([*head, *paragraphs]) + "\n", encoding="utf-8"
        )
