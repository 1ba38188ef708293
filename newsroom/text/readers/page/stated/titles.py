"""Split the title of a page, which often ends in its section and outlet ("Headline | The Outlet")."""

import re
from collections.abc import Iterator

from newsroom.text.metadata.limits import LONGEST_STATED
from newsroom.text.readers.page.regions import Element

_SEPARATOR = re.compile(r"\s+[|–—\-»:·•]\s+")


def title_of(root: Element) -> str:
    """Return the content of the page's first `<title>` in one line, or an empty string."""
    for element in root.iter("title"):
        return " ".join((element.text or "")[:LONGEST_STATED].split())
    return ""


def last_part(title: str) -> str:
    """Return the part after the last separator of `title`, or an empty string if there is no separator."""
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return ""
    return parts[-1]


def shortened_titles(title: str) -> Iterator[str]:
    """Yield `title` without its last part, then without its last two parts, and so on."""
    separators = list(_SEPARATOR.finditer(title))
    for separator in reversed(separators):
        yield title[: separator.start()].strip()


def without_outlet(title: str, outlet: str) -> str:
    """Return `title` without its last part if that part names the outlet.

    Returns an empty string if the whole title is only the outlet's name.
    """
    if not outlet:
        return title
    if is_same_name(last_part(title), outlet):
        separator = list(_SEPARATOR.finditer(title))[-1]
        return title[: separator.start()].strip()
    if is_same_name(title, outlet):
        return ""
    return title


def is_same_name(name: str, other_name: str) -> bool:
    """Return whether two names of outlets differ at most in case, punctuation and a leading "the"."""
    bare = _bare(name)
    return bare != "" and bare == _bare(other_name)


def _bare(name: str) -> str:
    letters = "".join(filter(str.isalnum, name.casefold()))
    return letters.removeprefix("the")
