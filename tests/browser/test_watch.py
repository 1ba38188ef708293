"""The watch over pages sees trouble: without it every browser test would pass over a broken page."""

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.watch import Watch

STRICT = {"Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'"}


@pytest.fixture
def watched(chromium: Browser) -> tuple[Page, Watch]:
    page, watch = chromium.new_page(), Watch()
    watch.attach(page)
    return page, watch


def serve(page: Page, html: str, script: str = "") -> None:
    """Open `html` with `script` as its file, under a strict policy, at an address only this page knows."""

    def answer(route: Route) -> None:
        address = route.request.url
        if address.endswith("/script.js"):
            route.fulfill(body=script, content_type="text/javascript")
        elif address.endswith("/page"):
            route.fulfill(body=f"<!doctype html><link rel=icon href=data:,>{html}", content_type="text/html", headers=STRICT)
        elif address.endswith("/away"):
            route.abort("connectionrefused")
        else:
            route.fulfill(status=409, body="Someone was faster.")

    page.route("http://pages.test/**", answer)
    page.goto("http://pages.test/page")


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ("throw new Error('torn')", "script: torn"),
        ("console.error('bent')", "console: bent"),
        ("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))", "Content Security Policy"),
        ("fetch('/conflict')", "GET http://pages.test/conflict answered 409"),
        ("fetch('/away').catch(() => 0)", "GET http://pages.test/away failed: net::ERR_CONNECTION_REFUSED"),
    ],
)
def test_trouble_of_every_kind_is_seen(watched, script, trouble):
    page, watch = watched
    serve(page, "<body><script src=/script.js defer></script>", f"{script}; window.ready = true")
    page.wait_for_load_state("networkidle")
    assert [line for line in watch.unexpected() if trouble in line], watch.seen


def test_a_quiet_page_gives_no_trouble(watched):
    page, watch = watched
    serve(page, "<body><script src=/script.js></script>", "console.info('all is well')")
    page.wait_for_load_state("networkidle")
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
