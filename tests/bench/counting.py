"""Measure how quickly the evidence for claims is counted, and how quickly the pillars of a claim are found.

Some passages cite an agency or another outlet, so that few of their chains are equal. Nothing is read from a
database, so the figures stand in the row of SQLite.
"""

import time
from collections.abc import Callable, Iterator

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.pillars import pillars
from annotations.logic.counting.standing import CitedPassage, count
from annotations.logic.vocabulary import Relation
from tests.bench.figures import Figure

RUNS = 5
CLAIMS, PASSAGES_EACH, PASSAGES_OF_ONE = 200, 50, 1_000
#: The goal for one claim of 1,000 passages, in ms.
ONE_CLAIM = 100
AGENCIES = ("afp", "ap", "dpa", "kyodo", "reuters")
SPEAKERS = ("", "", "Ana Berg", "Berg", "an unnamed official")


def measure(database: str) -> Iterator[Figure]:
    if database != "sqlite":
        return
    claims = [evidence(PASSAGES_EACH, outlets=20, first=number) for number in range(CLAIMS)]
    large = evidence(PASSAGES_OF_ONE, outlets=200, first=0)
    backings = count(large).backings

    def count_claims() -> None:
        for claim in claims:
            count(claim)

    yield Figure("counting 200 claims of 50 passages, CPU", _cpu(count_claims), "ms")
    yield Figure(
        "counting a claim of 1,000 passages, CPU", _cpu(lambda: count(large)), "ms", at_most=ONE_CLAIM
    )
    yield Figure(
        "what a claim of 1,000 passages hangs on, CPU",
        _cpu(lambda: pillars(backings)),
        "ms",
        at_most=ONE_CLAIM,
    )


def evidence(passages: int, *, outlets: int, first: int) -> list[CitedPassage]:
    """Return passages for a claim. `first` is the number of the first one, so that claims differ."""
    made = []
    for number in range(first, first + passages):
        outlet = f"outlet {number * 7 % outlets}"
        sure, unsure = set(), set()
        if number % 3 == 0:
            sure.add(AGENCIES[number % len(AGENCIES)])
        if number % 4 == 1:
            unsure.add(f"outlet {number * number % outlets}")
        chain = Chain(outlet, frozenset(sure), frozenset(unsure - {outlet}), unknown=number % 19 == 0)
        relation = Relation.CONTRADICTS if number % 5 == 0 else Relation.CORROBORATES
        speaker = SPEAKERS[number % 7 % len(SPEAKERS)]
        passage = CitedPassage(relation, number % 30, chain, outlet, speaker, in_doubt=number % 23 == 0)
        made.append(passage)
    return made


def _cpu(run: Callable[[], object]) -> tuple[float, ...]:
    """Return the CPU time of `run` in ms, in each of `RUNS` runs."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        run()
        times.append(1000 * (time.process_time() - began))
    return tuple(times)
