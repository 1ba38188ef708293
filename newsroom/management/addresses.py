"""Fetch the articles that a table names by their addresses, for the command `import_articles`."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from newsroom.errors import NewsroomError
from newsroom.fetching.import_sources import ImportSource
from newsroom.fetching.pages import fetch_page
from newsroom.fetching.schedule import HostPauses
from newsroom.trouble.containing import contain_errors

#: The seconds between two requests to one host.
PAUSE = 5.0
_OFF = (
    "It has an address and no text. Run the command with --fetch, or hand the table in on the page "
    "“Import”."
)


def with_pages(
    sources: Iterable[ImportSource], *, fetching: bool, pause: float = PAUSE
) -> Iterator[ImportSource]:
    """Yield `sources`, with the bytes of their pages where they have only an address.

    A source whose page cannot be fetched has an `error`, and so has each of them without `fetching`. `pause`
    is in seconds, between two requests to one host.
    """
    pauses = HostPauses(pause)
    for source in sources:
        if not source.address or source.error:
            yield source
        elif not fetching:
            yield replace(source, error=_OFF)
        else:
            yield _with_page(source, pauses)


def _with_page(source: ImportSource, pauses: HostPauses) -> ImportSource:
    host = urlsplit(source.address).netloc.casefold()
    time.sleep(pauses.seconds_left(host, time.monotonic()))
    try:
        with contain_errors(source.path):
            page = fetch_page(source.address)
    except NewsroomError as error:
        return replace(source, error=error.sentence)
    finally:
        # The pause begins after the request, because one request may be redirected several times.
        pauses.note_request(host, time.monotonic())
    details = replace(source.details, address=page.address, charset=page.charset)
    return replace(source, raw=page.raw, details=details, fetched=page.as_stored())
