"""Decide when the address of an article is checked again: often while the article is new, rarely when it is
old.

This module only computes times from times; all of them have a time zone.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newsroom.text.language.counted import counted

#: An article up to the first age since publication is checked once in the second time span. Older articles
#: are checked once in `OLD`.
INTERVALS = (
    (timedelta(hours=3), timedelta(minutes=15)),
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=3), timedelta(hours=4)),
    (timedelta(days=7), timedelta(hours=12)),
    (timedelta(days=30), timedelta(days=2)),
    (timedelta(days=365), timedelta(days=30)),
)
OLD = timedelta(days=180)
#: At most so many failures in a row double the waiting time, because the number would overflow.
MOST_DOUBLINGS = 10
_UNITS = (
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)


@dataclass(frozen=True, slots=True)
class WatchedAddress:
    """The address (`url`) of an article that can be checked for changes.

    `pk` is the id of the article. `published` is the time of publication, or of the import if that is
    unknown. `seen` is the time of the last check or import, whatever its result was. `failures` counts the
    failed checks since the last successful one.
    """

    pk: int
    url: str
    published: datetime
    seen: datetime
    failures: int = 0

    @property
    def host(self) -> str:
        """Return the host of the address, with the port if the address names one, in lower case."""
        return urlsplit(self.url).netloc.casefold()

    @property
    def due(self) -> datetime:
        """Return the time at which the next check is due.

        Each failure in a row doubles the time between two checks, up to `OLD`.
        """
        wait = interval(self.seen - self.published)
        doubled: timedelta = wait * 2 ** min(self.failures, MOST_DOUBLINGS)
        return self.seen + min(OLD, doubled)


def interval(age: timedelta) -> timedelta:
    """Return the time between two checks of an article, if so much time (`age`) has passed since its
    publication.
    """
    for limit, wait in INTERVALS:
        if age < limit:
            return wait
    return OLD


def table() -> str:
    """Return the intervals as text for the help of a command, with one line for each age."""
    lines = [f"up to {_in_words(limit):>8}  every {_in_words(wait)}" for limit, wait in INTERVALS]
    lines.append(f"older           every {_in_words(OLD)}")
    return "\n".join(lines)


def alternating_hosts(due: Iterable[WatchedAddress]) -> Iterator[WatchedAddress]:
    """Yield all addresses, so that no host comes twice in a row while addresses of other hosts are left.

    The addresses of one host come in the order in which they are due.
    """
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
    """The pauses between requests to one host: `pause` is the fewest seconds between two requests.

    Times are seconds of any clock, as long as it is always the same clock.
    """

    pause: float
    _last: dict[str, float] = field(default_factory=dict)

    def seconds_left(self, host: str, now: float) -> float:
        """Return how many seconds after `now` the next request to `host` is allowed.

        Returns 0.0 if it is allowed at once.
        """
        if host not in self._last:
            return 0.0
        return max(0.0, self._last[host] + self.pause - now)

    def note_request(self, host: str, now: float) -> None:
        """Record that a request was sent to `host` at the time `now`."""
        self._last[host] = now


def _in_words(span: timedelta) -> str:
    for unit, name in _UNITS:
        if span >= unit:
            return counted(span // unit, name)
    return "at once"
