"""Limit the length of the values that a source states.

Values are cut as soon as they are read, so that no regular expression and no query has to handle very long
ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsroom.text.model import Metadata

#: The most characters of each value. The columns of the database have the same limits.
LONGEST = {
    "title": 500,
    "outlet": 120,
    "byline": 300,
    "credit": 300,
    "url": 2_000,
    "language": 35,
}
LONGEST_EXTERNAL_ID = 200
#: The longest line, in characters, that is searched for a value before the value is cut.
LONGEST_STATED = 4_000
#: Values that would mean nothing, or something else, if they were cut.
_LEFT_BLANK = ("url", "language")


@dataclass(frozen=True, slots=True)
class BoundedMetadata:
    """Metadata in which no value is longer than `LONGEST` allows.

    `notes` has one sentence for each value that was cut or emptied.
    """

    metadata: Metadata
    notes: tuple[str, ...] = ()


def limit_metadata(metadata: Metadata) -> BoundedMetadata:
    """Return `metadata` with its long values cut, and a note about each of them.

    An address or a language that is too long is emptied, because a part of it would mean something else.
    """
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
    """Return each line cut to `LONGEST_STATED` code points, because no name or title is longer."""
    return [line[:LONGEST_STATED] for line in lines]


_LABELS = {
    "title": "title",
    "outlet": "name of the outlet",
    "byline": "byline",
    "credit": "credit",
    "url": "address",
    "language": "language",
}
