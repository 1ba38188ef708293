"""How long a value may be that a source states, and what happens to a longer one.

Values are bounded as soon as they are read, so that no expression and no query ever sees an endless one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsroom.text.model import Metadata

#: Most characters of each value. The columns of the database hold as many.
LONGEST = {
    "title": 500,
    "outlet": 120,
    "byline": 300,
    "credit": 300,
    "url": 2_000,
    "language": 35,
}
LONGEST_EXTERNAL_ID = 200
#: Longest line, in characters, in which something is looked for before its value is cut.
LONGEST_STATED = 4_000
#: Values that mean nothing, or something else, once they are cut.
_LEFT_BLANK = ("url", "language")


@dataclass(frozen=True, slots=True)
class BoundedMetadata:
    """Metadata within the limits, with a sentence for each value that was too long."""

    metadata: Metadata
    notes: tuple[str, ...] = ()


def bounded(metadata: Metadata) -> BoundedMetadata:
    """Cut what is too long in `metadata`. A part of an address or a language means nothing: it is blank."""
    changed: dict[str, str] = {}
    notes = []
    for name, longest in LONGEST.items():
        value: str = getattr(metadata, name)
        if len(value) <= longest:
            continue
        if name in _LEFT_BLANK:
            changed[name] = ""
            notes.append(
                f"The {_LABELS[name]} was longer than {longest:,} characters and was left blank."
            )
        else:
            changed[name] = value[:longest].rstrip()
            notes.append(f"The {_LABELS[name]} was longer than {longest:,} characters and was cut.")
    if not changed:
        return BoundedMetadata(metadata)
    return BoundedMetadata(replace(metadata, **changed), tuple(notes))  # type: ignore[arg-type]


def cut_lines(lines: Iterable[str]) -> list[str]:
    """Cut lines of which only the beginning can say something: nobody is called by 4,000 characters."""
    return [line[:LONGEST_STATED] for line in lines]


_LABELS = {
    "title": "title",
    "outlet": "name of the outlet",
    "byline": "byline",
    "credit": "credit",
    "url": "address",
    "language": "language",
}
