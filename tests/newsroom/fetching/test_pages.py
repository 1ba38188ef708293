"""Fetching by address: only public pages, only within limits, and each refusal is a sentence."""

import gzip
import socket
import threading
import zlib

import pytest

from newsroom.errors import Invalid, NewsroomError, TooLarge, Unreachable
from newsroom.fetching.pages import fetch, fetch_page
from tests.web_servers import Web, serving

AGENT = "Newsroom/test"
HERE = {"127.0.0.1"}


@pytest.fixture
def web():
    with serving() as web:
        yield web


def fetched(url, **options):
    return fetch(url, agent=AGENT, also=HERE, **options)


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


def test_without_the_tests_own_allowance_this_computer_is_refused(web: Web):
    url = web.put("/a", "secret")
    for address in (url, "http://127.0.0.1/", "http://localhost/", "http://[::1]/"):
        with pytest.raises(Unreachable):
            fetch(address, agent=AGENT)
    assert web.asked == []


def test_a_name_with_one_inner_address_among_public_ones_is_refused():
    with pytest.raises(Unreachable, match="a private network"):
        fetch("http://mixed.example/", agent=AGENT, resolve=lambda host, port: ["1.1.1.1", "10.0.0.1"])


def test_a_name_is_resolved_once_and_the_connection_goes_to_what_was_checked(web: Web):
    web.put("/a", "right")
    asked = []

    def resolve(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.99"]

    found = fetch(f"http://news.example:{web.port}/a", agent=AGENT, also={"news.example"}, resolve=resolve)
    assert (found.raw, asked) == (b"right", ["news.example"])
    assert web.asked[0][1]["Host"] == f"news.example:{web.port}"


def test_the_next_of_several_addresses_is_tried_where_one_does_not_answer(web: Web):
    web.put("/a", "right")
    addresses = ["127.0.0.2", "127.0.0.1"]
    found = fetch(
        f"http://news.example:{web.port}/a", agent=AGENT, also={"news.example"}, resolve=lambda *_: addresses
    )
    assert found.raw == b"right"


def test_a_name_nobody_has_is_told():
    def resolve(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable, match=r"no site called nowhere\.example"):
        fetch("https://nowhere.example/", agent=AGENT, resolve=resolve)


def test_a_resolver_that_does_not_answer_is_not_waited_for():
    never = threading.Event()
    with pytest.raises(Unreachable, match="takes too long"):
        fetch("https://slow.example/", agent=AGENT, resolve=lambda *_: never.wait(60) or [], seconds=0.2)
    never.set()


def test_a_port_where_nobody_listens_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable, match="does not answer"):
            fetched(f"http://127.0.0.1:{free.getsockname()[1]}/")


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


@pytest.mark.parametrize("how", [gzip.compress, zlib.compress])
def test_a_packed_page_is_unpacked(web: Web, how):
    coding = "gzip" if how is gzip.compress else "deflate"
    assert (
        fetched(web.put("/a", how(b"<p>Rain</p>" * 999), content_encoding=coding)).raw == b"<p>Rain</p>" * 999
    )


def test_a_page_larger_than_the_limit_is_refused(web: Web):
    with pytest.raises(TooLarge, match="larger than 1 MB"):
        fetched(web.put("/a", b"x" * (2**20 + 1)), largest=2**20)


def test_a_page_packed_a_thousandfold_is_refused(web: Web):
    packed = gzip.compress(bytes(50 * 2**20))
    assert len(packed) < 100_000
    with pytest.raises(TooLarge):
        fetched(web.put("/a", packed, content_encoding="gzip"))


def test_what_claims_to_be_packed_and_is_not_is_told(web: Web):
    with pytest.raises(Unreachable, match="broke off"):
        fetched(web.put("/a", b"no gzip at all", content_encoding="gzip"))


def test_a_server_that_breaks_off_is_told(web: Web):
    def half(request):
        request.send_response(200)
        request.send_header("content-length", "1000")
        request.end_headers()
        request.wfile.write(b"half")

    with pytest.raises(Unreachable, match="broke off"):
        fetched(web.let("/a", half))


def trickle(count: int, start: bytes):
    """Speaks `start`, then a byte every 50 ms, `count` times."""
    waiting = threading.Event()

    def speak(request):
        request.wfile.write(start)
        for _ in range(count):
            request.wfile.write(b"x")
            request.wfile.flush()
            waiting.wait(0.05)
        request.close_connection = True

    return speak


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffff\r\n",
        b"HTTP/1.1 200 OK\r\nx-slow: ",
        b"",
    ],
    ids=["body", "length", "chunked", "header", "status"],
)
def test_a_server_that_speaks_a_byte_at_a_time_is_cut_off(web: Web, start):
    with pytest.raises(Unreachable, match="takes too long"):
        fetched(web.let("/a", trickle(200, start)), seconds=0.6)


def test_a_server_that_speaks_no_http_is_told(web: Web):
    with pytest.raises(Unreachable, match="broke off"):
        fetched(web.let("/a", lambda request: request.wfile.write(b"SSH-2.0-OpenSSH_9\r\n")))


def test_a_server_without_tls_is_told_for_an_https_address(web: Web):
    with pytest.raises(Unreachable, match="broke off"):
        fetched(f"https://127.0.0.1:{web.port}/")


def test_every_refusal_is_a_full_sentence(web: Web):
    web.redirect("/circle", "/circle")
    web.put("/gone", b"", status=410)
    addresses = ["nothing", "http://0x7f.1/", "http://10.0.0.1/", f"{web.url}/circle", f"{web.url}/gone"]
    for address in addresses:
        with pytest.raises(NewsroomError) as refusal:
            fetched(address)
        assert str(refusal.value).endswith((".", "page.", "name.", "spelling."))
        assert isinstance(refusal.value, Invalid | Unreachable)
