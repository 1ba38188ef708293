"""Let people act at the same moment: threads with connections of their own, started together on real rows.

A test that races needs `transaction=True`, because the threads see only what is committed.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from threading import Barrier

from django.db import DatabaseError, connection, transaction

from newsroom.errors import NewsroomError, Unavailable
from newsroom.trouble.database import is_collision

Act = Callable[[], object]
#: For each act the error that it was refused with, or None if it was done.
Outcomes = Sequence[NewsroomError | None]

#: The seconds after which a race that hangs fails.
PATIENCE = 30
#: The seconds in which an act ends, unless it waits for another person's transaction.
A_MOMENT = 1


class People:
    """A number of people, each with a thread and a connection that stay open between races."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._threads = ThreadPoolExecutor(number)

    def race(self, *acts: Act) -> Outcomes:
        """Let each person do one of `acts`, all at once. Return for each act the error that it
        was refused with, or None.

        Raises any exception that is not a `NewsroomError`.
        """
        return [future.result() for future in self._start(acts)]

    def crashes(self, *acts: Act) -> list[str]:
        """Let each person do one of `acts`, all at once. Return the exceptions that
        are not a `NewsroomError`.
        """
        errors = [future.exception() for future in self._start(acts)]
        return [repr(error) for error in errors if error is not None]

    def _start(self, acts: Sequence[Act]) -> list["Future[NewsroomError | None]"]:
        return self._together([lambda act=act: _outcome(act) for act in acts])

    @contextmanager
    def meanwhile(self, act: Act) -> Iterator["Future[NewsroomError | None]"]:
        """Begin a transaction, run the block in it, and then start `act` in a thread while
        the transaction is open.

        The transaction is committed when the act has ended, or after `A_MOMENT` if the act waits for it.
        Yields a future with the error that the act was refused with, or None.
        """
        told: Future[NewsroomError | None] = Future()
        with transaction.atomic():
            yield told
            running = self._threads.submit(_outcome, act)
            wait([running], timeout=A_MOMENT)
        told.set_result(running.result(timeout=PATIENCE))

    def leave(self) -> None:
        self._together([lambda: connection.close()] * self._number)
        self._threads.shutdown()

    def _together(
        self, calls: Sequence[Callable[[], NewsroomError | None]]
    ) -> list["Future[NewsroomError | None]"]:
        # Each call waits for all others, so no thread does two of them.
        barrier = Barrier(len(calls), timeout=PATIENCE)

        def call_when_all_are_there(call: Callable[[], NewsroomError | None]) -> NewsroomError | None:
            # The connection is opened before the start, because connecting takes longer than most acts.
            connection.ensure_connection()
            barrier.wait()
            return call()

        running = [self._threads.submit(call_when_all_are_there, call) for call in calls]
        wait(running, timeout=PATIENCE)
        return running


@contextmanager
def people(number: int) -> Iterator[People]:
    there = People(number)
    try:
        yield there
    finally:
        there.leave()


def _outcome(act: Act) -> NewsroomError | None:
    try:
        try:
            act()
        except DatabaseError as error:
            if not is_collision(error):
                raise
            # The middleware does the same: if two acts waited for each other, the database has
            # rolled back one of them.
            act()
    except Unavailable:
        raise
    except NewsroomError as refusal:
        return refusal
    return None
