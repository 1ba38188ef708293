"""Test the browser extension in `docs/`: it sends a page whose own policy forbids requests elsewhere."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext

from newsroom.models import Article
from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.chromium import FLAGS, find_chromium
from tests.web_servers import Web

EXTENSION = Path(settings.BASE_DIR) / "docs" / "extension"
PAGE = b"""<!DOCTYPE html><html><head><title>Rain</title></head>
<body><article><h1>Rain on Java</h1><p>Rain fell on Java all day and all night, the agency said.</p></article>
</body></html>"""


@pytest.fixture
def extended(chromium: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """Yield a browser with the extension, which may reach the desk as if a person had allowed it."""
    copy = tmp_path / "extension"
    shutil.copytree(EXTENSION, copy)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["host_permissions"] = manifest.pop("optional_host_permissions")
    (copy / "manifest.json").write_text(json.dumps(manifest))
    flags = [f"--disable-extensions-except={copy}", f"--load-extension={copy}", "--headless=new"]
    context = chromium.browser_type.launch_persistent_context(
        str(tmp_path / "profile"),
        executable_path=find_chromium(),
        headless=False,
        args=[*FLAGS, *flags],
    )
    yield context
    context.close()


@pytest.mark.django_db(transaction=True)
def test_a_page_with_a_strict_policy_is_sent_as_it_is_seen(extended: BrowserContext, live_server, web: Web):
    _, secret = make.token(make.user(UserRole.REPORTER), TokenScope.WRITE)
    workers = extended.service_workers or [extended.wait_for_event("serviceworker")]
    kept = {"address": live_server.url, "token": secret}
    workers[0].evaluate("values => chrome.storage.local.set(values)", kept)
    page = extended.new_page()
    page.goto(web.put("/rain.html", PAGE, content_security_policy="default-src 'none'"))
    page.evaluate("document.querySelector('p').textContent += ' Nobody was hurt on the island.'")
    title = workers[0].evaluate(
        """async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          await sendPage(tab);
          return chrome.action.getTitle({ tabId: tab.id });
        }"""
    )
    assert title.endswith("is created.")
    article = Article.objects.get()
    assert "Nobody was hurt on the island." in article.current.text
    assert article.current.url == page.url
