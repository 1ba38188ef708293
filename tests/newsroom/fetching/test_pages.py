"""Test fetching by address: redirects, answers and limits, and that each refusal is a sentence."""

from collections.abc import Iterator

import pytest

from newsroom.errors import Invalid, NewsroomError, Unreachable
from newsroom.fetching.pages import FetchRules, fetch, fetch_page
from tests.web_servers import Web, serving

AGENT = "Newsroom/test"
HERE = {"127.0.0.1"}


@pytest.fixture
def web() -> Iterator[Web]:
    """Serve another site, to which the settings forbid connections."""
    with serving() as web:
        yield web


def fetched(url, **options):
    return fetch(url, FetchRules(AGENT, also=HERE, **options))


def test_a_page_comes_with_its_bytes_its_address_and_the_headers_of_interest(web: Web):
    url = web.put(
        "/a", "<p>Grüße", etag='"7"', last_modified="Sat, 09 Jul 2022 10:00:00 GMT", set_cookie="a=b"
    )
    found = fetched(f"{url}#part")
    assert (found.asked, found.address, found.status) == (url, url, 200)
    assert found.raw == "<p>Grüße".encode()
    assert found.charset == "utf-8"
    assert {name: found.headers.get(name) for name in ("etag", "last-modified", "set-cookie")} == {
        "etag": '"7"',
        "last-modified": "Sat, 09 Jul 2022 10:00:00 GMT",
        "set-cookie": None,
    }


def test_a_request_says_who_asks_and_nothing_else_about_people(web: Web):
    fetched(web.put("/a", "x"))
    ((path, headers),) = web.asked
    assert path == "/a"
    assert headers["User-Agent"] == AGENT
    assert headers["Host"] == f"127.0.0.1:{web.port}"
    assert not {"Cookie", "Referer", "Authorization"} & set(headers)


def test_a_redirect_is_followed_to_the_page(web: Web):
    web.put("/new", "there")
    found = fetched(web.redirect("/old", "/new"))
    assert (found.asked, found.address, found.raw) == (f"{web.url}/old", f"{web.url}/new", b"there")


def test_redirects_in_a_circle_are_noticed(web: Web):
    web.redirect("/b", "/a")
    with pytest.raises(Unreachable, match="round in a circle"):
        fetched(web.redirect("/a", "/b"))


def test_redirects_without_end_are_not_followed_for_ever(web: Web):
    for number in range(9):
        web.redirect(f"/{number}", f"/{number + 1}")
    with pytest.raises(Unreachable, match="more than 5 times"):
        fetched(f"{web.url}/0")
    assert len(web.asked) == 6


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("http://localhost:{port}/secret", "ports"),
        ("http://localhost/secret", "this very computer"),
        ("http://[::1]/secret", "this very computer"),
        ("http://[::ffff:127.0.0.1]/secret", "this very computer"),
        ("http://169.254.169.254/latest/meta-data/", "link-local"),
        ("http://10.0.0.1/", "a private network"),
        ("http://2130706433/", "odd way"),
        ("file:///etc/passwd", "http://"),
        ("http://user:pass@127.0.0.1/", "password"),
    ],
)
def test_a_redirect_leads_to_no_place_that_may_not_be_fetched(web: Web, to, said):
    web.put("/secret", "secret")
    with pytest.raises(Unreachable, match=said):
        fetched(web.redirect("/a", to.format(port=web.port)))
    assert [path for path, _ in web.asked] == ["/a"]


def test_the_site_says_who_it_is_and_lets_nothing_through_by_itself(web: Web, settings):
    assert frozenset() == settings.FETCH_ALSO
    settings.FETCH_ALSO, settings.FETCH_AGENT = frozenset(HERE), "Newsroom/0.1 (desk.example.org)"
    fetch_page(web.put("/a", "x"))
    assert web.asked[0][1]["User-Agent"] == "Newsroom/0.1 (desk.example.org)"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (204, "gave no page"),
        (304, "gave no page"),
        (401, "does not show us"),
        (403, "does not show us"),
        (404, "has no page"),
        (410, "has no page"),
        (429, "Try again later"),
        (451, "does not show us"),
        (503, "Try again later"),
    ],
)
def test_an_answer_that_is_no_page_is_told_by_its_number(web: Web, status, said):
    with pytest.raises(Unreachable, match=said) as refusal:
        fetched(web.put("/a", b"", status=status))
    assert str(status) in str(refusal.value)


def test_every_refusal_is_a_full_sentence(web: Web):
    web.redirect("/circle", "/circle")
    web.put("/gone", b"", status=410)
    addresses = ["nothing", "http://0x7f.1/", "http://10.0.0.1/", f"{web.url}/circle", f"{web.url}/gone"]
    for address in addresses:
        with pytest.raises(NewsroomError) as refusal:
            fetched(address)
        assert str(refusal.value).endswith((".", "page.", "name.", "spelling."))
        assert isinstance(refusal.value, Invalid | Unreachable)
