"""Test how a person imports: the progress bar moves, the report appears by itself, and
feeds and addresses work too.
"""

import json

from playwright.sync_api import Page, expect

from annotations.models import Provenance
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

WIRE = (
    "The ferry line said on Friday that it would pay the families of the two who drowned, and that its "
    "ships would stay in port until the inquiry ends. Its chief took no questions at the harbour."
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
    page.get_by_label("Address of a feed (RSS, Atom, JSON) or a sitemap").fill(feed)
    page.get_by_role("button", name="List its articles").click()
    page.get_by_label("Hail").check()
    page.get_by_role("button", name="Fetch and preview").click()
    expect(page.get_by_label("Title")).to_have_value("Hail")
    page.get_by_role("button", name="Import 1 article").click()
    page.get_by_role("link", name="Hail").click()
    expect(page.get_by_text("answered 200")).to_be_visible()
    assert Article.objects.get().current.url == f"{web.url}/Hail"


def test_one_wire_text_of_two_outlets_is_two_articles_of_one_proposed_origin(open_page: OpenPage) -> None:
    wire = {"title": "Ferry line to pay families", "byline": "Kyodo", "text": WIRE}
    rows = [wire | {"outlet": outlet} for outlet in ("Gazette of Ost", "Vest Courier")]
    story = make.story("Ferry")
    page = open_page(make.user(UserRole.REPORTER))
    page.goto(f"/import/?story={story.slug}")
    hand_in_table(page, rows)
    page.get_by_role("button", name="Import 2 articles").click()
    expect(page.get_by_role("link", name="2 Created")).to_be_visible()
    assert {article.outlet.name for article in Article.objects.all()} == {"Gazette of Ost", "Vest Courier"}
    assert Provenance.objects.filter(origin__state="proposed").values("article").distinct().count() == 2


def test_a_newer_text_that_is_another_article_is_asked_about(open_page: OpenPage) -> None:
    page_of_ferry = make.page(f"<p>{WIRE}</p>", url="https://gazette.example/a")
    page = open_page(make.user(UserRole.REPORTER))
    page.goto("/import/")
    council = "The council of Vest approved next year's budget after a debate of nine hours."
    hand_in_table(
        page, [{"title": "Budget", "text": council, "url": "https://gazette.example/a"}, {"text": "Fog."}]
    )
    expect(page.get_by_text("hardly a word in common")).to_be_visible()
    page.get_by_label("What it is").select_option("It is another article")
    page.get_by_role("button", name="Save corrections").first.click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_label("What it is")).to_have_value("article")
    page.get_by_role("button", name="Import 2 articles").click()
    expect(page.get_by_role("link", name="2 Created")).to_be_visible()
    page_of_ferry.refresh_from_db()
    assert (page_of_ferry.current.number, page_of_ferry.address) == (1, "")


def test_a_text_that_turns_out_unlike_while_importing_is_asked_about_in_the_report(
    open_page: OpenPage,
) -> None:
    council = "The council of Vest approved next year's budget after a debate of nine hours."
    address = "https://gazette.example/a"
    rows = [
        {"title": "Ferry", "text": WIRE, "url": address},
        {"title": "Budget", "text": council, "url": address},
    ]
    page = open_page(make.user(UserRole.REPORTER))
    page.goto("/import/")
    hand_in_table(page, rows)
    page.get_by_role("button", name="Import 2 articles").click()
    asking = page.get_by_role("row", name="hardly a word in common")
    expect(asking.get_by_role("button")).to_have_text(
        ["It is a newer text of that article", "It is another article", "Leave it out"]
    )
    assert Article.objects.count() == 1

    asking.get_by_role("button", name="It is another article").press("Enter")
    expect(page.get_by_role("link", name="2 Created")).to_be_visible()
    assert {article.title: article.address for article in Article.objects.all()} == {
        "Ferry": "",
        "Budget": address,
    }


def hand_in_table(page: Page, rows: list[dict[str, str]]) -> None:
    table = "\n".join(map(json.dumps, rows)).encode()
    page.get_by_label("Files").set_input_files({"name": "rows.jsonl", "mimeType": "", "buffer": table})
    page.get_by_role("button", name="Preview").click()
