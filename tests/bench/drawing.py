"""Measure what drawing a highlight costs the server, and how many highlights eight people draw at once."""

from collections.abc import Iterator
from itertools import islice

from tests.bench.figures import RUNS, Figure
from tests.bench.inside import PageRequest, ask
from tests.fresh_sites import fresh_site
from tests.load.drawing import Passage, Writers, acknowledged, draw, fill, passages, revisions
from tests.load.trials import LOCK_ERRORS, Outcome
from tests.serving import STORY, Person

DRAWN, SECONDS = 200, 6.0


def measure(database: str) -> Iterator[Figure]:
    with fresh_site(database) as site:
        texts = fill(site)
        site.start()
        person = Person(site.port)
        person.sign_in("reporter", site.password)
        found = revisions(person, list(texts))
        to_come = passages(texts, found)
        queries = ask(site, [PageRequest(f"/stories/{STORY}/desk/draw/", fields_of(next(to_come)), times=1)])[
            0
        ].queries
        person.get(f"/stories/{STORY}/desk/")
        for passage in islice(to_come, DRAWN):  # until every worker has met each template and query
            draw(person, passage)
        costs = []
        for _ in range(RUNS):
            before = site.cpu()
            for passage in islice(to_come, DRAWN):
                if not acknowledged(answer := draw(person, passage)):
                    raise RuntimeError(f"Drawing answered {answer.status}.")
            costs.append(1000 * (site.cpu() - before) / DRAWN)
        yield Figure(
            *("drawing a highlight: server CPU", tuple(costs), "ms"),
            **{"queries": queries, "at_most": 8, "doccano": "15.7 ms", "label_studio": "81.5 ms"},
        )
        outcomes = []
        for turn in range(1, 1 + RUNS):
            with Writers(site, texts, turn=turn) as writers:
                writers.work(SECONDS)
            outcomes.append(Outcome(writers.drawn, writers.seconds))
        yield Figure(
            "8 connections drawing: acknowledged",
            tuple(len(outcome.acknowledged) / outcome.seconds for outcome in outcomes),
            "a second",
            **{"at_least": 150, "doccano": "60", "label_studio": "6.7"},
        )
        yield Figure(
            *("8 connections drawing: p95", tuple(outcome.after(0.95) for outcome in outcomes), "ms"),
            **{"at_most": 100, "doccano": "246 ms", "label_studio": "1,900 ms"},
        )
        log = site.log.read_text(encoding="utf-8")
        wrong = sum(
            len(drawn.refused) + len(drawn.cut_off) for outcome in outcomes for drawn in outcome.drawn
        )
        wrong += sum(log.count(words) for words in LOCK_ERRORS)
        yield Figure("8 connections drawing: errors, of locks and any other", (wrong,) * RUNS, "", at_most=0)


def fields_of(passage: Passage) -> dict[str, object]:
    place = {"revision": passage.revision, "start": passage.start, "end": passage.end, "quote": passage.quote}
    return {"story": STORY, "act": "highlight", **place}
