"""Measure what highlights and threads cost the browser: CPU time of Chromium's main
thread, as DevTools count it.
"""

from collections.abc import Iterator

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.bench.figures import Figure
from tests.bench.filling import fill
from tests.chromium import FLAGS, find_chromium
from tests.fresh_sites import fresh_site
from tests.serving import HOST, Site

PAINTS, FRAMES = 7, 120
#: `{(words, highlights): (goal in ms, what the best library took)}`
SIZES = {
    (5_000, 1_000): (31, "92 ms (@recogito/text-annotator)"),
    (50_000, 5_000): (220, "1,603 ms (the same)"),
}

_TAKE_OUT = "prose => { window.marked = prose.innerHTML; prose.replaceChildren(); return frames(); }"
_PUT_IN = "prose => { prose.innerHTML = window.marked; return frames(); }"
_FRAMES = (
    "window.frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
)
_DRAW = """async number => {
  const desk = document.querySelector("news-desk"), body = document.querySelector("news-prose");
  for (let frame = 0; frame < number; frame++) {
    body.scrollTop = (frame % 50) * 40;
    await new Promise(requestAnimationFrame);
    desk.threads.draw();
  }
}"""
_SCROLL = """async number => {
  const body = document.querySelector("news-prose");
  for (let frame = 0; frame < number; frame++) {
    body.scrollTop = (frame % 50) * 40;
    await new Promise(requestAnimationFrame);
  }
}"""


def measure(database: str) -> Iterator[Figure]:
    chromium = find_chromium()
    if database != "sqlite" or not chromium:
        return  # what the browser does is the same on either database
    with fresh_site(database) as site, sync_playwright() as playwright:
        desks = {size: fill(site, articles=1, words=size[0], highlights=size[1]) for size in SIZES}
        threaded = fill(site, articles=2, words=7_500, highlights=1_500)
        site.start()
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(
            base_url=f"http://{HOST}:{site.port}", viewport={"width": 1400, "height": 900}
        )
        sign_in(page, site)
        metrics = page.context.new_cdp_session(page)
        metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
        for (words, highlights), made in desks.items():
            goal, library = SIZES[words, highlights]
            open_desk(page, made)
            what = f"painting {highlights:,} highlights on {words:,} words: main thread"
            yield Figure(what, tuple(painted(page, metrics)), "ms", at_most=goal, library=library)
        open_desk(page, threaded)
        number = page.locator("#links-list .link").count()
        what = f"a frame with {number} threads beside 3,000 highlights: main thread"
        yield Figure(what, tuple(frame(page, metrics) for _ in range(3)), "ms", at_most=3)
        browser.close()


def sign_in(page: Page, site: Site) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Name").fill("reporter")
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def open_desk(page: Page, made: dict[str, list[int]]) -> None:
    ((slug, articles),) = made.items()
    page.goto(f"/stories/{slug}/desk/?read={','.join(map(str, articles))}")
    page.wait_for_load_state("networkidle")
    page.evaluate(_FRAMES)


def painted(page: Page, metrics: CDPSession) -> Iterator[float]:
    """Yield the ms in which the browser parses the server's runs, puts them into the
    empty pane and paints them.
    """
    prose = page.locator("news-prose").first
    for _ in range(PAINTS):
        prose.evaluate(_TAKE_OUT)
        before = spent(metrics)
        prose.evaluate(_PUT_IN)
        yield spent(metrics) - before


def frame(page: Page, metrics: CDPSession) -> float:
    """Return the ms that drawing all threads adds to a frame in which the text is scrolled."""
    begin = spent(metrics)
    page.evaluate(_SCROLL, FRAMES)
    middle = spent(metrics)
    page.evaluate(_DRAW, FRAMES)
    return ((spent(metrics) - middle) - (middle - begin)) / FRAMES


def spent(metrics: CDPSession) -> float:
    """Return the ms of CPU that the page's main thread has spent on tasks until now."""
    found = metrics.send("Performance.getMetrics")["metrics"]
    return 1000 * next(metric["value"] for metric in found if metric["name"] == "TaskDuration")
