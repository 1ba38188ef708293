"""Connecting to a public server, and to no other, until a deadline (in seconds of the monotonic clock).

Each host is resolved once, every address it has is checked (`newsroom.text.addresses.network`), and the
connection goes to the address that was checked. So a name that resolves to something else the next time leads
nowhere else (DNS rebinding).
"""

import queue
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPException
from time import monotonic

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from newsroom.errors import NewsroomError, TooLarge, Unreachable
from newsroom.text.addresses.network import PORTS, WebAddress
from newsroom.text.addresses.special_ranges import special_kind

#: Seconds that one answer of the other side may take.
PATIENCE = 5.0
#: Bytes of a body read at once.
PIECE = 65_536
SAVE_IT = "Save the page from your browser and hand in the file."
# What a connection raises when the other side breaks off or speaks no HTTP.
_BROKEN = (HTTPError, HTTPException, OSError, ValueError)

Resolve = Callable[[str, int], list[str]]


def look_up(host: str, port: int) -> list[str]:
    """Return every numeric address of a host. Raises `OSError` if it has none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numeric = [str(address[0]) for *_, address in answers]
    return list(dict.fromkeys(numeric))


def public_addresses(
    address: WebAddress, *, also: Collection[str], resolve: Resolve, deadline: float
) -> list[str]:
    """Return the numeric addresses of a host, every one of them public unless the host is one of `also`.

    Raises `Unreachable` if any of them is not public, or if the port is not one of the web's own.
    """
    allowed = address.host in also
    if address.port != PORTS[address.scheme] and not allowed:
        raise Unreachable(f"Only the web's own ports, 80 and 443, are fetched, not {address.port}. {SAVE_IT}")

    numeric = _resolved(address, resolve, deadline)
    if allowed:
        return numeric

    for each in numeric:
        kind = special_kind(each)
        if kind:
            raise Unreachable(f"{address.host} leads to {kind}; only public pages are fetched. {SAVE_IT}")
    return numeric


@contextmanager
def opened(address: WebAddress, numeric: list[str], deadline: float) -> Iterator[HTTPConnection]:
    """Open a connection to one of the checked addresses `numeric`, which is cut off at the deadline."""
    stream = _connected(address, numeric, deadline)
    # A timeout holds for one answer only: a server that sends a byte a second would never reach it.
    timer = threading.Timer(max(0.0, deadline - monotonic()), _cut_off, [stream])
    timer.daemon = True
    timer.start()

    # urllib3 only speaks HTTP over the stream that it is given. It must not open one itself, because that one
    # could lead to an address that nobody checked.
    connection = HTTPConnection(address.host, address.port, timeout=PATIENCE)
    connection.auto_open = 0
    connection.sock = stream
    try:
        if isinstance(stream, ssl.SSLSocket):
            _shake_hands(stream, address, deadline)
        yield connection
    finally:
        timer.cancel()
        connection.close()
        stream.close()


def send_request(
    connection: HTTPConnection, address: WebAddress, headers: Mapping[str, str], deadline: float
) -> HTTPResponse:
    """Ask for the page at `address` and return the answer, whose body is not read yet."""
    try:
        connection.request("GET", address.target, headers=headers, preload_content=False, decode_content=True)
        return connection.getresponse()
    except _BROKEN as error:
        raise _trouble(address, deadline) from error


def read_body(answer: HTTPResponse, address: WebAddress, *, largest: int, deadline: float) -> bytes:
    """Return the body, unpacked. Raises `TooLarge` if it unpacks to more than `largest` bytes."""
    pieces = []
    length = 0
    try:
        # Piece by piece, so that a body packed a thousandfold is noticed before it fills the memory.
        while piece := answer.read1(PIECE):
            pieces.append(piece)
            length += len(piece)
            if length > largest:
                raise TooLarge(f"The page is larger than {largest // 2**20} MB: paste its text instead.")
    except _BROKEN as error:
        raise _trouble(address, deadline) from error

    # A body that was cut off at the deadline can look like one that ended.
    if monotonic() >= deadline:
        raise _too_slow(address)
    return b"".join(pieces)


def _resolved(address: WebAddress, resolve: Resolve, deadline: float) -> list[str]:
    """Resolve the host in a thread, because the system's resolver knows no limit of time."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(address.host, address.port))
        except OSError as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    wait = max(0.0, min(PATIENCE, deadline - monotonic()))
    try:
        answer = answers.get(timeout=wait)
    except queue.Empty as error:
        raise _too_slow(address) from error
    if isinstance(answer, OSError) or not answer:
        raise Unreachable(f"There is no site called {address.host}: check the spelling.")
    return answer


def _connected(address: WebAddress, numeric: list[str], deadline: float) -> socket.socket:
    """Return a stream to the first of the addresses `numeric` that answers."""
    for each in numeric:
        left = deadline - monotonic()
        if left <= 0:
            raise _too_slow(address)
        try:
            stream = socket.create_connection((each, address.port), timeout=min(PATIENCE, left))
        except OSError:
            continue
        if address.scheme == "http":
            return stream
        context = ssl.create_default_context()
        return context.wrap_socket(stream, server_hostname=address.host, do_handshake_on_connect=False)
    raise Unreachable(
        f"{address.host} does not answer. Try again later, or save the page and hand in the file."
    )


def _shake_hands(stream: ssl.SSLSocket, address: WebAddress, deadline: float) -> None:
    try:
        stream.do_handshake()
    except ssl.SSLCertVerificationError as error:
        raise Unreachable(f"The certificate of {address.host} is not to be trusted. {SAVE_IT}") from error
    except (OSError, ValueError) as error:
        raise _trouble(address, deadline) from error


def _cut_off(stream: socket.socket) -> None:
    with suppress(OSError):
        stream.shutdown(socket.SHUT_RDWR)


def _trouble(address: WebAddress, deadline: float) -> NewsroomError:
    # Cutting off at the deadline shows as a broken connection too.
    if monotonic() >= deadline:
        return _too_slow(address)
    return Unreachable(
        f"{address.host} broke off, or speaks no HTTP. Try again later, or hand in the saved page."
    )


def _too_slow(address: WebAddress) -> NewsroomError:
    return Unreachable(
        f"{address.host} takes too long. Try again later, or save the page and hand in the file."
    )
