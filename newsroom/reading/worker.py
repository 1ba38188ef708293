"""Run the reader process: it does one call after another, with a limit of CPU time and memory.

Data from outside may make a reader loop for ever, use up memory, or crash a parser written in C. Then only
the reader process ends. It has no database connection, and nothing in it must be kept.
"""

import resource
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from newsroom.errors import NewsroomError, TooLarge

#: After so many seconds without a call the process ends, because it uses memory.
IDLE = 60.0
TOO_MUCH_MEMORY = (
    "This takes more memory to read than there is for one source: split it, or save it as "
    "plain text."
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call for the reader process: a function at the top level of a module, its positional `arguments`,
    its `named` arguments, and its limit of CPU time in seconds.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    cpu_seconds: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a call: the returned `value`, or the `refusal` that the function raised, or the traceback
    (`trace`) of any other exception.
    """

    value: Any = None
    refusal: NewsroomError | None = None
    trace: str = ""


def serve(connection: Connection, most_memory: int) -> None:
    """Answer the calls that come through `connection`.

    Returns after `IDLE` seconds without a call, or if the calling process has ended. `most_memory` is the
    memory that this process may use, in bytes.
    """
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (most_memory, hard))
    while connection.poll(IDLE):
        try:
            call: Call = connection.recv()
            _start_clock(call.cpu_seconds)
            connection.send(answer(call))
        except (EOFError, ConnectionError):
            # The calling process has ended.
            return


def answer(call: Call) -> Answer:
    """Do the call, and return its result or its error.

    Any exception of a parser becomes an answer, so that one bad source does not end the process.
    """
    try:
        return Answer(call.function(*call.arguments, **call.named))
    except NewsroomError as error:
        return Answer(refusal=error)
    except MemoryError:
        return Answer(refusal=TooLarge(TOO_MUCH_MEMORY))
    except Exception:
        return Answer(trace=traceback.format_exc())


def _start_clock(seconds: int) -> None:
    """Let the kernel end this process after `seconds` more seconds of CPU time (rounded up)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
