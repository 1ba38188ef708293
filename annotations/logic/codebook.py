"""Tag paths: words parted by `/`, from the general to the particular."""

import zlib

from annotations.logic.vocabulary import Hue
from newsroom.errors import Invalid

LONGEST = 120
DEEPEST = 4


def normalise_path(path: str) -> str:
    """`path` without stray white space and slashes. Raises `Invalid` with a sentence where it is no tag."""
    parts = [" ".join(part.split()) for part in path.split("/")]
    parts = [part for part in parts if part]
    if not parts:
        raise Invalid("Write a tag, such as claims/number.")
    joined = "/".join(parts)
    if "|" in joined or not joined.isprintable():
        raise Invalid("A tag cannot hold “|” or control characters: CSV files part tags by it.")
    if len(parts) > DEEPEST:
        raise Invalid(f"A tag has at most {DEEPEST} levels: shorten “{joined[:60]}”.")
    if len(joined) > LONGEST:
        raise Invalid(f"A tag has at most {LONGEST} characters: shorten it.")
    return joined


def parent(path: str) -> str:
    """The path one level up; blank for a top-level tag."""
    return path.rpartition("/")[0]


def hue(path: str) -> str:
    """The colour for a new tag: the same for all tags under one top level."""
    hues = list(Hue)
    return hues[zlib.crc32(path.split("/")[0].casefold().encode()) % len(hues)].value
