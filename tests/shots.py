"""Take the screenshots in `docs/screenshots/`: Chromium opens the sample desk, served as by `make run`."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import FLAGS, find_chromium, install_chromium
from tests.serving import free_port, wait_for

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "docs" / "screenshots"
SLUG = "g20-bali-2022"
PASSWORD = secrets.token_hex(16)
LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 800}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 800}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
}


def main() -> int:
    chromium = find_chromium() or install_chromium()
    if not chromium:
        print("No Chromium was found: set CHROMIUM to its path.", file=sys.stderr)
        return 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as var, sync_playwright() as playwright:
        port = free_port()
        command = [sys.executable, "manage.py", "demo", "--port", str(port), "--password", PASSWORD]
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "NEWSROOM_VAR": var})
        try:
            wait_for(port, server)
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for look in LOOKS:
                take(browser, f"http://127.0.0.1:{port}", look)
            browser.close()
        finally:
            server.terminate()
            server.wait(timeout=30)
    return 0


def take(browser: Browser, url: str, look: str) -> None:
    context = browser.new_context(base_url=url, reduced_motion="reduce", **LOOKS[look])  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_label("Name").fill("curator")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    shoot(page, f"/stories/{SLUG}/", "story", look)
    page.goto(f"/stories/{SLUG}/claims/")
    claim = page.locator(".claim", has_text="Kuleba").get_by_role("link").first.get_attribute("href")
    shoot(page, claim or "", "claim", look)
    dossier(page, look)
    shoot(page, f"/stories/{SLUG}/matrix/", "matrix", look)
    desk(page, look)
    preview(page, look)
    shoot(page, "/admin/", "admin-index", look)
    shoot(page, "/admin/annotations/highlight/", "admin", look)
    context.close()


def dossier(page: Page, look: str) -> None:
    """Open the dossier of a claim: the wordings of the reports compared, the passages
    quoted, who decided what.
    """
    page.goto(f"/stories/{SLUG}/claims/")
    page.locator(".claim", has_text="broke off contact").get_by_role("link").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("[aria-labelledby=witnesses-title]").evaluate("(part) => part.scrollIntoView()")
    page.screenshot(path=SHOTS / f"dossier-{look}.png")


def desk(page: Page, look: str) -> None:
    """Open three reports. A passage of the first is chosen, and the passages linked with it are visible."""
    page.goto(f"/stories/{SLUG}/")
    reading = [box.get_attribute("value") or "" for box in page.locator("[name=read]").all()[:3]]
    page.goto(f"/stories/{SLUG}/desk/?read={','.join(reading)}")
    for words in ("before Ukrainian Foreign Minister", "during his speech"):
        for mark in page.locator(".pane mark", has_text=words).all():
            mark.evaluate("(mark) => mark.scrollIntoView({ block: 'center' })")
    page.locator("mark", has_text="during his speech").first.click()
    page.locator("article.passage").wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=SHOTS / f"desk-{look}.png")


def preview(page: Page, look: str) -> None:
    """Open the preview of one of the five articles, with one word changed so that the
    site does not know it yet.
    """
    page.goto("/import/")
    text = (ROOT / "seeds" / "articles" / "000_2935158556c253b0.txt").read_text(encoding="utf-8")
    page.locator("textarea").first.fill(text.replace("stormed off", "walked off", 1))
    page.get_by_role("button", name="Preview").first.click()
    page.wait_for_url("**/import/*/")
    page.screenshot(path=SHOTS / f"import-{look}.png")


def shoot(page: Page, path: str, name: str, look: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=SHOTS / f"{name}-{look}.png")


if __name__ == "__main__":
    sys.exit(main())
