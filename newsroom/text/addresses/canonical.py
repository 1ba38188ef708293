"""Addresses of articles in one spelling, so that a page is recognised however it was reached."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newsroom.errors import Invalid

#: Query parameters that say how a reader came, and not what is read.
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|ref|ref_src|cmpid|ito"
    r"|smid|at_\w+|ns_\w+|xtor|guccounter|guce_\w+|share|smtyp)$",
    re.IGNORECASE,
)
#: Longest address, in characters, and longest part of it that a message repeats.
LONGEST = 2_000
_LONGEST_QUOTED = 80
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """Return `url` in the spelling that articles are recognised by, and blank for blank.

    The scheme becomes https, and the host lower case without `www.`. Default ports, the fragment, tracking
    parameters and a trailing slash of the path go. The other parameters keep their order. Raises `Invalid`
    for what is no web address.
    """
    url = url.strip()
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError as error:
        raise _no_address(url) from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host or len(url) > LONGEST:
        raise _no_address(url)

    host = host.removeprefix("www.")
    if port and port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in parameters if not TRACKING.match(name)]
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(kept), ""))


def domain(url: str) -> str:
    """Return the bare host of `url` (`themoscowtimes.com`), or blank if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _no_address(url: str) -> Invalid:
    shown = url[:_LONGEST_QUOTED]
    return Invalid(f"“{shown}” is no web address: it should look like https://example.org/page.")
