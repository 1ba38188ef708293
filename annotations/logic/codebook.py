"""Define the rules for the paths of tags.

A path consists of words separated by `/`, from the general to the specific.
"""

import unicodedata
import zlib
from collections.abc import Iterable, Mapping

from annotations.logic.vocabulary import Hue
from newsroom.errors import Invalid

#: Longest path of a tag, in code points.
LONGEST = 120
#: Longest definition of a tag, in code points.
LONGEST_DEFINITION = 2_000
#: Most levels that a path can have.
DEEPEST = 4
#: The keys that can mean a tag.
DIGITS = tuple(range(1, 10))

# Zero-width joiners are invisible, but Persian, Indic scripts and emoji need them.
_JOINERS = {0x200C: None, 0x200D: None}


def normalise_path(path: str) -> str:
    """Return `path` in its normal form: NFC, without empty levels and superfluous white space.

    Case is kept. Raises `Invalid` if the path is empty, contains `|` or invisible characters, has more than
    `DEEPEST` levels or more than `LONGEST` code points.
    """
    levels = unicodedata.normalize("NFC", path).split("/")
    single_spaced = [" ".join(level.split()) for level in levels]
    parts = [level for level in single_spaced if level]
    if not parts:
        raise Invalid("Write a tag, such as claims/number.")
    if "|" in path:
        raise Invalid(
            "A tag cannot hold “|”, which parts tags in CSV files: write “/” or a word instead."
        )

    joined = "/".join(parts)
    # A word with an invisible character looks like another tag and would split the codebook.
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
    """Return the path one level up, or an empty string for a tag at the top level."""
    return path.rpartition("/")[0]


def ancestors(path: str) -> tuple[str, ...]:
    """Return the paths above `path`, the top level first.

    For `claims/number/share` they are `claims` and `claims/number`.
    """
    parts = path.split("/")
    paths = []
    for depth in range(1, len(parts)):
        paths.append("/".join(parts[:depth]))
    return tuple(paths)


def with_ancestors(paths: Iterable[str]) -> set[str]:
    """Return the paths, in lower case, together with all those above them."""
    found = set()
    for path in paths:
        lower = path.lower()
        found.add(lower)
        found.update(ancestors(lower))
    return found


def stands_under(path: str, other: str) -> bool:
    """Return whether `path` is below `other` in the tree of tags.

    Case is ignored. A path is not below itself.
    """
    return path.casefold().startswith(f"{other.casefold()}/")


def hue(path: str) -> str:
    """Return the name of the colour of a new tag. All tags below one top-level tag get the same colour,
    whatever its case is.
    """
    # The order of the members is fixed, so the same word always gets the same colour.
    hues = list(Hue)
    top_level = path.split("/")[0].casefold()
    # `hash()` of a string differs between processes, so a checksum is used.
    number = zlib.crc32(top_level.encode()) % len(hues)
    return hues[number].value


def own_digits(everybodys: Mapping[int, int], pinned: Mapping[int, int]) -> dict[int, int]:
    """Return the digits of tags on a person's desk, as {tag: digit}.

    `everybodys` and `pinned` are {tag: digit} too. A pin of the person goes first: the tag has only the
    pinned digit, and no other tag has that digit.
    """
    taken = set(pinned.values())
    kept = {
        tag: digit for tag, digit in everybodys.items() if tag not in pinned and digit not in taken
    }
    return {**kept, **pinned}
