"""Cells of tables that no spreadsheet runs (OWASP, CSV injection).

A cell that a spreadsheet would take for a formula gets a leading `'`. So that reading can tell such a guard
from an apostrophe that was there before, a cell that begins with apostrophes followed by a dangerous
character gets one more.
"""

import re

#: What spreadsheets run, with the full-width forms that some of them fold to it.
_GUARDED = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
#: How such a cell begins: quick to rule out, for there are millions of cells.
_FIRST = frozenset("'=+-@\t\r＝＋－＠")


def escape(cell: str) -> str:
    """`cell` so that a spreadsheet shows it instead of running it."""
    return f"'{cell}" if cell[:1] in _FIRST and _GUARDED.match(cell) else cell


def unescape(cell: str) -> str:
    """What `escape` was given: `unescape(escape(cell)) == cell` for every text."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell
