"""Test that a connection goes to a public address that was checked, and ends in time."""

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator

import pytest

from newsroom.errors import TooLarge, Unreachable
from newsroom.fetching.pages import FetchRules, fetch
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


def test_without_the_tests_own_allowance_this_computer_is_refused(web: Web):
    url = web.put("/a", "secret")
    for address in (url, "http://127.0.0.1/", "http://localhost/", "http://[::1]/"):
        with pytest.raises(Unreachable):
            fetch(address, FetchRules(AGENT))
    assert web.asked == []


def test_a_name_with_one_inner_address_among_public_ones_is_refused():
    with pytest.raises(Unreachable, match="a private network"):
        fetch("http://mixed.example/", FetchRules(AGENT), resolve=lambda host, port: ["1.1.1.1", "10.0.0.1"])


def test_a_name_is_resolved_once_and_the_connection_goes_to_what_was_checked(web: Web):
    web.put("/a", "right")
    asked = []

    def resolve(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.99"]

    found = fetch(
        f"http://news.example:{web.port}/a", FetchRules(AGENT, also={"news.example"}), resolve=resolve
    )
    assert (found.raw, asked) == (b"right", ["news.example"])
    assert web.asked[0][1]["Host"] == f"news.example:{web.port}"


def test_the_next_of_several_addresses_is_tried_where_one_does_not_answer(web: Web):
    web.put("/a", "right")
    addresses = ["127.0.0.2", "127.0.0.1"]
    found = fetch(
        f"http://news.example:{web.port}/a",
        FetchRules(AGENT, also={"news.example"}),
        resolve=lambda *_: addresses,
    )
    assert found.raw == b"right"


def test_a_name_nobody_has_is_told():
    def resolve(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable, match=r"no site called nowhere\.example"):
        fetch("https://nowhere.example/", FetchRules(AGENT), resolve=resolve)


def test_a_resolver_that_does_not_answer_is_not_waited_for():
    never = threading.Event()
    with pytest.raises(Unreachable, match="takes too long"):
        fetch(
            "https://slow.example/",
            FetchRules(AGENT, seconds=0.2),
            resolve=lambda *_: never.wait(60) or [],
        )
    never.set()


@pytest.mark.parametrize("thrown", [RuntimeError("odd"), KeyError("host"), UnicodeError("label too long")])
def test_whatever_a_resolver_throws_is_a_sentence_at_once(thrown, capfd):
    def resolve(host, port):
        raise thrown

    with pytest.raises(Unreachable, match=r"no site called odd\.example"):
        fetch("https://odd.example/", FetchRules(AGENT, seconds=60), resolve=resolve)
    assert "Exception in thread" not in capfd.readouterr().err


def test_only_what_no_resolver_should_throw_is_logged_with_its_trace(caplog):
    def failing(thrown):
        def resolve(host, port):
            raise thrown

        return resolve

    for thrown in (OSError("no such name"), UnicodeError("label too long"), RuntimeError("odd")):
        with pytest.raises(Unreachable):
            fetch("https://odd.example/", FetchRules(AGENT), resolve=failing(thrown))
    assert [record.exc_info[0] for record in caplog.records] == [RuntimeError]


def test_a_resolver_that_names_no_address_is_told():
    with pytest.raises(Unreachable, match="no site called"):
        fetch("https://empty.example/", FetchRules(AGENT), resolve=lambda *_: [])


def test_a_port_where_nobody_listens_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable, match="does not answer"):
            fetched(f"http://127.0.0.1:{free.getsockname()[1]}/")


@pytest.mark.parametrize("how", [gzip.compress, zlib.compress])
def test_a_packed_page_is_unpacked(web: Web, how):
    coding = "gzip" if how is gzip.compress else "deflate"
    assert (
        fetched(web.put("/a", how(b"<p>Rain</p>" * 999), content_encoding=coding)).raw == b"<p>Rain</p>" * 999
    )


@pytest.mark.parametrize("how", ["br", "zstd", "compress", "BR", "gzip, br", "x-odd", "none"])
def test_a_page_packed_in_a_way_that_nobody_asked_for_is_refused(web: Web, how):
    with pytest.raises(Unreachable, match="cannot be unpacked here"):
        fetched(web.put("/a", b"\x0b\x02\x80Rain\x03", content_encoding=how))


def test_the_name_of_an_unknown_packing_is_cut_and_holds_letters_only(web: Web):
    with pytest.raises(Unreachable, match=f"“{'a' * 20}”"):
        fetched(web.put("/a", b"x", content_encoding="<" + "a" * 21))


@pytest.mark.parametrize("how", ["identity", "Identity", ""])
def test_a_page_that_is_not_packed_is_kept_as_it_is(web: Web, how):
    assert fetched(web.put("/a", b"<p>Rain</p>", content_encoding=how)).raw == b"<p>Rain</p>"


@pytest.mark.parametrize("how", ["x-gzip", "GZIP"])
def test_another_spelling_of_a_known_packing_is_unpacked(web: Web, how):
    packed = gzip.compress(b"<p>Rain</p>")
    assert fetched(web.put("/a", packed, content_encoding=how)).raw == b"<p>Rain</p>"


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
    """Return a function that answers with `start` and then a byte every 50 ms, `count` times."""
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
