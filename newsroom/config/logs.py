"""What is written to the log: one line of JSON each, without article text, what people typed, or secrets.

A line holds `at` (UTC), `level`, `from` (who speaks), `message`, and what the speaker added (`extra=`). An
error is told by its type and the lines of code it came through. Its message is left out: a database quotes
the row it refused.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from newsroom.text.control_characters import escape_controls

_EVERY_RECORD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_PLAIN = (bool, int, float, str, type(None))


class JsonLines(logging.Formatter):
    """A record as one line of JSON. Of `extra`, only plain values are written: Django adds requests and their
    like.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "message": _message(record),
        }
        added = {name: value for name, value in vars(record).items() if name not in _EVERY_RECORD}
        line |= {name: value for name, value in added.items() if isinstance(value, _PLAIN)}
        if record.exc_info and record.exc_info[0]:
            kind, _, came_through = record.exc_info
            line |= {"error": kind.__name__, "through": _through(came_through)}
        # JSON lets C1 and bidirectional controls stand, and a terminal that shows the log would obey them.
        return escape_controls(json.dumps(line, ensure_ascii=False))


def _message(record: logging.LogRecord) -> str:
    """The message; of what Django says about a request, only what went wrong: next comes its address, with a
    title.
    """
    if hasattr(record, "request") and isinstance(record.args, tuple) and record.args:
        return str(record.args[0])
    return record.getMessage()


def _through(came_through: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(came_through)
    return [
        f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
        for frame in frames
    ]
