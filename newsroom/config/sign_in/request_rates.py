"""Count the requests of each API token, and limit them."""

from threading import Lock

_MINUTE = 60


class RequestRates:
    """The numbers of requests that tokens have made in the present minute, in this process.

    The numbers stand in memory, because a write to the database for each request would make reading slow. So
    each process of the server has its own limit.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._minute = 0
        self._counts: dict[int, int] = {}

    def seconds_to_wait(self, token: int, limit: int, now: float) -> int:
        """Count a request of the token with the id `token` at the time `now`, in seconds.

        Returns 0 if it is within `limit` requests a minute, else the seconds until the next minute.
        """
        minute = int(now // _MINUTE)
        with self._lock:
            if minute != self._minute:
                self._minute = minute
                self._counts.clear()
            count = self._counts.get(token, 0) + 1
            self._counts[token] = count
        if count <= limit:
            return 0
        return _MINUTE - int(now % _MINUTE)
