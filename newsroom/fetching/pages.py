"""Fetch a page by its address, only from a public server and within fixed limits of time and size.

The target of each redirect is checked like the first address. No proxy and no cookie is used, and links in
the page are not followed.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from time import monotonic
from typing import Any

from django.conf import settings
from urllib3.response import HTTPResponse

from newsroom.errors import Invalid, Unreachable
from newsroom.fetching.connections import (
    SAVE_IT,
    Resolve,
    look_up,
    open_connection,
    public_addresses,
    read_body,
    send_request,
)
from newsroom.fetching.kinds import LARGEST
from newsroom.text.addresses.network import WebAddress, parse_address

MOST_REDIRECTS = 5
#: How many seconds a page may take, including all redirects.
SECONDS = 8.0
ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"
#: The response headers that are stored with the original.
OF_INTEREST = (
    "age",
    "content-encoding",
    "content-language",
    "content-type",
    "date",
    "etag",
    "expires",
    "last-modified",
    "link",
    "server",
    "via",
    "x-robots-tag",
)
#: How many characters of a header's value, and of the name of a charset, are kept.
_LONGEST_VALUE, _LONGEST_CHARSET = 1_000, 40
_REDIRECTS = {
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
}
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_CLOSED = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.PAYMENT_REQUIRED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
}


@dataclass(frozen=True, slots=True)
class FetchRules:
    """The user agent (`agent`), the accepted content types (`accept`) and the limits of a fetch.

    `largest` is the size of a page in bytes after decoding. `seconds` is the time for a page including all
    redirects. Hosts in `also` are fetched even if they are not public, at any port, because tests serve pages
    on this computer.
    """

    agent: str
    also: Collection[str] = ()
    accept: str = ACCEPT
    largest: int = LARGEST
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page that was fetched.

    `asked` is the requested address, and `address` is the last address after redirects. `at` is the time of
    the response in UTC, and `status` its HTTP status. `raw` is the decoded body. `headers` holds those
    headers of `OF_INTEREST` that the response has.
    """

    asked: str
    address: str
    at: datetime
    status: int
    raw: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def charset(self) -> str:
        """Return the charset in the Content-Type header, or an empty string if the header names none."""
        content_type = self.headers.get("content-type", "")
        for parameter in content_type.split(";"):
            if "charset=" in parameter.lower():
                name = parameter.partition("=")[2].strip(" \"'")
                return name[:_LONGEST_CHARSET]
        return ""

    def as_stored(self) -> dict[str, Any]:
        """Return all fields except `raw` as values for JSON: `{asked, address, at, status, headers}`."""
        return {
            "asked": self.asked,
            "address": self.address,
            "at": self.at.isoformat(),
            "status": self.status,
            "headers": dict(self.headers),
        }


def fetch_page(url: str, *, accept: str = ACCEPT, seconds: float = SECONDS) -> FetchedPage:
    """Fetch `url` as `fetch` does, with the user agent and the additional hosts of the settings.

    `seconds` is the time for all redirects together.
    """
    rules = FetchRules(
        settings.FETCH_AGENT, also=settings.FETCH_ALSO, accept=accept, seconds=seconds
    )
    return fetch(url, rules)


def fetch(url: str, rules: FetchRules, *, resolve: Resolve = look_up) -> FetchedPage:
    """Fetch the page at `url`, following at most `MOST_REDIRECTS` redirects.

    `resolve` returns the IP addresses of a host. Raises `Invalid` if `url` is not a web address. Raises
    `Unreachable` if it may not be fetched, or if the server does not answer with status 200 in time. Raises
    `TooLarge` if the page is larger than `rules` allow. Each error says what to do next.
    """
    deadline = monotonic() + rules.seconds
    address = parse_address(url)
    asked = address.url
    visited: set[str] = set()
    while True:
        _refuse_endless_redirects(address, visited)
        visited.add(address.url)

        numeric = public_addresses(address, also=rules.also, resolve=resolve, deadline=deadline)
        with open_connection(address, numeric, deadline) as connection:
            answer = send_request(connection, address, _request_headers(address, rules), deadline)
            location = answer.headers.get("location")
            if answer.status in _REDIRECTS and location:
                address = _next_address(location, address)
                continue

            _refuse_status(answer.status, address)
            raw = read_body(answer, address, largest=rules.largest, deadline=deadline)
            headers = _headers_of_interest(answer)
            return FetchedPage(asked, address.url, datetime.now(UTC), answer.status, raw, headers)


def _refuse_endless_redirects(address: WebAddress, visited: Collection[str]) -> None:
    if address.url in visited:
        raise Unreachable(f"{address.host} sends us round in a circle. {SAVE_IT}")
    if len(visited) > MOST_REDIRECTS:
        raise Unreachable(f"{address.host} sends us on more than {MOST_REDIRECTS} times. {SAVE_IT}")


def _next_address(location: str, address: WebAddress) -> WebAddress:
    """Return the address to which a redirect from `address` leads.

    `location` is the header of the response. Raises `Unreachable` if it is not a web address.
    """
    try:
        return parse_address(location, base=address.url)
    except Invalid as error:
        raise Unreachable(
            f"{address.host} sends us on to where no page can be fetched. {error}"
        ) from error


def _request_headers(address: WebAddress, rules: FetchRules) -> dict[str, str]:
    return {
        "Host": address.authority,
        "User-Agent": rules.agent,
        "Accept": rules.accept,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _headers_of_interest(answer: HTTPResponse) -> dict[str, str]:
    headers = {}
    for name in OF_INTEREST:
        value = answer.headers.get(name)
        if value:
            headers[name] = _printable(value)
    return headers


def _printable(value: str) -> str:
    """Return the first `_LONGEST_VALUE` characters of a header's value, without unprintable characters."""
    return "".join(filter(str.isprintable, value[:_LONGEST_VALUE]))


def _refuse_status(status: int, address: WebAddress) -> None:
    """Raise `Unreachable` with a sentence for every status except 200 (OK)."""
    if status == HTTPStatus.OK:
        return

    answered = f"(it answered {status})"
    if status in _GONE:
        raise Unreachable(
            f"{address.host} has no page at this address {answered}: check the spelling."
        )
    if status in _CLOSED:
        raise Unreachable(f"{address.host} does not show us this page {answered}. {SAVE_IT}")
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Unreachable(f"{address.host} is busy or in trouble {answered}. Try again later.")
    raise Unreachable(f"{address.host} gave no page {answered}. {SAVE_IT}")
