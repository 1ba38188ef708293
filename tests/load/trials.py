"""Two trials of a site under load, and what must be true afterwards, whatever happened.

What is stored is read as anybody reads it, by `export`; whether it is sound, by `verify`.
"""

import json
import subprocess
from collections import Counter
from dataclasses import dataclass, field

from tests.load.drawing import WRITERS, Drawn, Passage, Writers, fill
from tests.serving import Site

#: What a database says of writers that got into each other's way.
LOCK_ERRORS = (
    "database is locked",
    "database table is locked",
    "deadlock detected",
    "could not serialize",
    "SQLITE_BUSY",
)


@dataclass(slots=True)
class Outcome:
    """What the writers were told, and every rule that does not hold (none, where all is well)."""

    drawn: list[Drawn] = field(default_factory=list)
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)

    @property
    def acknowledged(self) -> dict[str, Passage]:
        return {name: passage for drawn in self.drawn for name, passage in drawn.acknowledged.items()}

    def after(self, share: float) -> float:
        """By how many ms this share of all answers had come."""
        took = sorted(seconds for drawn in self.drawn for seconds in drawn.seconds)
        return 1000 * took[min(len(took) - 1, int(share * len(took)))] if took else 0.0

    def told(self) -> str:
        """One line of figures."""
        number = len(self.acknowledged)
        return (
            f"{number:,} acknowledged in {self.seconds:.0f} s ({number / self.seconds:.0f} a second), "
            f"p50 {self.after(0.5):.0f} ms, p95 {self.after(0.95):.0f} ms, slowest {self.after(1):.0f} ms"
        )


def under_load(site: Site, seconds: float) -> Outcome:
    """`WRITERS` people draw for so many seconds."""
    texts = fill(site)
    site.start()
    with Writers(site, texts) as writers:
        writers.work(seconds)
    outcome = Outcome(writers.drawn, writers.seconds)
    outcome.broken += [f"cut off: {error}" for drawn in writers.drawn for error in drawn.cut_off]
    _judge(site, outcome, unanswered=0)
    return outcome


def killed_under_load(site: Site, seconds: float) -> Outcome:
    """They draw for half of the time, then all the server's processes are killed at once; it is started
    again, and they draw for the other half. A highlight of theirs whose answer never came may be stored or
    not, at most one each.
    """
    texts = fill(site)
    site.start()
    with Writers(site, texts) as writers:
        writers.work(seconds / 2)
        site.kill()
    outcome = Outcome(writers.drawn, writers.seconds)
    if not all(drawn.cut_off for drawn in writers.drawn):
        outcome.broken.append("The server was killed, and some writer noticed nothing.")
    site.start()
    with Writers(site, texts, turn=1) as again:
        again.work(seconds / 2)
    outcome.drawn += again.drawn
    outcome.seconds += again.seconds
    outcome.broken += [f"cut off: {error}" for drawn in again.drawn for error in drawn.cut_off]
    _judge(site, outcome, unanswered=WRITERS)
    return outcome


def _judge(site: Site, outcome: Outcome, *, unanswered: int) -> None:
    """Add what does not hold. `unanswered`: how many highlights may be stored that nobody was told of."""
    outcome.broken += [f"refused: {answer}" for drawn in outcome.drawn for answer in drawn.refused]
    log = site.log.read_text(encoding="utf-8")
    outcome.broken += [f"The server's log says {words!r}." for words in LOCK_ERRORS if words in log]
    told = {name: _where(passage) for name, passage in outcome.acknowledged.items()}
    if not told:
        outcome.broken.append("Nothing was acknowledged.")
    drawn_on = {place[0] for place in told.values()}
    rows = [row for row in _exported(site, "annotations") if row["article_id"] in drawn_on]
    stored = {
        row["annotation_id"]: (row["article_id"], row["start"], row["end"], row["exact"]) for row in rows
    }
    lost = [name for name, place in told.items() if stored.get(name) != place]
    twice = [place for place, number in Counter(stored.values()).items() if number > 1]
    strangers = len(stored.keys() - told.keys())
    lines = Counter(row["object_id"] for row in _exported(site, "activity") if row["verb"] == "drawn")
    if lost:
        outcome.broken.append(
            f"{len(lost)} acknowledged highlights are not stored as drawn, such as {lost[0]}."
        )
    if twice or len(stored) != len(rows):
        outcome.broken.append(f"{len(twice) or len(rows) - len(stored)} passages are stored twice.")
    if strangers > unanswered:
        outcome.broken.append(f"{strangers} highlights are stored that nobody was told of.")
    if any(lines[name] != 1 for name in stored):
        outcome.broken.append("Some highlight has not exactly one line of history.")
    try:
        site.command("verify")
    except subprocess.CalledProcessError as error:
        outcome.broken.append(f"verify: {error.output[:1_000]}")


def _where(passage: Passage) -> tuple[int, int, int, str]:
    return passage.article, passage.start, passage.end, passage.quote


def _exported(site: Site, kind: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in site.command("export", kind, "--format", "jsonl").splitlines()]
