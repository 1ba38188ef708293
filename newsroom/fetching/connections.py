"""Connecting to a public server, and to no other, until a deadline (in seconds of the monotonic clock).

Each host is resolved once, every address it has is checked (`newsroom.text.addresses.network`), and the
connection goes to the address that was checked. So a name that resolves to something else the next time leads
nowhere else (DNS rebinding).
"""

import logging
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPException
from multiprocessing.pool import ThreadPool
from time import monotonic

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from newsroom.errors import NewsroomError, TooLarge, Unreachable
from newsroom.text.addresses.network import PORTS, WebAddress
from newsroom.text.addresses.special_ranges import special_kind

logger = logging.getLogger("newsroom.fetching")
#: Seconds that one answer of the other side may take.
PATIENCE = 5.0
#: Bytes of a body read at once.
PIECE = 65_536
SAVE_IT = "Save the page from your browser and hand in the file."
# What a connection raises when the other side breaks off or speaks no HTTP.
_BROKEN = (HTTPError, HTTPException, OSError, ValueError)
#: Content codings (RFC 9110, 8.4.1) that need no unpacking, or that urllib3 unpacks with what is installed.
_KNOWN_PACKINGS = {"", "identity", *HTTPResponse.CONTENT_DECODERS}
#: Characters of an unknown coding's name that are repeated.
_LONGEST_PACKING = 20

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
        raise Unreachable(
            f"Only the web's own ports, 80 and 443, are fetched, not {address.port}. {SAVE_IT}"
        )

    numeric = _resolved(address, resolve, deadline)
    if allowed:
        return numeric

    for each in numeric:
        kind = special_kind(each)
        if kind:
            raise Unreachable(
                f"{address.host} leads to {kind}; only public pages are fetched. {SAVE_IT}"
            )
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
        connection.request(
            "GET", address.target, headers=headers, preload_content=False, decode_content=True
        )
        return connection.getresponse()
    except _BROKEN as error:
        raise _trouble(address, deadline) from error


def read_body(answer: HTTPResponse, address: WebAddress, *, largest: int, deadline: float) -> bytes:
    """Return the body, unpacked.

    Raises `Unreachable` if it is packed in a way that cannot be unpacked, and `TooLarge` if it unpacks to
    more than `largest` bytes.
    """
    _refuse_unknown_packing(answer, address)
    pieces = []
    length = 0
    try:
        # Piece by piece, so that a body packed a thousandfold is noticed before it fills the memory.
        while piece := answer.read1(PIECE):
            pieces.append(piece)
            length += len(piece)
            if length > largest:
                raise TooLarge(
                    f"The page is larger than {largest // 2**20} MB: paste its text instead."
                )
    except _BROKEN as error:
        raise _trouble(address, deadline) from error

    # A body that was cut off at the deadline can look like one that ended.
    if monotonic() >= deadline:
        raise _too_slow(address)
    return b"".join(pieces)


def _refuse_unknown_packing(answer: HTTPResponse, address: WebAddress) -> None:
    """Refuse what urllib3 would hand on as it came, as if the packed bytes were the page."""
    stated = answer.headers.get("content-encoding", "").lower()
    packings = {packing.strip() for packing in stated.split(",")}
    unknown = packings - _KNOWN_PACKINGS
    if unknown:
        # It is foreign text, so only its letters are repeated.
        name = "".join(filter(str.isalnum, min(unknown)))[:_LONGEST_PACKING]
        raise Unreachable(
            f"{address.host} packs its page as “{name}”, which cannot be unpacked here. {SAVE_IT}"
        )


def _resolved(address: WebAddress, resolve: Resolve, deadline: float) -> list[str]:
    """Resolve the host in a thread, because the system's resolver knows no limit of time.

    Raises `Unreachable` if it takes too long, names no address, or throws anything.
    """
    thread = ThreadPool(1)
    answer = thread.apply_async(
        resolve, (address.host, address.port), error_callback=_note_unknown_failure
    )
    # The thread ends with its one task, and nobody waits for it.
    thread.close()
    answer.wait(max(0.0, min(PATIENCE, deadline - monotonic())))
    if not answer.ready():
        raise _too_slow(address)
    if not answer.successful() or not answer.get():
        raise Unreachable(f"There is no site called {address.host}: check the spelling.")
    return answer.get()


def _note_unknown_failure(error: BaseException) -> None:
    # A name that nobody has is an `OSError`, and one that cannot be spelt in the DNS a `UnicodeError`.
    if not isinstance(error, OSError | UnicodeError):
        logger.error("resolver failed", exc_info=error)


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
        return context.wrap_socket(
            stream, server_hostname=address.host, do_handshake_on_connect=False
        )
    raise Unreachable(
        f"{address.host} does not answer. Try again later, or save the page and hand in the file."
    )


def _shake_hands(stream: ssl.SSLSocket, address: WebAddress, deadline: float) -> None:
    try:
        stream.do_handshake()
    except ssl.SSLCertVerificationError as error:
        raise Unreachable(
            f"The certificate of {address.host} is not to be trusted. {SAVE_IT}"
        ) from error
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
