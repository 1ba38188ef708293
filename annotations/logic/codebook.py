"""Paths of tags: words with `/` between them, from the general to the particular."""

import unicodedata
import zlib

from annotations.logic.vocabulary import Hue
from newsroom.errors import Invalid

#: Longest path of a tag, in characters.
LONGEST = 120
#: Most levels of a path.
DEEPEST = 4

# Invisible, yet part of the spelling in Persian, in Indic scripts and in emoji.
_JOINERS = {0x200C: None, 0x200D: None}


def normalise_path(path: str) -> str:
    """`path` in its one spelling: NFC, without stray white space and slashes.

    Letters of any script keep their case. Raises `Invalid` with a sentence if it is no tag.
    """
    levels = unicodedata.normalize("NFC", path).split("/")
    parts = [" ".join(level.split()) for level in levels if level.strip()]
    if not parts:
        raise Invalid("Write a tag, such as claims/number.")
    if "|" in path:
        raise Invalid(
            "A tag cannot hold “|”, which parts tags in CSV files: write “/” or a word instead."
        )

    joined = "/".join(parts)
    if not joined.translate(_JOINERS).isprintable():
        raise Invalid(
            "The tag holds characters that nobody can see. Type it again instead of pasting it."
        )
    if len(parts) > DEEPEST:
        raise Invalid(f"A tag has at most {DEEPEST} levels: shorten “{joined[:60]}”.")
    if len(joined) > LONGEST:
        raise Invalid(f"A tag has at most {LONGEST} characters: shorten it.")
    return joined


def parent(path: str) -> str:
    """The path one level up; blank for a top-level tag."""
    return path.rpartition("/")[0]


def ancestors(path: str) -> tuple[str, ...]:
    """The paths above `path`, from the top: `claims`, `claims/number` for `claims/number/share`."""
    parts = path.split("/")
    return tuple("/".join(parts[:depth]) for depth in range(1, len(parts)))


def stands_under(path: str, other: str) -> bool:
    """Whether `path` lies below `other` in the tree; no path lies below itself."""
    return path.casefold().startswith(f"{other.casefold()}/")


def hue(path: str) -> str:
    """The colour for a new tag: the same for all tags under one top level."""
    hues = list(Hue)
    top_level = path.split("/")[0].casefold()
    # A checksum, because the hash of a string differs from run to run.
    number = zlib.crc32(top_level.encode()) % len(hues)
    return hues[number].value
