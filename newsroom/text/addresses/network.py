"""Where on the network an address leads, decided without asking the network: which are public, and which are
refused.

A server that fetches what people type must not be led to itself, to its neighbours or to the cloud's own
services. The special ranges are those of the IANA special-purpose address registries (RFC 6890).
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

from newsroom.errors import Invalid

LONGEST_ADDRESS = 2_000
PORTS = {"http": 80, "https": 443}

_SAFE_IN_TARGET = "/?:@!$&'()*+,;=~-._%"
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*", re.IGNORECASE)
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")

# In this order: the first that holds an address names it.
_SPECIAL = tuple(
    (ip_network(network), kind)
    for kind, networks in {
        "this very computer": ("127.0.0.0/8", "::1/128", "0.0.0.0/8", "::/128"),
        "a link-local address, where clouds keep their keys": ("169.254.0.0/16", "fe80::/10"),
        "a cloud's own service": ("168.63.129.16/32", "fd00:ec2::/32", "100.100.100.200/32"),
        "a private network": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
        "a carrier's inner network": ("100.64.0.0/10",),
        "a multicast or broadcast address": ("224.0.0.0/4", "ff00::/8", "255.255.255.255/32"),
        "an address for examples and tests": (
            *(
                "192.0.2.0/24",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "198.18.0.0/15",
                "2001:db8::/32",
                "3fff::/20",
            ),
            "100::/64",
        ),
        "a reserved address": ("192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "2001::/23", "5f00::/16"),
    }.items()
    for network in networks
)
_PUBLIC_V6 = ip_network("2000::/3")
_TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address taken apart: `target` is path and query as a request names them, percent-encoded."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and, where it is not the scheme's own, port: what the `Host` header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_address(url: str, *, base: str = "") -> WebAddress:
    """Where `url` leads, relative to `base` where it is relative.

    Raises `Invalid` for anything but a plain http(s) address, and for numbers that spell a host in an odd
    way.
    """
    url = url.strip()
    if not url or len(url) > LONGEST_ADDRESS or re.search(r"[\s\x00-\x1f\x7f\\]", url):
        raise _no_address(url)
    try:
        parts = urlsplit(urljoin(base, url))
        host, port, password = parts.hostname or "", parts.port, parts.username or parts.password
    except ValueError as error:
        raise _no_address(url) from error
    if parts.scheme not in PORTS:
        raise Invalid("Only addresses that begin with http:// or https:// can be fetched.")
    if password:
        raise Invalid("The address holds a name or a password: leave out what stands before the @.")
    target = quote(parts.path or "/", safe=_SAFE_IN_TARGET)
    if parts.query:
        target += f"?{quote(parts.query, safe=_SAFE_IN_TARGET)}"
    found = WebAddress(parts.scheme, _host(host, url), PORTS[parts.scheme] if port is None else port, target)
    if len(found.url) > LONGEST_ADDRESS:
        raise _no_address(url)
    return found


def special_kind(address: str) -> str:
    """What kind of address a numeric one is, where it is not public (`a private network`); blank where it is
    public.

    An IPv4 address inside an IPv6 one (mapped, translated, 6to4, Teredo) is judged as itself. Raises
    `ValueError` for what is no numeric address.
    """
    judged = ip_address(address.partition("%")[0])
    if inner := _inside(judged):
        return next(filter(None, (special_kind(str(one)) for one in inner)), "")
    for network, kind in _SPECIAL:
        if judged in network:
            return kind
    return "a reserved address" if isinstance(judged, IPv6Address) and judged not in _PUBLIC_V6 else ""


def _inside(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 one leads to."""
    if isinstance(address, IPv4Address):
        return []
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    found += [last for network in _TRANSLATED if address in network]
    compatible = int(address) >> 32 == 0 and int(address) > 1
    return [inner for inner in (*found, last if compatible else None) if inner is not None]


def _host(host: str, url: str) -> str:
    """The host in one spelling: a numeric address as standards write it, or a name in ASCII (IDNA)."""
    host = host.rstrip(".")
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise _no_address(url) from error
    if _NUMBERS.fullmatch(name):
        raise Invalid(f"“{host[:80]}” spells a computer's number in an odd way: use the site's name.")
    if not _NAME.fullmatch(name):
        raise _no_address(url)
    return name


def _no_address(url: str) -> Invalid:
    return Invalid(f"“{url[:80]}” is no web address: it should look like https://example.org/page.")
