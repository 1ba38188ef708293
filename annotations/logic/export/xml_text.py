"""Make texts that XML can hold."""

import re

#: What XML 1.0 cannot hold, not even as a reference: most control characters, surrogates and two
#: noncharacters (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: The character that Unicode has for one that cannot be shown.
REPLACEMENT = "\ufffd"


def xml_text(text: str) -> str:
    """Return `text` with U+FFFD for each character that XML cannot hold. Its length stays the same."""
    return _FORBIDDEN.sub(REPLACEMENT, text)
