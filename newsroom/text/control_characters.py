"""Characters that command the place where a text is shown, instead of being shown there."""

import re

from newsroom.text.direction import CONTROLS

# C0, DEL and C1 move a terminal's cursor, colour or clear it (ECMA-48). The separators and NEL, which is one
# of C1, end a line. Half a surrogate pair cannot be written as UTF-8 at all: Python puts it in the place of a
# byte of a file's name that is no UTF-8.
_COMMANDS = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
# Marks that make what stands beside them run in their direction (Unicode Standard Annex 9, 2.6).
_IMPLICIT_MARKS = "\u061c\u200e\u200f"
_CONTROLS = re.compile(f"[{_COMMANDS}{_IMPLICIT_MARKS}{''.join(CONTROLS)}]")


def escape_controls(text: str) -> str:
    """Return `text` as one line that shows its control characters, as JSON writes them (`\\u001b`).

    JSON without line breaks between its values keeps its meaning: there, such characters stand in strings.
    """
    return _CONTROLS.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
