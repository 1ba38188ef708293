"""Write the log: one line of JSON for each record, without article text, typed text or secrets.

A line holds `at` (UTC), `level`, `from` (the logger), `message`, and the values of `extra=`. For an
exception, the line holds its type (`error`) and the lines of code in its traceback (`through`). It does not
hold the message of the exception, because a database quotes the refused row there.
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
    """A log formatter that writes a record as one line of JSON.

    Of the values in `extra=` only numbers, strings, booleans and None are written, because Django adds
    requests and similar objects.
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
    """Return the message of a record.

    Of a message of Django about a request, only the words before the address are returned, because the
    address may contain a title.
    """
    if hasattr(record, "request") and isinstance(record.args, tuple) and record.args:
        return str(record.args[0])
    return record.getMessage()


def _lines_of_code(traceback_of_error: TracebackType | None) -> list[str]:
    """Return the lines of code in the traceback, such as `newsroom/views/health.py:31 healthz`.

    The line that raised the exception comes last.
    """
    lines = []
    for frame in traceback.extract_tb(traceback_of_error):
        end_of_path = "/".join(Path(frame.filename).parts[-3:])
        lines.append(f"{end_of_path}:{frame.lineno} {frame.name}")
    return lines
