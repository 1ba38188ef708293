"""Write the log: one line of JSON for each record, without article text, typed text or secrets.

A line holds `at` (UTC), `level`, `from` (the logger), `message`, and the values of `extra=`. For an error, it
holds the type and the lines of code that the error passed. It does not hold the error's message, because a
database quotes the refused row in it.
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
    """A formatter that writes a record as one line of JSON.

    Only plain values of `extra` are written, because Django adds requests and similar objects.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "message": _message(record),
        }
        for name, value in vars(record).items():
            if name not in _EVERY_RECORD and isinstance(value, _PLAIN):
                line[name] = value
        if record.exc_info and record.exc_info[0]:
            kind, _, traceback_of_error = record.exc_info
            line["error"] = kind.__name__
            line["through"] = _lines_of_code(traceback_of_error)
        # JSON does not escape C1 and bidirectional controls, but a terminal that shows the log would execute
        # them.
        return escape_controls(json.dumps(line, ensure_ascii=False))


def _message(record: logging.LogRecord) -> str:
    """Return the message.

    From Django's message about a request, the address is removed, because it has a title.
    """
    if hasattr(record, "request") and isinstance(record.args, tuple) and record.args:
        return str(record.args[0])
    return record.getMessage()


def _lines_of_code(traceback_of_error: TracebackType | None) -> list[str]:
    """Return the lines that the error passed, such as `newsroom/views/health.py:31 healthz`."""
    lines = []
    for frame in traceback.extract_tb(traceback_of_error):
        end_of_path = "/".join(Path(frame.filename).parts[-3:])
        lines.append(f"{end_of_path}:{frame.lineno} {frame.name}")
    return lines
