"""Cells of tables that no spreadsheet runs (CSV injection, as OWASP calls it).

A cell that a spreadsheet would take for a formula gets a leading `'`. A cell that begins with apostrophes and
then such a character gets one more, so that reading can tell this guard from an apostrophe of the text.
"""

import re

#: What spreadsheets run, with the full-width forms that some of them fold to it.
_GUARDED = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
#: How such a cell begins. Most of millions of cells are ruled out by their first character.
_FIRST = frozenset("'=+-@\t\r＝＋－＠")


def escape(cell: str) -> str:
    """Return `cell` so that a spreadsheet shows it instead of running it."""
    if cell[:1] in _FIRST and _GUARDED.match(cell):
        return f"'{cell}"
    return cell


def unescape(cell: str) -> str:
    """Return what `escape` was given: `unescape(escape(cell)) == cell` for every text."""
    if cell.startswith("'") and _GUARDED.match(cell):
        return cell.removeprefix("'")
    return cell
