"""Measure the desk with 1,000 highlights in four articles, and the CSV of 20,000 highlights."""

import os
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.figures import RUNS, Figure
from tests.bench.filling import fill
from tests.bench.inside import PageRequest, ask
from tests.fresh_sites import fresh_site
from tests.serving import ROOT, Site

ROWS = 20_000  # with those of the sample story a few more


def measure(database: str) -> Iterator[Figure]:
    with fresh_site(database) as site:
        (slug, articles), *_ = fill(site, articles=4, words=600, highlights=250).items()
        read = ",".join(map(str, articles))
        (desk,) = ask(site, [PageRequest(f"/stories/{slug}/desk/?read={read}", times=7)])
        rivals = {"doccano": "151 ms, 10 calls (500 spans)", "label_studio": "898 ms, 13 calls (500 spans)"}
        goals = {"at_most": 120, "most_queries": 12}
        what = "desk with 4 articles x 250 highlights"
        yield Figure(f"{what}: server time", desk.wall, "ms", queries=desk.queries, **goals, **rivals)
        yield Figure(f"{what}: of that CPU of the application", desk.cpu, "ms", queries=desk.queries)
        fill(site, articles=16, words=600, highlights=250)
        few = peak(site, "export", "annotations")
        fill(site, articles=60, words=600, highlights=250)
        (rows,) = ask(site, [PageRequest("/export/annotations.csv", times=RUNS)])
        rates = tuple(1000 * ROWS / took for took in rows.wall)
        yield Figure(
            f"CSV of {ROWS:,} highlights", rates, "rows a second", queries=rows.queries, at_least=20_000
        )
        by_cpu = tuple(1000 * ROWS / took for took in rows.cpu)
        yield Figure(f"CSV of {ROWS:,} highlights: by CPU of the application", by_cpu, "rows a second")
        more = tuple(peak(site, "export", "annotations") - few for _ in range(RUNS))
        yield Figure(f"CSV of {ROWS:,} highlights: more memory than for 5,000", more, "MB", at_most=5)


def peak(site: Site, *arguments: str) -> float:
    """Run a command of `manage.py`, and return the most memory that it held at any time, in MB."""
    command = [sys.executable, "manage.py", *arguments]
    process = subprocess.Popen(
        command, cwd=ROOT, env=site.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments[0]} ended with {process.returncode}.")
    return used.ru_maxrss / 1024  # kB on Linux
