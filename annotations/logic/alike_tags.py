"""Find tags that differ so little that one of them may have been made by mistake."""

from collections import defaultdict
from collections.abc import Iterable

from newsroom.text.account_names import name_skeleton

#: The most letters of a word whose `s` at the end is kept.
_LONGEST_SHORT_WORD = 3


def alike_tags(paths: Iterable[str]) -> dict[str, list[str]]:
    """Return, for each path that has any, the other paths that are nearly equal to it, in their order.

    Two paths are nearly equal if they differ only in case, in spaces, slashes and punctuation, in characters
    that look alike (see `name_skeleton`), or in an `s` at the end of a level of more than three letters. A
    path without nearly equal ones has no entry. Takes time linear in the sizes of the input and the result.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        groups[_key(path)].append(path)

    alike = {}
    for group in groups.values():
        for path in group:
            others = [other for other in group if other != path]
            if others:
                alike[path] = others
    return alike


def _key(path: str) -> str:
    """Return a text that is equal for nearly equal paths. A path of signs alone is its own key."""
    levels = []
    for level in path.split("/"):
        letters = "".join(letter for letter in name_skeleton(level) if letter.isalnum())
        # A short word with an “s” is often another word, such as “no” and “nos”.
        if len(letters) > _LONGEST_SHORT_WORD:
            letters = letters.removesuffix("s")
        levels.append(letters or level)
    # “fact/check” and “fact check” are nearly equal too.
    return "".join(levels)
