"""Test that following every link by GET does not change the database."""

import re
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

import pytest

from newsroom.roles import UserRole
from tests import make
from tests.database_rows import every_row
from tests.world import NO_METHOD, NOBODY, World, rows

pytestmark = pytest.mark.django_db

#: Parameters by which the panel remembers the previous page or shows counts. They do not choose another page.
SAME_PAGE = ("_changelist_filters", "_facets", "_popup", "_to_field")


class _Addresses(HTMLParser):
    """A parser that collects the addresses of a page's links, GET forms and fragments."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.found.add(given["href"] or "")
        if tag == "form" and (given.get("method") or "get").lower() == "get":
            self.found.add(given.get("action") or "")
        if given.get("hx-get"):
            self.found.add(given["hx-get"] or "")


def addresses_on(page: str, at: str) -> set[str]:
    parser = _Addresses()
    parser.feed(page)
    led = {urldefrag(urljoin(at, address)).url for address in parser.found}
    return {
        address
        for address in led
        if address.startswith("/") and not any(name in address for name in SAME_PAGE)
    }


def pages(address: str) -> set[str]:
    """Return strings that stand for what an address shows. If all of them were seen
    before, the page is skipped.

    They are its path with placeholders for numbers and ids, and the path with the name of each parameter.
    """
    path, _, query = re.sub(r"[0-9a-f-]{36}|\d+", "·", address).partition("?")
    return {path} | {f"{path}?{part.partition('=')[0]}" for part in query.split("&") if part}


@pytest.mark.parametrize("role", [UserRole.EDITOR, UserRole.CURATOR])
def test_following_every_link_by_get_changes_no_row(world: World, role):
    before = every_row()
    waiting = [
        world.fill(row.address)
        for row in rows()
        if row.method == "GET" and row.floor not in (NO_METHOD, NOBODY)
    ]
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        if pages(address) <= seen:
            continue
        seen |= pages(address)
        for headers in ({},) if address.startswith("/admin/") else ({}, {"HX-Request": "true"}):
            response = world.look(role, address, headers=headers)
            assert response.status_code < 500
            if response.status_code == 200 and "html" in response["Content-Type"]:
                waiting += addresses_on(response.content.decode(), address)
    assert {
        "/stories/new/",
        "/stories/story-·/?add",
        "/links/new/?target",
        "/export/claims.csv?story",
    } <= seen
    assert every_row() == before


def test_a_write_would_be_seen():
    before = every_row()
    make.user()
    assert every_row() != before
