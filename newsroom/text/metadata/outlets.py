"""Compare names of outlets, and find the outlet that publishes at an address."""

import re
from urllib.parse import urlsplit

from newsroom.text.language.words import without_accents
from newsroom.text.metadata.known_outlets import OUTLETS

_ENDING = re.compile(r"\.(?:com|org|net|info|news|co\.\w{2}|com\.\w{2}|\w{2})$")
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il)\s+")


def bare_name(name: str) -> str:
    """Return the form by which names of outlets are compared.

    Case, accents, a leading article, `www.`, a domain ending and punctuation are removed, because spellings
    of one outlet's name differ in these. If nothing remains, returns the name itself.
    """
    plain = without_accents(name.strip()).removeprefix("www.")
    plain = _ENDING.sub("", plain)
    plain = _ARTICLE.sub("", plain)
    letters = "".join(character for character in plain if character.isalnum())
    return letters or name.strip()


def outlet_of(url: str) -> str:
    """Return the name of the outlet that publishes at `url`, or an empty string if no known outlet does.

    An outlet also covers all subdomains of its host.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    while "." in host:
        if host in OUTLETS:
            return OUTLETS[host]
        host = host.partition(".")[2]
    return ""
