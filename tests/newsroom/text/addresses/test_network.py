"""Which addresses lead to public pages."""

import pytest

from newsroom.errors import Invalid
from newsroom.text.addresses.network import parse_address
from newsroom.text.addresses.special_ranges import special_kind


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://Example.ORG/a?b=c#d", "https://example.org/a?b=c"),
        ("http://example.org:80", "http://example.org/"),
        ("https://example.org.:443/", "https://example.org/"),
        ("https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"),
        ("https://example.org/a%20b?q=ä", "https://example.org/a%20b?q=%C3%A4"),
        ("http://[2606:4700::1]:8080/", "http://[2606:4700::1]:8080/"),
        ("http://⑧.example.org/", "http://8.example.org/"),
    ],
)
def test_an_address_has_one_spelling(url, same):
    assert parse_address(url).url == same


def test_a_relative_address_leads_on_from_where_it_stands():
    assert parse_address("../b?c", base="https://example.org/a/d").url == "https://example.org/b?c"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "gopher://127.0.0.1:25/",
        "https://",
        "https:///path",
        "https://exa mple.org/",
        "https://example.org\\@127.0.0.1/",
        "https://user:secret@example.org/",
        "https://-.org/",
        "https://example.org:99999/",
        "https://" + "a" * 64 + ".org/",
        "https://example.org/" + "a" * 2_000,
        "https://example.org/" + "ä" * 500,
        "https://[::1/",
    ],
)
def test_what_is_no_plain_web_address_is_refused(url):
    with pytest.raises(Invalid):
        parse_address(url)


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "1.2.3.4.5", "①②⑦.0.0.1"]
)
def test_a_computer_s_number_in_an_odd_spelling_is_refused(host):
    with pytest.raises(Invalid, match="odd way"):
        parse_address(f"http://{host}/")


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
