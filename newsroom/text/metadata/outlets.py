"""Names of outlets, and when two of them are likely one."""

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import urlsplit

from newsroom.text.metadata.agencies import OUTLETS

_ENDING = re.compile(r"\.(?:com|org|net|info|news|co\.\w{2}|com\.\w{2}|\w{2})$")
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il)\s+")


def bare_name(name: str) -> str:
    """`name` without what the spellings of one name differ in: case, accents, article, www, ending and
    punctuation.

    Blank only where the name has neither letters nor digits of any script.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().strip())
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = _ENDING.sub("", plain.removeprefix("www."))
    plain = _ARTICLE.sub("", plain)
    return "".join(character for character in plain if character.isalnum()) or name.strip()


def outlet_of(url: str, *, outlets: Mapping[str, str] = OUTLETS) -> str:
    """The outlet that publishes at `url`, by its host or a parent of it; blank where it is not known."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    while "." in host:
        if host in outlets:
            return outlets[host]
        host = host.partition(".")[2]
    return ""
