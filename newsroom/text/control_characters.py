"""Show control characters, which would otherwise act on the terminal or page that prints a text."""

import re

from newsroom.text.direction import CONTROLS

# C0, DEL and C1 move a terminal's cursor, change its colours or clear it (ECMA-48). NEL, which is part of C1,
# and the two Unicode separators end a line. A lone surrogate cannot be written as UTF-8. Python uses lone
# surrogates for those bytes of a file name that are not UTF-8.
_COMMANDS = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
# These marks change the writing direction of the text beside them (Unicode Standard Annex 9, 2.6).
_IMPLICIT_MARKS = "\u061c\u200e\u200f"
_CONTROLS = re.compile(f"[{_COMMANDS}{_IMPLICIT_MARKS}{''.join(CONTROLS)}]")


def escape_controls(text: str) -> str:
    r"""Return `text` in one line, with its control characters written as in JSON (`\u001b`).

    Valid JSON without line breaks between its values keeps its meaning, because there such characters occur
    only in strings.
    """
    return _CONTROLS.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
