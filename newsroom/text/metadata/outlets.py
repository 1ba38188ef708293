"""Names of outlets: how two spellings of one name are known again, and who publishes at an address."""

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import urlsplit

from newsroom.text.metadata.known_outlets import OUTLETS

_ENDING = re.compile(r"\.(?:com|org|net|info|news|co\.\w{2}|com\.\w{2}|\w{2})$")
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il)\s+")


def bare_name(name: str) -> str:
    """Return `name` without case, accents, article, www, the end of an address, and punctuation.

    Spellings of one outlet's name differ in these. Blank only if the name has neither letters nor digits of
    any script.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold().strip())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    plain = _ENDING.sub("", plain.removeprefix("www."))
    plain = _ARTICLE.sub("", plain)
    letters = "".join(character for character in plain if character.isalnum())
    return letters or name.strip()


def outlet_of(url: str, *, outlets: Mapping[str, str] = OUTLETS) -> str:
    """Return the outlet that publishes at `url`, by its host or a parent of it. Blank if it is not known."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    while "." in host:
        if host in outlets:
            return outlets[host]
        host = host.partition(".")[2]
    return ""
