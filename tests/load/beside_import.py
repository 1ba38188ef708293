"""Test that eight people can draw while others import a long text and many articles,
without waiting for the import.
"""

import json
import random
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.load.drawing import ARTICLES, Writers, fill
from tests.load.trials import Outcome, judge
from tests.serving import ROOT, Person, Site

#: The ms within which 95 of 100 answers must come, and the ms that a transaction of an import may last.
ANSWERED_WITHIN, HELD_WITHIN = 500, 200


@dataclass(frozen=True, slots=True)
class Load:
    """The size of what is imported, and the number of reports in which people draw (`reports`).

    Two texts of `characters` characters are imported, one by the command and one on the import page of the
    site. Then the command imports `articles` articles.
    """

    characters: int
    articles: int
    reports: int = ARTICLES


FULL = Load(characters=1_900_000, articles=1_000)
#: The number of characters of one article.
ARTICLE = 4_000


def beside_import(site: Site, _seconds: float) -> Outcome:
    """Let people draw for as long as the imports of `FULL` take, and return the outcome."""
    return drawn_beside(site, FULL)


def drawn_beside(site: Site, load: Load) -> Outcome:
    """Let people draw for as long as the imports of `load` take, and return the outcome.

    Slow answers and long transactions are added to its `too_slow`.
    """
    texts = fill(site, articles=load.reports)
    long_text, other_long_text, articles = _sources(site.var / "imported", load)
    site.start()
    with Writers(site, texts) as writers:
        held = [_import_by_command(site, long_text), _import_by_command(site, articles)]
        _import_by_page(site, other_long_text)

    outcome = Outcome(writers.drawn, writers.seconds)
    outcome.held = [1000 * seconds for times in held for seconds in times]
    outcome.broken += outcome.cut_off
    judge(site, outcome, unanswered=0)
    if outcome.after(0.95) > ANSWERED_WITHIN:
        outcome.too_slow.append(f"p95 is {outcome.after(0.95):.0f} ms, and should be {ANSWERED_WITHIN}.")
    if max(outcome.held) > HELD_WITHIN:
        outcome.too_slow.append(
            f"A transaction held the database for {max(outcome.held):.0f} ms, and {HELD_WITHIN} are allowed."
        )
    return outcome


def _sources(folder: Path, load: Load) -> tuple[Path, Path, Path]:
    """Write two long texts and a folder of articles, and return their paths: text, text, folder."""
    chance = random.Random(16)  # noqa: S311  (the same texts every time)
    articles = folder / "articles"
    articles.mkdir(parents=True)
    for number in range(load.articles):
        path = articles / f"article-{number}.txt"
        path.write_text(text_of(ARTICLE, chance), encoding="utf-8")

    long_texts = [folder / "long.txt", folder / "long-too.txt"]
    for path in long_texts:
        path.write_text(text_of(load.characters, chance), encoding="utf-8")
    return long_texts[0], long_texts[1], articles


def text_of(characters: int, chance: random.Random) -> str:
    """Return a headline and paragraphs of five sentences, with words of the sample story in any order."""
    samples = sorted((ROOT / "seeds/articles").glob("*.txt"))
    words = " ".join(sample.read_text(encoding="utf-8") for sample in samples).split()
    paragraphs = [f"Report number {chance.randrange(10**9)} of the meeting"]
    size = len(paragraphs[0])
    while size < characters:
        sentences = [" ".join(chance.choices(words, k=15)).capitalize() + "." for _ in range(5)]
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1])
    return "\n\n".join(paragraphs) + "\n"


def _import_by_command(site: Site, path: Path) -> list[float]:
    """Import what stands at `path`, and return the seconds of each transaction of the command."""
    command = [sys.executable, "-m", "tests.load.timed_import", str(path)]
    run = subprocess.run(
        command,
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    seconds: list[float] = json.loads(run.stdout)
    return seconds


def _import_by_page(site: Site, path: Path) -> None:
    """Hand in a file as a reporter does, and send the steps of the import until it is done."""
    with closing(Person(site.port)) as person:
        person.sign_in("reporter", site.password)
        person.get("/import/")
        batch = person.hand_in("/import/", path.name, path.read_bytes()).headers["Location"]
        person.get(batch)
        person.post(f"{batch}run/", {})
        while "Imported</h1>" not in person.get(batch).body:
            person.post(f"{batch}go-on/", {}, htmx=True)
