"""Test that markup in the words of people and outlets is shown as text on every page, and
that no link runs a script.
"""

import re
from html.parser import HTMLParser

import pytest

from annotations.models import Claim, Comment, Evidence, Highlight, Link, Origin, Tag
from newsroom.models import Activity, Article, ImportBatch, ImportItem, Outlet, Revision, Story, User
from newsroom.roles import UserRole
from tests.forbidden_writes import guards_lowered
from tests.world import NO_METHOD, NOBODY, World, rows

pytestmark = pytest.mark.django_db
MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
LINK = "javascript:alert(1)"
LEADING = ("href", "src", "action", "formaction", "xlink:href", "srcset", "poster", "hx-get", "hx-post")
PAGES = [row for row in rows() if row.method == "GET" and row.floor not in (NO_METHOD, NOBODY)]


class _ScriptFinder(HTMLParser):
    """A parser that collects what would run in a page: inline scripts, handlers, and links to scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if (
            tag == "script"
            and "src" not in given
            and given.get("type") not in ("importmap", "application/json")
        ):
            self.found.append("a script in the page")
        for name, value in attrs:
            leads = name in LEADING and re.match(
                r"\s*(javascript|data|vbscript):", value or "", re.IGNORECASE
            )
            if leads or name.startswith("on"):
                self.found.append(f"{name}={value} on <{tag}>")


def alive(page: str) -> list[str]:
    parser = _ScriptFinder()
    parser.feed(page)
    return parser.found


@pytest.fixture
def world() -> World:
    """Return a world in which every field for words holds markup, and every field for addresses a script."""
    world = World()
    with guards_lowered():
        Article.objects.update(title=MARKUP)
        Revision.objects.update(headline=MARKUP, byline=MARKUP, credit=MARKUP, url=LINK, original_name=MARKUP)
        Activity.objects.update(summary=MARKUP, changes={MARKUP: [MARKUP, LINK]})
    Article.objects.filter(pk=world.ids["{article}"]).update(address=LINK)
    Story.objects.update(title=MARKUP, place=MARKUP, summary=MARKUP)
    Outlet.objects.filter(articles=world.ids["{article}"]).update(name=MARKUP, domain=MARKUP)
    Highlight.objects.update(note=f"{MARKUP} [x]({LINK}) <a href='{LINK}'>y</a>", attribution=MARKUP)
    Claim.objects.update(statement=MARKUP)
    Comment.objects.update(body=f"{MARKUP} [x]({LINK}) ![x]({LINK})")
    Evidence.objects.update(note=MARKUP)
    Link.objects.update(note=MARKUP)
    Origin.objects.update(name=MARKUP, reason=MARKUP)
    Tag.objects.update(path=MARKUP.replace("/", ""), definition=MARKUP)
    User.objects.update(name=MARKUP, email=MARKUP)
    ImportItem.objects.update(name=MARKUP, message=MARKUP, corrections={"title": MARKUP, "url": LINK})
    ImportBatch.objects.update(state="open")
    return world


def test_no_page_runs_what_was_written(world: World):
    wrong = {}
    for row in PAGES:
        for headers in ({}, {"HX-Request": "true"}):
            response = world.look(UserRole.CURATOR, row.address, headers=headers)
            assert response.status_code < 500, row.address
            if "html" in response["Content-Type"] and (found := alive(response.content.decode())):
                wrong[row.address] = found
    assert wrong == {}


def test_the_words_are_shown_as_they_are(world: World):
    page = world.look(UserRole.READER, "/stories/{story}/desk/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_page_that_runs_what_was_written_would_be_found():
    assert alive(f"<p>{MARKUP}</p>") == ["a script in the page", "onerror=alert(1) on <img>"]
    assert alive(f'<a href=" {LINK}">') == [f"href= {LINK} on <a>"]
