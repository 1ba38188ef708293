"""Bring addresses of articles into one spelling, so that two addresses of the same page compare as equal."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newsroom.text.addresses.network import LONGEST_ADDRESS, PORTS, not_an_address

#: These query parameters say how a reader reached the page. They do not choose what the page shows.
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|ref|ref_src|cmpid|ito"
    r"|smid|at_\w+|ns_\w+|xtor|guccounter|guce_\w+|share|smtyp)$",
    re.IGNORECASE,
)


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
        raise not_an_address(url) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host or len(url) > LONGEST_ADDRESS:
        raise not_an_address(url)

    host = host.removeprefix("www.")
    if port and port != PORTS[scheme]:
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
