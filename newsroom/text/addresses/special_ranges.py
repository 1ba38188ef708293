"""Decide which numeric addresses are public, and name the purpose of those that are not.

The ranges come from the IANA special-purpose address registries (RFC 6890). Python's own table (`is_global`)
is checked too. An address is public only if both tables say so, because each of them may be outdated.
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_RANGES = {
    "this very computer": ("127.0.0.0/8", "::1/128", "0.0.0.0/8", "::/128"),
    "a link-local address, where clouds keep their keys": ("169.254.0.0/16", "fe80::/10"),
    "a cloud's own service": ("168.63.129.16/32", "fd00:ec2::/32", "100.100.100.200/32"),
    "a private network": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
    "a carrier's inner network": ("100.64.0.0/10",),
    "a multicast or broadcast address": ("224.0.0.0/4", "ff00::/8", "255.255.255.255/32"),
    "an address for examples and tests": (
        "192.0.2.0/24",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "198.18.0.0/15",
        "2001:db8::/32",
        "3fff::/20",
        "100::/64",
    ),
    "a reserved address": (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "240.0.0.0/4",
        "2001::/23",
        "5f00::/16",
    ),
}
#: Each network with its purpose. If several networks hold an address, the first of them names its purpose.
_NETWORKS = tuple(
    (ip_network(network), kind) for kind, networks in _RANGES.items() for network in networks
)
_RESERVED = "a reserved address"
_PUBLIC_V6 = ip_network("2000::/3")
#: In these networks an address ends in the IPv4 address that it is translated to (NAT64).
_TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_V4_BITS = 32
_V4_MASK = 0xFFFFFFFF


def special_kind(address: str) -> str:
    """Return the purpose of a numeric address, such as `a private network`, or an empty string if it is
    public.

    If an IPv6 address contains an IPv4 address (mapped, translated, 6to4, Teredo), the IPv4 address decides.
    Raises `ValueError` if `address` is not a numeric address.
    """
    without_zone = address.partition("%")[0]
    judged = ip_address(without_zone)
    inner = list(_inner_addresses(judged))
    if inner:
        kinds = (special_kind(str(inner_address)) for inner_address in inner)
        return next(filter(None, kinds), "")

    for network, kind in _NETWORKS:
        if judged in network:
            return kind
    is_allocated = isinstance(judged, IPv4Address) or judged in _PUBLIC_V6
    if not is_allocated or not judged.is_global:
        return _RESERVED
    return ""


def _inner_addresses(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address]:
    """Yield the IPv4 addresses that are contained in `address`. An IPv4 address contains none."""
    if isinstance(address, IPv4Address):
        return
    for inner in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
        if inner is not None:
            yield inner

    number = int(address)
    is_translated = any(address in network for network in _TRANSLATED)
    # An “IPv4-compatible” address has 96 zero bits and then an IPv4 address. 0 and 1 (`::1`) are not of this
    # kind.
    is_compatible = number >> _V4_BITS == 0 and number > 1
    if is_translated or is_compatible:
        yield IPv4Address(number & _V4_MASK)
