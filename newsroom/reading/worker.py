"""The process that reads: it calls one pure function at a time, within a budget of CPU time and memory.

What comes from outside may make a reader loop, eat memory, or break a parser written in C. Here that ends
this process and nothing else. The process knows no database, and holds nothing that must survive.
"""

import resource
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from newsroom.errors import NewsroomError, TooLarge

#: For how many seconds the process waits for the next call before it ends, because it holds memory.
IDLE = 60.0
TOO_MUCH_MEMORY = (
    "This takes more memory to read than there is for one source: split it, or save it as "
    "plain text."
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call: a function of a module's top level, its arguments, and its CPU time in seconds."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    cpu_seconds: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a call: its `value`, the `refusal` it raised, or the `trace` of an unforeseen error."""

    value: Any = None
    refusal: NewsroomError | None = None
    trace: str = ""


def serve(connection: Connection, most_memory: int) -> None:
    """Answer calls until nobody calls any more. `most_memory` is in bytes."""
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (most_memory, hard))
    while connection.poll(IDLE):
        try:
            call: Call = connection.recv()
            _start_clock(call.cpu_seconds)
            connection.send(answer(call))
        except (EOFError, ConnectionError):
            # Who called has ended.
            return


def answer(call: Call) -> Answer:
    """Call the function.

    This is the last net around one source: whatever a foreign parser throws becomes an answer about that
    source, so that one bad item never stops the others.
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
    """Let the kernel end this process once it has used so many more seconds of CPU time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
