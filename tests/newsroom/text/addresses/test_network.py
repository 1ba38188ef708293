"""Test which addresses lead to public pages."""

import pytest

from newsroom.errors import Invalid
from newsroom.text.addresses.network import parse_address


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


@pytest.mark.parametrize("length", [2_000, 2_001])
def test_an_address_has_at_most_2000_characters(length):
    url = "https://example.org/"
    url += "a" * (length - len(url))
    if length <= 2_000:
        assert parse_address(url).url == url
    else:
        with pytest.raises(Invalid):
            parse_address(url)


def test_the_host_header_names_a_port_only_if_it_is_not_the_scheme_s_own():
    assert parse_address("https://example.org:443/").authority == "example.org"
    assert parse_address("https://example.org:80/").authority == "example.org:80"
    assert parse_address("http://[2606:4700::1]:80/").authority == "[2606:4700::1]"
