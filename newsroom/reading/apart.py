"""Calling a pure function in a process of its own.

Each process of the site has one reader process, which starts at the first call, and ends when nobody has
called for a minute. It takes about a second to start; a call then costs a few milliseconds.
"""

import atexit
import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from signal import SIGXCPU
from typing import ParamSpec, TypeVar

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.reading.worker import Answer, Call, serve

logger = logging.getLogger("newsroom.reading")
Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

#: CPU time in seconds for one source, and memory in bytes for the process that reads it.
CPU_SECONDS = 20
MOST_MEMORY = 768 * 2**20
#: How many times the CPU time a call may last by the clock, on a machine that does other things as well.
PATIENCE = 4

TOO_LONG = "This takes too long to read: split it, or save it as plain text (.txt) and import that."
BROKEN = "This cannot be read: it is damaged, or of an unknown kind. Save it as plain text (.txt) instead."


class ReaderProcess:
    """One process that reads. Safe to use from several threads: they take turns."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def call(self, call: Call) -> Answer:
        """Have the call answered.

        Raises `TooLarge` if it takes too much time, and `Unreadable` if it ends the process.
        """
        with self._turn:
            connection = self._send(call)
            answer: Answer | None = None
            try:
                if connection.poll(PATIENCE * call.cpu_seconds):
                    answer = connection.recv()
            except (EOFError, ConnectionError) as error:
                raise self._ended() from error
            finally:
                # Whatever interrupts the wait, an answer that comes later must not be taken for the next one.
                if answer is None:
                    self._stop()
        if answer is None:
            raise TooLarge(TOO_LONG)
        return answer

    def stop(self) -> None:
        with self._turn:
            self._stop()

    def _send(self, call: Call) -> Connection:
        """Send the call to a process that runs. One that ended because it was idle is replaced."""
        if self._connection is not None:
            try:
                self._connection.send(call)
            except (ConnectionError, OSError):
                self._stop()
            else:
                return self._connection
        connection = self._start()
        connection.send(call)
        return connection

    def _start(self) -> Connection:
        # A copy of a process that has threads may never run (fork), so the reader begins as a new one.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, MOST_MEMORY), daemon=True)
        self._process.start()
        theirs.close()
        self._connection = ours
        return ours

    def _ended(self) -> NewsroomError:
        """Say why the process ended in the middle of a call."""
        code = None
        if self._process is not None:
            self._process.join(5)
            code = self._process.exitcode
        self._stop()
        logger.error("reader process ended", extra={"exit_code": code})
        return TooLarge(TOO_LONG) if code == -SIGXCPU else Unreadable(BROKEN)

    def _stop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        self._connection = self._process = None


def apart(
    function: Callable[Parameters, Result],
    /,
    *arguments: Parameters.args,
    **named: Parameters.kwargs,
) -> Result:
    """Call a pure function of a module's top level in the reader process, and return what it returns.

    Raises the function's own `NewsroomError`s, `TooLarge` if it takes more CPU time or memory than one source
    may take, and `Unreadable` for whatever else it throws: then the log has the trace.
    """
    answer = _reader.call(Call(function, arguments, named, CPU_SECONDS))
    if answer.refusal is not None:
        raise answer.refusal
    if answer.trace:
        logger.error("reader failed", extra={"function": function.__name__, "trace": answer.trace})
        raise Unreadable(BROKEN)
    result: Result = answer.value
    return result


_reader = ReaderProcess()
atexit.register(_reader.stop)
# A copy of this process must not share the pipe, or wait for a child that is not its own.
os.register_at_fork(before=_reader.stop)
