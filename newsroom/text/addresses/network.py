"""Decide to which host an address leads, without using the network.

A server that fetches addresses from its users must not be led to itself, to its neighbours or to internal
services of its cloud (server-side request forgery). `special_ranges` decides which numeric addresses are
public.
"""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from newsroom.errors import Invalid

#: The longest address that is accepted, and the longest part of it that an error message repeats, in
#: characters.
LONGEST_ADDRESS = 2_000
_LONGEST_QUOTED = 80
PORTS = {"http": 80, "https": 443}

_SAFE_IN_TARGET = "/?:@!$&'()*+,;=~-._%"
_FORBIDDEN = re.compile(r"[\s\x00-\x1f\x7f\\]")
#: These spellings of a numeric address are understood by some programs only: 0x7f.1, 017700000001.
_ODD_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*", re.IGNORECASE)
_HOST_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address, split into its parts.

    `scheme` is `http` or `https`. `host` is a name in ASCII, or a numeric address without brackets. `target`
    holds the path and the query, percent-encoded, as the first line of an HTTP request names them.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Return the value of the `Host` header: the host, and the port unless it is the default of the
        scheme.
        """
        host = self.host
        # Only an IPv6 address has colons, and in an address it needs brackets.
        if ":" in host:
            host = f"[{host}]"
        if self.port == PORTS[self.scheme]:
            return host
        return f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the whole address as one string."""
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_address(url: str, *, base: str = "") -> WebAddress:
    """Split `url` into its parts. A relative `url` is resolved against `base`.

    Raises `Invalid` if `url` is not a plain http or https address, or if its host is a number in an odd
    spelling.
    """
    url = url.strip()
    if not url or len(url) > LONGEST_ADDRESS or _FORBIDDEN.search(url):
        raise not_an_address(url)
    try:
        parts = urlsplit(urljoin(base, url))
        host = parts.hostname or ""
        port = parts.port
        has_login = bool(parts.username or parts.password)
    except ValueError as error:
        raise not_an_address(url) from error
    if parts.scheme not in PORTS:
        raise Invalid("Only addresses that begin with http:// or https:// can be fetched.")
    if has_login:
        raise Invalid("The address holds a name or a password: leave out what stands before the @.")

    if port is None:
        port = PORTS[parts.scheme]
    address = WebAddress(parts.scheme, _normal_host(host, url), port, _target(parts))
    # Percent-encoding makes an address longer, so its length is checked again.
    if len(address.url) > LONGEST_ADDRESS:
        raise not_an_address(url)
    return address


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_SAFE_IN_TARGET)
    if not parts.query:
        return path
    query = quote(parts.query, safe=_SAFE_IN_TARGET)
    return f"{path}?{query}"


def _normal_host(host: str, url: str) -> str:
    """Return `host` in one spelling: a numeric address as the standards write it, or a name in ASCII.

    Names are encoded by IDNA.
    """
    host = host.rstrip(".")
    try:
        return str(ip_address(host))
    except ValueError:
        pass  # The host is a name and not a number.
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise not_an_address(url) from error
    if _ODD_NUMBERS.fullmatch(name):
        beginning = host[:_LONGEST_QUOTED]
        raise Invalid(
            f"“{beginning}” spells a computer's number in an odd way: use the site's name."
        )
    if not _HOST_NAME.fullmatch(name):
        raise not_an_address(url)
    return name


def not_an_address(url: str) -> Invalid:
    """Return the error that says that `url` is no web address. It repeats the beginning of `url`."""
    beginning = url[:_LONGEST_QUOTED]
    return Invalid(
        f"“{beginning}” is no web address: it should look like https://example.org/page."
    )
