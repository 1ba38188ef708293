"""Try a site under load in two ways, and check what must be true afterwards.

The stored highlights are read by `export`, as anybody may read them, and are checked by `verify`.
"""

import json
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain

from tests.load.drawing import ARTICLES, WRITERS, Passage, WriterAnswers, Writers, fill
from tests.serving import Site

#: What a database reports if two writers disturb each other.
LOCK_ERRORS = (
    "database is locked",
    "database table is locked",
    "deadlock detected",
    "could not serialize",
    "SQLITE_BUSY",
)


@dataclass(slots=True)
class Outcome:
    """The answers that the writers got, and a sentence for each rule that does not hold.

    `held` lists the ms for which each transaction of an import held the database. `too_slow` says what
    took longer than allowed.
    """

    drawn: list[WriterAnswers] = field(default_factory=list)
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    too_slow: list[str] = field(default_factory=list)

    @property
    def acknowledged(self) -> dict[str, Passage]:
        """Return every highlight that was acknowledged to a writer, by id."""
        together: dict[str, Passage] = {}
        for drawn in self.drawn:
            together |= drawn.acknowledged
        return together

    @property
    def cut_off(self) -> list[str]:
        """Return the errors of the writers whose connection broke."""
        return [f"cut off: {error}" for drawn in self.drawn for error in drawn.cut_off]

    def after(self, share: float) -> float:
        """Return the ms within which the share `share` (0 to 1) of all answers came."""
        seconds = sorted(chain.from_iterable(drawn.seconds for drawn in self.drawn))
        if not seconds:
            return 0.0
        place = min(len(seconds) - 1, int(share * len(seconds)))
        return 1000 * seconds[place]

    def told(self) -> str:
        """Return one line of figures."""
        number = len(self.acknowledged)
        line = (
            f"{number:,} acknowledged in {self.seconds:.0f} s ({number / self.seconds:.0f} a second), "
            f"p50 {self.after(0.5):.0f} ms, p95 {self.after(0.95):.0f} ms, slowest {self.after(1):.0f} ms"
        )
        if self.held:
            line += f", longest transaction of an import {max(self.held):.0f} ms of {len(self.held)}"
        return line


def under_load(site: Site, seconds: float, *, articles: int = ARTICLES) -> Outcome:
    """Let `WRITERS` people draw in `articles` reports for `seconds`, and return the outcome."""
    texts = fill(site, articles=articles)
    site.start()
    with Writers(site, texts) as writers:
        writers.work(seconds)
    outcome = Outcome(writers.drawn, writers.seconds)
    outcome.broken += outcome.cut_off
    judge(site, outcome, unanswered=0)
    return outcome


def killed_under_load(site: Site, seconds: float, *, articles: int = ARTICLES) -> Outcome:
    """Let people draw in `articles` reports, kill all processes of the server at once, start it again,
    and let people draw again.

    Each half takes `seconds / 2`. A highlight whose answer never came may be stored or not, at
    most one for each writer.
    """
    texts = fill(site, articles=articles)
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
    # All writers were cut off when the server was killed. None may be cut off after it came back.
    outcome.broken += Outcome(again.drawn).cut_off
    outcome.drawn += again.drawn
    outcome.seconds += again.seconds
    judge(site, outcome, unanswered=WRITERS)
    return outcome


def judge(site: Site, outcome: Outcome, *, unanswered: int) -> None:
    """Add to the outcome a sentence for each rule that does not hold.

    At most `unanswered` highlights may be stored without an acknowledgement.
    """
    for drawn in outcome.drawn:
        outcome.broken += [f"refused: {answer}" for answer in drawn.refused]
    log = site.log.read_text(encoding="utf-8")
    outcome.broken += [f"The server's log says {words!r}." for words in LOCK_ERRORS if words in log]
    outcome.broken += _faults_of_what_is_stored(site, outcome.acknowledged, unanswered)
    try:
        site.command("verify")
    except subprocess.CalledProcessError as error:
        outcome.broken.append(f"verify: {error.output[:1_000]}")


def _faults_of_what_is_stored(site: Site, acknowledged: dict[str, Passage], unanswered: int) -> list[str]:
    """Compare the stored highlights with those that were acknowledged, and return a
    sentence for each fault.
    """
    if not acknowledged:
        return ["Nothing was acknowledged."]
    told = {name: _where(passage) for name, passage in acknowledged.items()}
    articles = {passage.article for passage in acknowledged.values()}
    rows = [row for row in _exported(site, "annotations") if row["article_id"] in articles]
    stored = {row["annotation_id"]: _stored_where(row) for row in rows}

    faults = []
    lost = [name for name, place in told.items() if stored.get(name) != place]
    if lost:
        faults.append(f"{len(lost)} acknowledged highlights are not stored as drawn, such as {lost[0]}.")
    twice = [place for place, number in Counter(stored.values()).items() if number > 1]
    if twice or len(stored) != len(rows):
        faults.append(f"{len(twice) or len(rows) - len(stored)} passages are stored twice.")
    strangers = len(stored.keys() - told.keys())
    if strangers > unanswered:
        faults.append(f"{strangers} highlights are stored that nobody was told of.")

    lines = Counter(row["object_id"] for row in _exported(site, "activity") if row["verb"] == "drawn")
    if any(lines[name] != 1 for name in stored):
        faults.append("Some highlight has not exactly one line of history.")
    return faults


def _stored_where(row: dict[str, object]) -> tuple[object, ...]:
    """Return where an exported highlight stands, in the form that `_where` returns."""
    return (row["article_id"], row["start"], row["end"], row["exact"])


def _where(passage: Passage) -> tuple[int, int, int, str]:
    return passage.article, passage.start, passage.end, passage.quote


def _exported(site: Site, kind: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in site.command("export", kind, "--format", "jsonl").splitlines()]
