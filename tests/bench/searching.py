"""Measure how quickly passages are found and copies noticed, and how the time grows
with the number of articles.

    BENCH_ARTICLES=1000,10000,100000 python -m tests.bench searching

Without the variable the sizes are 1,000 and 10,000. For each size the database is filled (see `crowd`) and
then measured. Candidates are asked for as the desk does for a passage of an article, which is left out: half
of the passages stand in another article with a third of their words replaced, the other half stand nowhere.
The time to the answer is measured for each passage; p50 and p95 of a run are of 100 passages. Then more
articles are imported, some of which are copies, and the time that noticing copies adds to each import is
measured. At the end all pairs of copies are found, as `find_copies` does.

As a program (`python -m tests.bench.searching SIZE...`, in the site's environment) it
prints figures as JSON lines.
"""

import logging
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from statistics import quantiles
from typing import TYPE_CHECKING

from tests.bench.crowd import COPIED, ORIGINAL, fill, lexicon, revision_of, sentences, text_of
from tests.bench.figures import RUNS, Figure, line_of, of_line
from tests.fresh_sites import fresh_site
from tests.serving import ROOT

if TYPE_CHECKING:
    from annotations.logic.finding.matching import Candidate

PASSAGES, IMPORTS = 100, 200
SIZES = "1000,10000"
#: The goals with 100,000 articles, in ms: for finding a passage, and for noticing copies in an import.
FINDING, COPYING = 150, 50


def measure(database: str) -> Iterator[Figure]:
    sizes = os.environ.get("BENCH_ARTICLES", SIZES).split(",")
    with fresh_site(database) as site:
        command = [sys.executable, "-m", "tests.bench.searching", *sizes]
        with subprocess.Popen(
            command, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True
        ) as run:
            yield from map(of_line, run.stdout or ())
        if run.returncode:
            raise subprocess.CalledProcessError(run.returncode, command)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    django.setup()
    logging.disable(logging.INFO)
    from django.db import connection

    from newsroom.config.serving import loaded_application

    loaded_application()
    done = 0
    for size in sorted(map(int, sys.argv[1:])):
        began = time.perf_counter()
        fill(done, size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"{size:,} articles filled in {time.perf_counter() - began:.0f} s", file=sys.stderr)
        done = size + IMPORTS
        for figure in figures(size):
            print(line_of(figure), flush=True)


def figures(size: int) -> Iterator[Figure]:
    """Yield all figures that are measured with `size` articles."""
    among = f"among {size:,} articles"
    runs = [list(finding(size, seed)) for seed in range(RUNS)]
    queries = max(number for run in runs for _, _, number, _ in run)
    yield spread(f"finding a passage {among}: p50", ([wall for wall, *_ in run] for run in runs), 50)
    yield spread(
        f"finding a passage {among}: p95", ([wall for wall, *_ in run] for run in runs), 95, queries, FINDING
    )
    yield spread(
        f"finding a passage {among}: CPU of the application, p95",
        ([cpu for _, cpu, *_ in run] for run in runs),
        95,
    )
    first = tuple(100 * sum(right for *_, right in run) / (PASSAGES / 2) for run in runs)
    yield Figure(f"finding a passage {among}: where it stands reworded is first", first, "%")
    noticed = noticing(size)
    yield spread(f"noticing copies of an import {among}: p50", [noticed], 50)
    yield spread(f"noticing copies of an import {among}: p95", [noticed], 95, at_most=COPYING)
    began = time.perf_counter()
    pairs = sum(1 for _ in all_pairs())
    yield Figure(f"find_copies {among}: {pairs:,} pairs", (time.perf_counter() - began,), "s")


def spread(
    what: str,
    runs: Iterable[list[float]],
    percent: int,
    queries: int | None = None,
    at_most: float | None = None,
) -> Figure:
    """Return a figure with a percentile of each run, in ms."""
    return Figure(
        what,
        tuple(quantiles(run, n=100)[percent - 1] for run in runs),
        "ms",
        queries=queries,
        at_most=at_most,
    )


def finding(size: int, seed: int) -> Iterator[tuple[float, float, int, bool]]:
    """Yield for each passage: ms by the clock, ms of CPU, queries, and whether the
    first candidate is right.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from annotations.queries.finding import find_candidates
    from newsroom.models import Article

    chance = random.Random(f"{size} {seed}")  # noqa: S311  (the same passages each time)
    for number in range(PASSAGES):
        source = chance.randrange(size) if number % 2 else None
        text = sentences(1, chance)[0] if source is None else reworded(text_of(source), chance)
        article = Article.objects.get(external_id=f"bench-{_unlike(source, size, chance)}")
        began, busy = time.perf_counter(), time.process_time()
        found = find_candidates(text, own_article=article)
        took = 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - busy)
        right = source is not None and bool(found) and _stands(found[0], source)
        queries = 0
        if number == 1:
            with CaptureQueriesContext(connection) as captured:
                find_candidates(text, own_article=article)
            queries = len(captured)
        yield *took, queries, right


def reworded(text: str, chance: random.Random) -> str:
    """Return a sentence of `text` with a third of its words replaced."""
    words, heights = lexicon()
    said = chance.choice(text.split("\n\n")).split(" ")
    return " ".join(
        chance.choices(words, cum_weights=heights)[0] if chance.random() < 1 / 3 else word for word in said
    )


def _family(number: int) -> int:
    """Return the number of the article that `number` is a copy of, or `number` itself."""
    return number - COPIED + 1 if number % COPIED == COPIED - 1 else number


def _unlike(source: int | None, size: int, chance: random.Random) -> int:
    """Return the number of an article that is neither `source` nor its copy."""
    while True:
        number = chance.randrange(size)
        if source is None or _family(number) != _family(source):
            return number


def _stands(candidate: "Candidate", source: int) -> bool:
    from newsroom.models import Article

    family = {f"bench-{number}" for number in (_family(source), _family(source) + COPIED - 1)}
    return Article.objects.filter(pk=candidate.article, external_id__in=family).exists()


def noticing(first: int) -> list[float]:
    """Import some more articles, and return for each the ms that looking for copies adds."""
    from django.db import transaction

    from annotations.actions import copying
    from newsroom.models import Article, Original, User
    from newsroom.search.indexing import index_revision

    by, original = User.objects.get(username="bench"), Original.objects.get(sha256=ORIGINAL)
    took = []
    for number in range(first, first + IMPORTS):
        with transaction.atomic():
            article = Article.objects.create(
                title=f"Article {number}", external_id=f"bench-{number}", created_by=by
            )
            revision = revision_of(article, text_of(number), original, by)
            revision.save()
            article.current = revision
            article.save()
            index_revision(revision)
            began = time.perf_counter()
            copying.index_imported_texts([(revision, None)], by=by)
            took.append(1000 * (time.perf_counter() - began))
    return took


def all_pairs() -> Iterable[object]:
    from annotations.queries.wording.copies import copied_pairs

    return copied_pairs()


if __name__ == "__main__":
    main()
