"""When an article's address is looked at again: often while it is young, rarely when it is old.

Pure: times in, times out. All times are UTC, or carry their zone.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newsroom.text.language.counted import counted

#: Up to this age since publication, this long between two looks. Older articles: as long as the last.
INTERVALS = (
    (timedelta(hours=3), timedelta(minutes=15)),
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=3), timedelta(hours=4)),
    (timedelta(days=7), timedelta(hours=12)),
    (timedelta(days=30), timedelta(days=2)),
    (timedelta(days=365), timedelta(days=30)),
)
OLD = timedelta(days=180)
#: After so many failures in a row an address is looked at as rarely as an old article's.
MOST_DOUBLINGS = 10


@dataclass(frozen=True, slots=True)
class WatchedAddress:
    """An article whose address can be looked at. `seen`: the last look, whatever came of it; `failures` in a
    row.
    """

    pk: int
    url: str
    published: datetime
    seen: datetime
    failures: int = 0

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc.casefold()

    @property
    def due(self) -> datetime:
        """When its address is to be looked at next. Each failure in a row doubles the wait."""
        wait = interval(self.seen - self.published)
        return self.seen + min(OLD, wait * 2 ** min(self.failures, MOST_DOUBLINGS))


def interval(age: timedelta) -> timedelta:
    """How long an article of this age is left alone."""
    return next((wait for limit, wait in INTERVALS if age < limit), OLD)


def table() -> str:
    """The intervals for people, one line each."""
    lines = [f"up to {_said(limit):>8}  every {_said(wait)}" for limit, wait in INTERVALS]
    return "\n".join([*lines, f"older           every {_said(OLD)}"])


def by_turns(due: Iterable[WatchedAddress]) -> Iterator[WatchedAddress]:
    """The articles one host after the other, so that no host is asked twice in a row where another waits."""
    waiting: defaultdict[str, deque[WatchedAddress]] = defaultdict(deque)
    for article in sorted(due, key=lambda article: article.due):
        waiting[article.host].append(article)
    while waiting:
        for host in list(waiting):
            yield waiting[host].popleft()
            if not waiting[host]:
                del waiting[host]


@dataclass(slots=True)
class Pauses:
    """When each host was asked last, in seconds of any clock: between two requests lie `pause` seconds."""

    pause: float
    _asked: dict[str, float]

    def __init__(self, pause: float) -> None:
        self.pause, self._asked = pause, {}

    def left(self, host: str, now: float) -> float:
        """Seconds until `host` may be asked."""
        return max(0.0, self._asked.get(host, now - self.pause) + self.pause - now)

    def asked(self, host: str, now: float) -> None:
        self._asked[host] = now


def _said(span: timedelta) -> str:
    for unit, name in (
        (timedelta(days=1), "day"),
        (timedelta(hours=1), "hour"),
        (timedelta(minutes=1), "minute"),
    ):
        if span >= unit:
            return counted(span // unit, name)
    return "at once"
