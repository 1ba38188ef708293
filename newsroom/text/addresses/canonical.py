"""Bring addresses of articles into one spelling, so that two addresses of the same page compare as equal."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newsroom.errors import Invalid

#: These query parameters say how a reader reached the page. They do not choose what the page shows.
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|ref|ref_src|cmpid|ito"
    r"|smid|at_\w+|ns_\w+|xtor|guccounter|guce_\w+|share|smtyp)$",
    re.IGNORECASE,
)
#: The longest address that is accepted, and the longest part of it that an error message repeats, in
#: characters.
LONGEST = 2_000
_LONGEST_QUOTED = 80
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """Return `url` in the one spelling by which articles are recognised.

    The scheme becomes https. The host becomes lower case and loses a leading `www.`. The default port, the
    fragment, tracking parameters and trailing slashes of the path are removed. The other parameters keep
    their order. An empty `url` returns an empty string. Raises `Invalid` if `url` is not a web address.
    """
    url = url.strip()
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError as error:
        raise _not_an_address(url) from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host or len(url) > LONGEST:
        raise _not_an_address(url)

    host = host.removeprefix("www.")
    if port and port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    kept = []
    for name, value in parameters:
        if not TRACKING.match(name):
            kept.append((name, value))
    path = parts.path.rstrip("/")
    query = urlencode(kept)
    return urlunsplit(("https", host, path, query, ""))


def domain(url: str) -> str:
    """Return the host of `url` without `www.` (`themoscowtimes.com`).

    Returns an empty string if `url` has no host.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _not_an_address(url: str) -> Invalid:
    shown = url[:_LONGEST_QUOTED]
    return Invalid(f"“{shown}” is no web address: it should look like https://example.org/page.")
