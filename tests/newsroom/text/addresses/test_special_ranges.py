"""Test which IP addresses are public, and what the others are for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.addresses.special_ranges import special_kind


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.0.0.1", "this very computer"),
        ("127.255.0.9", "this very computer"),
        ("0.0.0.0", "this very computer"),  # noqa: S104
        ("::1", "this very computer"),
        ("::", "this very computer"),
        ("10.1.2.3", "a private network"),
        ("172.16.0.1", "a private network"),
        ("172.31.255.255", "a private network"),
        ("192.168.1.1", "a private network"),
        ("fd12:3456::1", "a private network"),
        ("169.254.169.254", "a link-local address, where clouds keep their keys"),
        ("fe80::1", "a link-local address, where clouds keep their keys"),
        ("fe80::1%eth0", "a link-local address, where clouds keep their keys"),
        ("fd00:ec2::254", "a cloud's own service"),
        ("168.63.129.16", "a cloud's own service"),
        ("100.100.100.200", "a cloud's own service"),
        ("100.64.0.1", "a carrier's inner network"),
        ("224.0.0.1", "a multicast or broadcast address"),
        ("255.255.255.255", "a multicast or broadcast address"),
        ("ff02::1", "a multicast or broadcast address"),
        ("192.0.2.1", "an address for examples and tests"),
        ("2001:db8::1", "an address for examples and tests"),
        ("192.0.0.192", "a reserved address"),
        ("240.0.0.1", "a reserved address"),
        ("4000::1", "a reserved address"),
        ("::ffff:127.0.0.1", "this very computer"),
        ("::ffff:10.0.0.1", "a private network"),
        ("::127.0.0.1", "this very computer"),
        ("64:ff9b::7f00:1", "this very computer"),
        ("64:ff9b:1::a00:1", "a private network"),
        ("2002:7f00:1::", "this very computer"),
        ("2002:a9fe:a9fe::", "a link-local address, where clouds keep their keys"),
        ("2001:0:4136:e378:8000:63bf:80ff:fffe", "this very computer"),
    ],
)
def test_an_address_that_is_not_public_is_told_for_what_it_is(address, kind):
    assert special_kind(address) == kind


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "93.184.216.34",
        "172.32.0.1",
        "192.169.0.1",
        "2606:4700::1111",
        "::ffff:1.1.1.1",
        "64:ff9b::101:101",
    ],
)
def test_a_public_address_is_nothing_special(address):
    assert special_kind(address) == ""


@given(st.ip_addresses(v=4))
def test_a_public_address_is_global_in_python_s_table_too(address):
    assert special_kind(str(address)) != "" or address.is_global


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("9.255.255.255", "10.0.0.0"),
        ("11.0.0.0", "10.255.255.255"),
        ("100.63.255.255", "100.64.0.0"),
        ("100.128.0.0", "100.127.255.255"),
        ("172.15.255.255", "172.16.0.0"),
        ("172.32.0.0", "172.31.255.255"),
        ("223.255.255.255", "224.0.0.0"),
        ("2000::", "1fff:ffff::"),
        ("3ffe::", "3fff::"),
        ("2001:200::", "2001:1ff::"),
    ],
)
def test_ranges_end_where_the_registry_says(inside, outside):
    assert special_kind(inside) == ""
    assert special_kind(outside) != ""


def test_what_is_no_numeric_address_is_an_error():
    with pytest.raises(ValueError, match="example"):
        special_kind("example.org")
