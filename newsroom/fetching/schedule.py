"""When an article's address is looked at again: often while it is young, rarely when it is old.

Pure: times in, times out. All times are UTC, or carry their zone.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newsroom.text.language.counted import counted

#: Up to this age since publication, an address is looked at once in so long. Older ones: once in `OLD`.
INTERVALS = (
    (timedelta(hours=3), timedelta(minutes=15)),
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=3), timedelta(hours=4)),
    (timedelta(days=7), timedelta(hours=12)),
    (timedelta(days=30), timedelta(days=2)),
    (timedelta(days=365), timedelta(days=30)),
)
OLD = timedelta(days=180)
#: Failures in a row that double the wait. Later ones do not, because the number would overflow.
MOST_DOUBLINGS = 10
_UNITS = (
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)


@dataclass(frozen=True, slots=True)
class WatchedAddress:
    """An article (`pk`) whose address can be looked at again.

    `seen` is the time of the last look, whatever came of it; `failures` counts the last looks that failed.
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
        """The time of the next look. Each failure in a row doubles the wait, up to `OLD`."""
        wait = interval(self.seen - self.published)
        doubled: timedelta = wait * 2 ** min(self.failures, MOST_DOUBLINGS)
        return self.seen + min(OLD, doubled)


def interval(age: timedelta) -> timedelta:
    """Return how long an article of this age is left alone."""
    for limit, wait in INTERVALS:
        if age < limit:
            return wait
    return OLD


def table() -> str:
    """Return the intervals for people, one line each."""
    lines = [f"up to {_in_words(limit):>8}  every {_in_words(wait)}" for limit, wait in INTERVALS]
    lines.append(f"older           every {_in_words(OLD)}")
    return "\n".join(lines)


def by_turns(due: Iterable[WatchedAddress]) -> Iterator[WatchedAddress]:
    """Yield the articles host by host in turn, so that no host is asked twice in a row while others wait."""
    waiting: defaultdict[str, deque[WatchedAddress]] = defaultdict(deque)
    for article in sorted(due, key=lambda article: article.due):
        waiting[article.host].append(article)

    while waiting:
        for host in list(waiting):
            yield waiting[host].popleft()
            if not waiting[host]:
                del waiting[host]


@dataclass(slots=True)
class HostPauses:
    """Keeps `pause` seconds between two requests to one host. Times are seconds of any one clock."""

    pause: float
    _last: dict[str, float] = field(default_factory=dict)

    def left(self, host: str, now: float) -> float:
        """Return the seconds until `host` may be asked again."""
        if host not in self._last:
            return 0.0
        return max(0.0, self._last[host] + self.pause - now)

    def asked(self, host: str, now: float) -> None:
        """Note that `host` was asked at `now`."""
        self._last[host] = now


def _in_words(span: timedelta) -> str:
    for unit, name in _UNITS:
        if span >= unit:
            return counted(span // unit, name)
    return "at once"
