"""Test that the watch over pages finds errors. Without it every browser test would ignore a broken page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.page_errors import Watch

STRICT = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:"
}

PAGE = "<!doctype html><link rel=icon href=data:,><body><script src=/script.js></script>"


@pytest.fixture
def watched(chromium: Browser) -> Iterator[tuple[Page, Watch]]:
    page, watch = chromium.new_page(), Watch()
    page.set_default_timeout(5_000)
    watch.attach(page)
    yield page, watch
    page.close()


def run(page: Page, script: str) -> None:
    """Open a page with `script` as its only file, under a strict policy, and wait until
    all requests have ended.
    """

    def answer(route: Route) -> None:
        address = route.request.url
        if address.endswith("/script.js"):
            route.fulfill(body=script, content_type="text/javascript")
        elif address.endswith("/page"):
            route.fulfill(body=PAGE, content_type="text/html", headers=STRICT)
        elif address.endswith("/away"):
            route.abort("connectionrefused")
        else:
            route.fulfill(status=409, body="Someone was faster.")

    page.route("http://pages.test/**", answer)
    page.goto("http://pages.test/page", wait_until="networkidle")


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ("throw new Error('torn')", "script: torn"),
        ("console.error('bent')", "console: bent"),
        (
            "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
            "Content Security Policy",
        ),
        ("fetch('/conflict')", "GET http://pages.test/conflict answered 409"),
        ("fetch('/away').catch(() => 0)", "GET http://pages.test/away failed: net::ERR_CONNECTION_REFUSED"),
    ],
)
def test_trouble_of_every_kind_is_seen(watched, script, trouble):
    page, watch = watched
    run(page, script)
    assert [line for line in watch.unexpected() if trouble in line], watch.seen


def test_a_quiet_page_gives_no_trouble(watched):
    page, watch = watched
    run(page, "console.info('all is well')")
    assert watch.seen == []


def test_trouble_made_on_purpose_is_no_failure_but_must_come():
    watch = Watch(seen=["request: POST http://pages.test/claim answered 409"])
    watch.expect("answered 409")
    assert watch.unexpected() == []
    watch.expect("answered 422")
    assert watch.unexpected() == ["expected, but never came: answered 422"]


def test_a_script_never_hides_another_trouble():
    watch = Watch(seen=["script: torn", "request: GET http://pages.test/x answered 409"])
    watch.expect("answered 409")
    assert watch.unexpected() == ["script: torn"]
