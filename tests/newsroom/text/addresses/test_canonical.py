"""Test that a page has one address, whatever the spelling by which it was reached."""

import pytest

from newsroom.errors import Invalid
from newsroom.text.addresses.canonical import canonical, domain


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/a",
        "http://example.org/news/a",
        " https://www.example.org/news/a/ ",
        "HTTPS://EXAMPLE.org:443/news/a#top",
        "http://example.org.:80/news/a",
        "https://example.org/news/a?utm_source=x&utm_medium=y&UTM_Campaign=z",
        "https://example.org/news/a?fbclid=1&gclid=2&mc_cid=3&ref=home&cmpid=4&at_medium=5&guce_referrer=6",
    ],
)
def test_a_page_is_the_same_however_it_was_reached(url):
    assert canonical(url) == "https://example.org/news/a"


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("", ""),
        ("https://example.org/?id=7&utm_source=x&page=2", "https://example.org?id=7&page=2"),
        ("https://example.org/a?q=", "https://example.org/a?q="),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/A", "https://example.org/A"),
        ("https://example.org/a?referee=1&share_of=2", "https://example.org/a?referee=1&share_of=2"),
    ],
)
def test_what_tells_pages_apart_stays(url, same):
    assert canonical(url) == same


@pytest.mark.parametrize(
    "url",
    [
        "example.org/a",
        "ftp://example.org/",
        "javascript:alert(1)",
        "https://",
        "https://[::1",
        "https://a:b/",
        "https://example.org/" + "a" * 2_000,
    ],
)
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(Invalid, match="is no web address"):
        canonical(url)


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.example.org/a", "example.org"), ("", ""), ("https://[::1", ""), ("nowhere", "")],
)
def test_the_host_is_told_bare(url, host):
    assert domain(url) == host
