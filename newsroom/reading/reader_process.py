"""Call functions that read data from outside in a separate process.

Each process of the site has one reader process; an import by command has more (`ReaderPool`). A reader
process starts at the first call, and ends after a minute without calls. It takes about a second to start, and
then a few milliseconds for each call.
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

#: The CPU time for one source, in seconds, and the memory of the reader process, in bytes.
CPU_SECONDS = 20
MOST_MEMORY = 768 * 2**20
#: A call may take so many times its CPU time by the clock, because the machine also does other things.
PATIENCE = 4

TOO_LONG = "This takes too long to read: split it, or save it as plain text (.txt) and import that."
BROKEN = "This cannot be read: it is damaged, or of an unknown kind. Save it as plain text (.txt) instead."


class ReaderProcess:
    """The reader process that belongs to the current process, with the connection to it.

    Several threads may use it; one call is done at a time.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_interrupted = False

    def call(self, call: Call) -> Answer:
        """Send the call to the reader process, and return its answer.

        Raises `TooLarge` if the call takes too much time, and `Unreadable` if the reader process ends during
        the call.
        """
        with self._turn:
            answer: Answer | None = None
            try:
                connection = self._send(call)
                if connection.poll(PATIENCE * call.cpu_seconds):
                    answer = connection.recv()
            except (EOFError, ConnectionError) as error:
                raise self._ended() from error
            finally:
                # If the wait is interrupted, a late answer must not be taken for the answer to the next call.
                if answer is None:
                    self._stop()
        if answer is None:
            raise TooLarge(TOO_LONG)
        return answer

    def stop(self) -> None:
        """End the reader process after the call that is under way, if there is one."""
        with self._turn:
            self._stop()

    def interrupt(self) -> None:
        """End the reader process now and for good. A call that is under way fails."""
        # Another thread may be about to start the process. It looks at this afterwards.
        self._is_interrupted = True
        process = self._process
        if process is not None:
            process.kill()

    def _send(self, call: Call) -> Connection:
        """Send the call to the reader process, and return the connection from which the answer can be read.

        The process is started if it is not running; it may have ended because it was idle.
        """
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
        # A forked copy of a process with threads may block for ever, so a new process is started.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, MOST_MEMORY), daemon=True)
        process.start()
        self._process = process
        if self._is_interrupted:
            process.kill()
        theirs.close()
        self._connection = ours
        return ours

    def _ended(self) -> NewsroomError:
        """Return the error for a call during which the reader process ended: `TooLarge` if its CPU time was
        used up, else `Unreadable`.
        """
        code = None
        if self._process is not None:
            self._process.join(5)
            code = self._process.exitcode
        self._stop()
        logger.error("reader process ended", extra={"exit_code": code})
        # The kernel sends this signal when the CPU time is used up.
        if code == -SIGXCPU:
            return TooLarge(TOO_LONG)
        return Unreadable(BROKEN)

    def _stop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        self._connection = self._process = None


def call_in_reader(
    function: Callable[Parameters, Result],
    /,
    *arguments: Parameters.args,
    **named: Parameters.kwargs,
) -> Result:
    """Call `function` with these arguments in the reader process, and return its result.

    `function` must be defined at the top level of a module. Raises the `NewsroomError`s of the function, and
    `TooLarge` if it takes more CPU time or memory than one source may take. Raises `Unreadable` for any other
    exception, whose traceback is then in the log.
    """
    return call_in(_reader, function, *arguments, **named)


def call_in(
    reader: ReaderProcess,
    function: Callable[Parameters, Result],
    /,
    *arguments: Parameters.args,
    **named: Parameters.kwargs,
) -> Result:
    """Call `function` in the process of `reader`, with the results and errors of `call_in_reader`."""
    answer = reader.call(Call(function, arguments, named, CPU_SECONDS))
    if answer.refusal is not None:
        raise answer.refusal
    if answer.trace:
        logger.error("reader failed", extra={"function": function.__name__, "trace": answer.trace})
        raise Unreadable(BROKEN)
    result: Result = answer.value
    return result


_reader = ReaderProcess()
atexit.register(_reader.stop)
# A forked copy of this process must not share the pipe, or wait for a child of another process.
os.register_at_fork(before=_reader.stop)
