"""Fetching a page by its address, from a public server only, within limits that hold whatever that server
does.

Each host is resolved once, every address it has is checked (`newsroom.text.addresses.network`), and the
connection goes to the address that was checked: a name that answers otherwise the next time leads nowhere
else. The same for each redirect. Knows no proxies, keeps no cookies, follows no links.
"""

import queue
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException
from time import monotonic
from typing import Any

from django.conf import settings
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from newsroom.errors import Invalid, NewsroomError, TooLarge, Unreachable
from newsroom.text.addresses.network import PORTS, WebAddress, parse_address, special_kind

#: Most redirects, bytes of a page unpacked, seconds for all of it, and seconds for one answer of the other
#: side.
MOST_REDIRECTS, LARGEST, SECONDS, PATIENCE = 5, 10 * 1024 * 1024, 8.0, 5.0
PIECE = 65_536
ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"
#: What of the answer's headers is kept with the original.
OF_INTEREST = (
    *(
        "age",
        "content-encoding",
        "content-language",
        "content-type",
        "date",
        "etag",
        "expires",
        "last-modified",
    ),
    *("link", "server", "via", "x-robots-tag"),
)
_REDIRECTS = {301, 302, 303, 307, 308}
_SAVE_IT = "Save the page from your browser and hand in the file."

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address answered: `address` is the last one, after redirects; `raw` is unpacked; `at` is UTC."""

    asked: str
    address: str
    at: datetime
    status: int
    raw: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def charset(self) -> str:
        """The charset that the Content-Type header names, blank where it names none."""
        kind = self.headers.get("content-type", "")
        names = [
            part.partition("=")[2].strip(" \"'") for part in kind.split(";") if "charset=" in part.lower()
        ]
        return names[0][:40] if names else ""

    def as_stored(self) -> dict[str, Any]:
        """All but the bytes, as plain values: what is kept beside an original."""
        told = {
            "asked": self.asked,
            "address": self.address,
            "at": self.at.isoformat(),
            "status": self.status,
        }
        return {**told, "headers": dict(self.headers)}


def look_up(host: str, port: int) -> list[str]:
    """Every numeric address of a host. Raises `OSError` where it has none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in answers))


def fetch_page(url: str, *, accept: str = ACCEPT, seconds: float = SECONDS) -> FetchedPage:
    """`fetch` as this site's settings have it."""
    return fetch(url, agent=settings.FETCH_AGENT, also=settings.FETCH_ALSO, accept=accept, seconds=seconds)


def fetch(
    url: str,
    *,
    agent: str,
    also: Collection[str] = (),
    accept: str = ACCEPT,
    resolve: Resolve = look_up,
    largest: int = LARGEST,
    seconds: float = SECONDS,
) -> FetchedPage:
    """What `url` answers, after at most `MOST_REDIRECTS` redirects, in at most `seconds` for all of it.

    `agent` says who asks. Hosts in `also` are let through as they are spelt, at any port (for tests of this
    project). Raises `Invalid` for what is no web address, `Unreachable` for one that may not be fetched or
    does not answer as a page should, `TooLarge` beyond `largest` bytes unpacked; each says what to do next.
    """
    until = monotonic() + seconds
    here, seen = parse_address(url), set[str]()
    asked = here.url
    while True:
        if here.url in seen:
            raise Unreachable(f"{here.host} sends us round in a circle. {_SAVE_IT}")
        if len(seen) > MOST_REDIRECTS:
            raise Unreachable(f"{here.host} sends us on more than {MOST_REDIRECTS} times. {_SAVE_IT}")
        seen.add(here.url)
        with _opened(here, _checked(here, also, resolve, until), until) as connection:
            answer = _request(connection, here, agent, accept, until)
            if answer.status in _REDIRECTS and (further := answer.headers.get("location")):
                here = _further(further, here)
                continue
            _refuse_status(answer.status, here)
            raw = _read(answer, here, largest, until)
            kept = {name: _plain(value) for name in OF_INTEREST if (value := answer.headers.get(name))}
            return FetchedPage(asked, here.url, datetime.now(UTC), answer.status, raw, kept)


def _further(location: str, here: WebAddress) -> WebAddress:
    try:
        return parse_address(location, base=here.url)
    except Invalid as error:
        raise Unreachable(f"{here.host} sends us on to where no page can be fetched. {error}") from error


def _checked(here: WebAddress, also: Collection[str], resolve: Resolve, until: float) -> list[str]:
    """The numeric addresses of a place, every one of them public."""
    if here.port != PORTS[here.scheme] and here.host not in also:
        raise Unreachable(f"Only the web's own ports, 80 and 443, are fetched, not {here.port}. {_SAVE_IT}")
    addresses = _resolved(here, resolve, until)
    for address in addresses:
        if here.host not in also and (kind := special_kind(address)):
            raise Unreachable(f"{here.host} leads to {kind}; only public pages are fetched. {_SAVE_IT}")
    return addresses


def _resolved(here: WebAddress, resolve: Resolve, until: float) -> list[str]:
    """The system's resolver knows no limit of time, so it works in a thread that is not waited for beyond
    ours.
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(here.host, here.port))
        except OSError as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=max(0.0, min(PATIENCE, until - monotonic())))
    except queue.Empty as error:
        raise _too_slow(here) from error
    if isinstance(found, OSError) or not found:
        raise Unreachable(f"There is no site called {here.host}: check the spelling.")
    return found


@contextmanager
def _opened(here: WebAddress, addresses: list[str], until: float) -> Iterator[HTTPConnection]:
    """A connection to one of the checked `addresses`, cut off when the time is up."""
    stream = _connected(here, addresses, until)
    timer = threading.Timer(max(0.0, until - monotonic()), _cut_off, [stream])
    timer.daemon = True
    timer.start()
    # It only speaks HTTP over the stream it is given; it would open one itself only if that one were lost.
    connection = HTTPConnection(here.host, here.port, timeout=PATIENCE)
    connection.auto_open = 0
    connection.sock = stream
    try:
        if isinstance(stream, ssl.SSLSocket):
            _shake_hands(stream, here, until)
        yield connection
    finally:
        timer.cancel()
        connection.close()
        stream.close()


def _connected(here: WebAddress, addresses: list[str], until: float) -> socket.socket:
    for address in addresses:
        if (left := until - monotonic()) <= 0:
            raise _too_slow(here)
        try:
            stream = socket.create_connection((address, here.port), timeout=min(PATIENCE, left))
        except OSError:
            continue
        if here.scheme == "http":
            return stream
        context = ssl.create_default_context()
        return context.wrap_socket(stream, server_hostname=here.host, do_handshake_on_connect=False)
    raise Unreachable(f"{here.host} does not answer. Try again later, or save the page and hand in the file.")


def _shake_hands(stream: ssl.SSLSocket, here: WebAddress, until: float) -> None:
    try:
        stream.do_handshake()
    except ssl.SSLCertVerificationError as error:
        raise Unreachable(f"The certificate of {here.host} is not to be trusted. {_SAVE_IT}") from error
    except (OSError, ValueError) as error:
        raise _trouble(here, until) from error


def _cut_off(stream: socket.socket) -> None:
    with suppress(OSError):
        stream.shutdown(socket.SHUT_RDWR)


def _request(
    connection: HTTPConnection, here: WebAddress, agent: str, accept: str, until: float
) -> HTTPResponse:
    headers = {
        "Host": here.authority,
        "User-Agent": agent,
        "Accept": accept,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    try:
        connection.request("GET", here.target, headers=headers, preload_content=False, decode_content=True)
        return connection.getresponse()
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise _trouble(here, until) from error


def _read(answer: HTTPResponse, here: WebAddress, largest: int, until: float) -> bytes:
    """The body, unpacked piece by piece, so that what is packed a thousandfold is noticed before it fills
    memory.
    """
    pieces, length = [], 0
    try:
        while piece := answer.read1(PIECE):
            pieces.append(piece)
            length += len(piece)
            if length > largest:
                raise TooLarge(f"The page is larger than {largest // 2**20} MB: paste its text instead.")
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise _trouble(here, until) from error
    if monotonic() >= until:
        raise _too_slow(here)
    return b"".join(pieces)


def _plain(value: str) -> str:
    """A header's value without what no header should hold."""
    return "".join(character for character in value[:1_000] if character.isprintable())


def _refuse_status(status: int, here: WebAddress) -> None:
    if status == 200:
        return
    if status in (404, 410):
        raise Unreachable(
            f"{here.host} has no page at this address (it answered {status}): check the spelling."
        )
    if status in (401, 402, 403, 407, 451):
        raise Unreachable(f"{here.host} does not show us this page (it answered {status}). {_SAVE_IT}")
    if status == 429 or status >= 500:
        raise Unreachable(f"{here.host} is busy or in trouble (it answered {status}). Try again later.")
    raise Unreachable(f"{here.host} gave no page (it answered {status}). {_SAVE_IT}")


def _trouble(here: WebAddress, until: float) -> NewsroomError:
    if monotonic() >= until:
        return _too_slow(here)
    return Unreachable(
        f"{here.host} broke off, or speaks no HTTP. Try again later, or hand in the saved page."
    )


def _too_slow(here: WebAddress) -> NewsroomError:
    return Unreachable(f"{here.host} takes too long. Try again later, or save the page and hand in the file.")
