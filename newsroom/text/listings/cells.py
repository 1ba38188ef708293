"""Write cells of tables so that no spreadsheet runs them as a formula (CSV injection, as OWASP calls it).

A cell that a spreadsheet would run gets a leading `'`. A cell that begins with apostrophes and then the first
character of a formula also gets one more `'`, so that reading the cell again removes exactly what was added.
"""

import re

#: Characters that begin a formula, including full-width forms that some spreadsheets treat alike.
_GUARDED = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
#: The first character of such a cell. Checking it first is fast, and most of millions of cells need no more.
_FIRST = frozenset("'=+-@\t\r\n＝＋－＠")


def escape(cell: str) -> str:
    """Return `cell` with a leading `'` if a spreadsheet would run the cell as a formula, else unchanged."""
    if cell[:1] in _FIRST and _GUARDED.match(cell):
        return f"'{cell}"
    return cell


def unescape(cell: str) -> str:
    """Return `cell` without the `'` that `escape` added: `unescape(escape(cell)) == cell` is true for every
    text.
    """
    if cell.startswith("'") and _GUARDED.match(cell):
        return cell.removeprefix("'")
    return cell
