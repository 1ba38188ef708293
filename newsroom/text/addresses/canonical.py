"""Addresses of articles in one spelling, so that the same page is recognised however it was reached."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newsroom.errors import Invalid

#: Query parameters that say how a reader came, not what they read.
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|ref|ref_src|cmpid|ito|smid|"
    r"at_\w+|ns_\w+|xtor|guccounter|guce_\w+|share|smtyp)$",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST = 2_000


def canonical(url: str) -> str:
    """`url` in the spelling articles are recognised by; blank for blank.

    Scheme becomes https, host lower case without `www.`, default ports, fragment and tracking parameters go,
    the other parameters are kept in their order, a trailing slash of the path goes. Raises `Invalid` for what
    is no web address.
    """
    url = url.strip()
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise Invalid(
            f"“{url[:80]}” is no web address: it should look like https://example.org/page."
        ) from error
    if parts.scheme.lower() not in _DEFAULT_PORTS or not host or len(url) > LONGEST:
        raise Invalid(f"“{url[:80]}” is no web address: it should look like https://example.org/page.")
    host = host.removeprefix("www.")
    if port and port != _DEFAULT_PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    query = urlencode(
        [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(k)]
    )
    return urlunsplit(("https", host, parts.path.rstrip("/"), query, ""))


def domain(url: str) -> str:
    """The bare host of `url` (`themoscowtimes.com`), blank where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
