"""Connect to public servers only.

Every function takes a deadline in seconds of the monotonic clock. Each host is resolved once, all its IP
addresses are checked (`newsroom.text.addresses.network`), and the connection uses one of the checked
addresses. So a name that resolves differently the next time cannot lead to an internal server (DNS
rebinding).
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
#: How many seconds one response of the other server may take.
PATIENCE = 5.0
#: How many bytes of a body are read at once.
PIECE = 65_536
SAVE_IT = "Save the page from your browser and hand in the file."
# The errors of a connection if the other server breaks off or does not speak HTTP.
_BROKEN = (HTTPError, HTTPException, OSError, ValueError)
#: Content codings (RFC 9110, 8.4.1) that need no decoding, or that requests ask for. urllib3 would decode
#: others too, which depends on the libraries that are installed.
_KNOWN_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
#: How many characters of an unknown coding's name an error message repeats.
_LONGEST_PACKING = 20

Resolve = Callable[[str, int], list[str]]


def look_up(host: str, port: int) -> list[str]:
    """Return all IP addresses of a host, each once. Raises `OSError` if it has none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numeric = [str(address[0]) for *_, address in answers]
    return list(dict.fromkeys(numeric))


def public_addresses(
    address: WebAddress,
    *,
    also: Collection[str],
    resolve: Resolve,
    deadline: float,
) -> list[str]:
    """Return the IP addresses of the host of `address`.

    Raises `Unreachable` if one of them is not public, if the port is not the usual one (80 or 443), or if the
    host cannot be resolved. For a host in `also`, any IP address and any port is allowed. `resolve` looks up
    the addresses, as `look_up` does.
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
def open_connection(
    address: WebAddress, numeric: list[str], deadline: float
) -> Iterator[HTTPConnection]:
    """Return a context with an HTTP connection to `address`, through one of its checked IP addresses
    `numeric`.

    At the deadline the connection is cut off. Raises `Unreachable` if no IP address answers or the
    certificate is not valid.
    """
    stream = _connected(address, numeric, deadline)
    # A timeout limits only one read, so a server that sends a byte each second would never reach it.
    timer = threading.Timer(max(0.0, deadline - monotonic()), _cut_off, [stream])
    timer.daemon = True
    timer.start()

    # urllib3 gets an open stream and only speaks HTTP over it. It must not open a stream itself, because that
    # one could lead to an unchecked address.
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
    connection: HTTPConnection,
    address: WebAddress,
    headers: Mapping[str, str],
    deadline: float,
) -> HTTPResponse:
    """Request the page at `address` and return the response, whose body is not read yet.

    Raises `Unreachable` if the connection fails or the deadline has passed.
    """
    try:
        connection.request(
            "GET", address.target, headers=headers, preload_content=False, decode_content=True
        )
        return connection.getresponse()
    except _BROKEN as error:
        raise _trouble(address, deadline) from error


def read_body(
    answer: HTTPResponse,
    address: WebAddress,
    *,
    largest: int,
    deadline: float,
) -> bytes:
    """Read the body of the response and return it decoded.

    Raises `TooLarge` if it has more than `largest` bytes when decoded. Raises `Unreachable` if its content
    coding is unknown, if the connection fails, or if the deadline has passed.
    """
    _refuse_unknown_packing(answer, address)
    pieces = []
    length = 0
    try:
        # The body is read in pieces, so that a body packed a thousandfold is noticed before it fills the
        # memory.
        while piece := answer.read1(PIECE):
            pieces.append(piece)
            length += len(piece)
            if length > largest:
                raise TooLarge(
                    f"The page is larger than {largest // 2**20} MB: paste its text instead."
                )
    except _BROKEN as error:
        raise _trouble(address, deadline) from error

    # A body that was cut off at the deadline may look complete.
    if monotonic() >= deadline:
        raise _too_slow(address)
    return b"".join(pieces)


def _refuse_unknown_packing(answer: HTTPResponse, address: WebAddress) -> None:
    """Raise `Unreachable` if the response has an unknown content coding.

    Otherwise urllib3 would return the encoded bytes as the body.
    """
    stated = answer.headers.get("content-encoding", "").lower()
    packings = {packing.strip() for packing in stated.split(",")}
    unknown = packings - _KNOWN_PACKINGS
    if unknown:
        # The name comes from the other server, so only its letters are repeated.
        name = "".join(filter(str.isalnum, min(unknown)))[:_LONGEST_PACKING]
        raise Unreachable(
            f"{address.host} packs its page as “{name}”, which cannot be unpacked here. {SAVE_IT}"
        )


def _resolved(address: WebAddress, resolve: Resolve, deadline: float) -> list[str]:
    """Return the IP addresses of the host of `address`.

    They are looked up in a thread, because the resolver of the system has no time limit. Raises `Unreachable`
    if the look-up takes too long, finds no address, or fails in any other way.
    """
    thread = ThreadPool(1)
    answer = thread.apply_async(
        resolve, (address.host, address.port), error_callback=_note_unknown_failure
    )
    # The thread ends after its one task, and nothing waits for it.
    thread.close()
    answer.wait(max(0.0, min(PATIENCE, deadline - monotonic())))
    if not answer.ready():
        raise _too_slow(address)
    if not answer.successful() or not answer.get():
        raise Unreachable(f"There is no site called {address.host}: check the spelling.")
    return answer.get()


def _note_unknown_failure(error: BaseException) -> None:
    # An unknown name gives an `OSError`, and a name that DNS cannot encode a `UnicodeError`.
    if not isinstance(error, OSError | UnicodeError):
        logger.error("resolver failed", exc_info=error)


def _connected(address: WebAddress, numeric: list[str], deadline: float) -> socket.socket:
    """Return a socket that is connected to the first of the IP addresses `numeric` that answers.

    For https it is an SSL socket whose handshake is still to be done. Raises `Unreachable` if none answers in
    time.
    """
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
    # A connection that is cut off at the deadline looks broken too.
    if monotonic() >= deadline:
        return _too_slow(address)
    return Unreachable(
        f"{address.host} broke off, or speaks no HTTP. Try again later, or hand in the saved page."
    )


def _too_slow(address: WebAddress) -> NewsroomError:
    return Unreachable(
        f"{address.host} takes too long. Try again later, or save the page and hand in the file."
    )
