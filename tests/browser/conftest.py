"""Provide a Chromium for the tests in this folder, and pages on the live server that are watched for errors.

`page` is a page without sign-in. `open_page(person)` opens a page as that person in a browser of its own, so
that two people can work at once. A page reaches the live server by paths: `page.goto("/stories/")`.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from newsroom.models import User
from tests.browser.page_errors import Watch
from tests.chromium import FLAGS, find_chromium

HERE = Path(__file__).parent
SHOTS = HERE.parent.parent / "var" / "failures"
TIMEOUT = 15_000  # milliseconds: what a page may take on a busy machine before a wait for it has failed
FAILED = pytest.StashKey[bool]()

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if not path and os.environ.get("CI"):
        pytest.fail(
            "No Chromium was found, and in CI these tests may not be skipped: install one or set CHROMIUM."
        )
    if not path:
        pytest.skip("No Chromium was found: install one or set CHROMIUM to its path.")
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright's synchronous interface keeps an event loop in this thread. Django refuses the database
        # to a thread with a running loop, because a query could block other coroutines. Here there are no
        # others: the loop is Playwright's own, and is idle while a test uses the database.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Watch:
    """Return what collects the errors of the pages of the test. A test that causes an error says so with
    `watch.expect("answered 409")`; then it fails if the error does not occur.
    """
    return Watch()


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, live_server, chromium: Browser, watch: Watch
) -> Iterator[OpenPage]:  # type: ignore[no-untyped-def]
    """Return `open_page(person=None, **context)`, which opens a page in a new browser context.

    If a person is given, that person has signed in. `context` goes to Playwright, such as
    `color_scheme="dark"` or `viewport={"width": 390, "height": 844}`. At its end the test fails if a page had
    an error that was not expected. If the test failed, screenshots of its pages are stored in var/failures/.
    """
    contexts: list[BrowserContext] = []

    def opened(person: User | None = None, **context: object) -> Page:
        context = {
            "viewport": {"width": 1400, "height": 900},
            "reduced_motion": "reduce",
            "locale": "en-GB",
            **context,
        }
        contexts.append(chromium.new_context(base_url=live_server.url, timezone_id="UTC", **context))  # type: ignore[arg-type]
        contexts[-1].set_default_timeout(TIMEOUT)
        contexts[-1].on("page", watch.attach)
        if person:
            contexts[-1].add_cookies([session_cookie(person, live_server.url)])
        return contexts[-1].new_page()

    yield opened
    pages = [page for context in contexts for page in context.pages]
    for page in pages:
        page.title()  # events come in the order of answers: after this one, all trouble so far has been told
    unexpected = watch.unexpected()
    if unexpected or request.node.stash.get(FAILED, False):
        take_shots(request.node.nodeid, pages)
    for context in contexts:
        context.close()
    assert not unexpected, "The page met trouble:\n" + "\n".join(unexpected)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page()


def session_cookie(person: User, url: str) -> dict[str, str]:
    """Return the cookie that a browser at `url` has after `person` has signed in."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def take_shots(test: str, pages: list[Page]) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages, start=1):
        page.screenshot(path=SHOTS / f"{re.sub(r'[^A-Za-z0-9]+', '-', test)}-{number}.png", full_page=True)
