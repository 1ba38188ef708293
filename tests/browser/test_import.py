"""Test how a person imports: the progress bar moves, the report appears by itself, and
feeds and addresses work too.
"""

import json

from playwright.sync_api import expect

from newsroom.models import Article
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.web_servers import Web

PAGE = (
    "<html><body><article><h1>{0}</h1>"
    + "<p>{0}: it rained for hours, two officials said.</p>" * 3
    + "</article>"
)


def test_a_table_is_worked_through_while_one_looks_and_the_report_comes_by_itself(
    open_page: OpenPage,
    settings,  # type: ignore[no-untyped-def]
) -> None:
    settings.IMPORT_STEP = 0
    rows = [{"text": f"It rained in place {number}.", "title": f"Row {number}"} for number in range(8)]
    table = "\n".join(map(json.dumps, [*rows, {"title": "no text"}])).encode()
    page = open_page(make.user(UserRole.REPORTER))
    page.goto("/import/")
    page.get_by_label("Files").set_input_files({"name": "rows.jsonl", "mimeType": "", "buffer": table})
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Import 8 articles").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("heading", name="Imported")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(10)
    expect(page.get_by_role("link", name="8 Created")).to_be_visible()
    page.get_by_role("link", name="1 Failed").click()
    expect(page.get_by_role("row")).to_have_count(2)


def test_what_a_feed_lists_is_chosen_fetched_looked_over_and_imported(open_page: OpenPage, web: Web) -> None:
    for name in ("Rain", "Hail"):
        web.put(f"/{name}", PAGE.format(name))
    items = "".join(
        f"<item><title>{name}</title><link>{web.url}/{name}</link></item>" for name in ("Rain", "Hail")
    )
    feed = web.put("/feed", f"<rss version='2.0'><channel><title>Weather</title>{items}</channel></rss>")
    page = open_page(make.user(UserRole.REPORTER))
    page.goto("/import/")
    page.get_by_label("Address of an RSS or Atom feed").fill(feed)
    page.get_by_role("button", name="List its articles").click()
    page.get_by_label("Hail").check()
    page.get_by_role("button", name="Fetch and preview").click()
    expect(page.get_by_label("Title")).to_have_value("Hail")
    page.get_by_role("button", name="Import 1 article").click()
    page.get_by_role("link", name="Hail").click()
    expect(page.get_by_text("answered 200")).to_be_visible()
    assert Article.objects.get().current.url == f"{web.url}/Hail"
