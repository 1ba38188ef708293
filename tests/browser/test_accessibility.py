"""Test rules that hold on every page: axe-core finds no fault in light or dark, and no page
is wider than its screen.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import get_resolver
from playwright.sync_api import Page, expect

from annotations.actions.passages.highlights import describe_highlight, tag_by_path
from annotations.models import Highlight
from newsroom.models import Outlet, User
from newsroom.roles import UserRole
from tests import make
from tests.browser import pages as site
from tests.browser.conftest import OpenPage
from tests.browser.page_errors import Watch
from tests.browser.selecting import select

#: Lists of what is right on a page are left out, because they take most of the time.
EVERYTHING = {"resultTypes": ["violations"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], **EVERYTHING}
#: The rule on the size of controls (WCAG 2.2, 2.5.8), which axe-core checks only on demand.
TARGETS = {"runOnly": ["target-size"], **EVERYTHING}
#: Runs axe-core in a page that has loaded it already, because loading it again takes as long as running it.
AXE_IN_PAGE = Axe(axe_script="undefined")
#: The width and the height of a small phone, and of a screen of 1280 x 1024 at a zoom of 400 %.
NARROW = {"small phone": (320, 844), "zoom": (320, 256)}


@pytest.fixture
def curator(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return site.sample_desk()


def test_every_address_that_shows_a_page_is_among_those_looked_at(curator: User, client: Client) -> None:
    """An address without a page answers a GET by 405, or is listed as something else than a page."""
    client.force_login(curator)
    looked_at = {name.split(",")[0] for name in site.addresses()} | site.NO_PAGES | {"sign_in"}
    answers = {
        name: client.get(any_address(name)).status_code for name in site.names() if name not in looked_at
    }
    assert {name: status for name, status in answers.items() if status != 405} == {}


def test_no_page_has_a_barrier_or_is_wider_than_a_narrow_screen(
    open_page: OpenPage, watch: Watch, curator: User
) -> None:
    page = open_page(curator)
    watch.expect("nothing-of-that-name/ answered 404")
    watch.expect("since=yesterday answered 422")
    found = {}
    wider = {}
    for name, path in site.addresses().items():
        page.goto(path)
        found[name] = barriers(page)
        wider |= {(name, screen): beyond for screen, beyond in beyond_narrow(page).items()}
    assert {name: barrier for name, barrier in found.items() if barrier} == {}
    assert {where: beyond for where, beyond in wider.items() if beyond > 0} == {}


def test_no_page_of_the_panel_has_a_barrier_and_its_index_fits_a_narrow_screen(
    open_page: OpenPage, watch: Watch, curator: User
) -> None:
    page = open_page(curator)
    # axe-core copies a style sheet that imports another one (Django's forms.css) into a style element.
    watch.expect("Applying inline style violates")
    found = {}
    for name, path in site.panel_addresses().items():
        page.goto(path)
        found[name] = barriers(page)
    assert {name: barrier for name, barrier in found.items() if barrier} == {}
    page.goto("/admin/")
    wider = beyond_narrow(page)
    assert {screen: beyond for screen, beyond in wider.items() if beyond > 0} == {}


def test_the_desk_has_no_barrier_whatever_is_open_on_it(open_page: OpenPage, curator: User) -> None:
    page = open_page(curator)
    page.goto(site.addresses()["desk"])
    found = {"link form": None, "selection": None, "search": None, "keys": None, "claims": None}
    page.locator('#card [data-act="link"]').click()
    page.locator(".link-card [data-end]").first.click()
    page.locator("[data-link-submit]").wait_for()
    found["link form"] = barriers(page)
    page.keyboard.press("Escape")
    page.locator("article.passage").wait_for()
    select(
        page, int(page.locator(".pane").first.get_attribute("data-article") or 0), "Russian foreign ministry"
    )
    found["selection"] = barriers(page)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("grain")
    found["search"] = barriers(page)
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Claims").click()
    page.locator("#claims .claims").wait_for()
    found["claims"] = barriers(page)
    page.get_by_role("button", name="Keys").click()
    found["keys"] = barriers(page)
    assert {state: barrier for state, barrier in found.items() if barrier} == {}


def test_what_others_do_on_the_desk_meets_no_barrier(
    open_page: OpenPage, curator: User, watch: Watch
) -> None:
    watch.expect("answered 409")
    page = open_page(curator)
    colleague = User.objects.get(username="editor")
    page.goto("/stories/g20-bali-2022/desk/?tab=claims")
    page.locator("#claims a[data-claim]").first.click()
    page.locator(".claim-card").wait_for()
    assert barriers(page) == []
    highlight = Highlight.objects.filter(article__title__startswith="Moscow", withdrawn_at=None).first()
    assert highlight
    page.goto(f"/stories/g20-bali-2022/desk/?read={highlight.article_id}&h={highlight.pk}")
    page.get_by_label("Note (Markdown)").evaluate("(field) => (field.closest('details').open = true)")
    page.get_by_label("Note (Markdown)").fill("Who measured it?")
    tag_by_path(highlight, "claims/number", by=colleague)
    make.revision(highlight.article, highlight.article.current.text + "\n\nMore.", by=colleague)
    page.locator(".card-news").wait_for()
    page.locator(".pane-news").wait_for()
    assert barriers(page) == []
    highlight.refresh_from_db()
    note = {"note": "It was dry.", "attribution": ""}
    describe_highlight(highlight, **note, version=highlight.version, by=colleague)
    page.get_by_label("Note (Markdown)").press("Control+Enter")
    page.locator("#refusals .versions").first.wait_for()
    assert barriers(page) == []


def test_whoever_is_not_let_in_meets_no_barrier(open_page: OpenPage, watch: Watch) -> None:
    watch.expect("import/ answered 403")
    watch.expect("sign-in/.* answered 422")
    make.user(UserRole.READER, "reader")
    page = open_page()
    page.goto("/")
    assert barriers(page) == []
    page.get_by_label("Name").fill("reader")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert").filter(has_text="do not go together")).to_be_visible()
    assert barriers(page) == []
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="No stories yet")).to_be_visible()
    assert barriers(page) == []
    page.goto("/import/")
    assert barriers(page) == []


def test_whoever_guessed_too_often_meets_no_barrier(open_page: OpenPage, watch: Watch) -> None:
    watch.expect("sign-in/.* answered 4(22|29)")
    page = open_page()
    page.goto("/sign-in/")
    while page.get_by_text("Too many").count() == 0:
        page.get_by_label("Name").fill("reader")
        page.get_by_label("Password").fill("wrong")
        with page.expect_response("**/sign-in/*"):
            page.get_by_role("button", name="Sign in").click()
        page.wait_for_load_state()
    assert barriers(page) == []


def test_an_act_on_many_rows_meets_no_barrier(
    open_page: OpenPage, watch: Watch, transactional_db: None
) -> None:
    watch.expect("Applying inline style violates")
    make.claim(make.story("The walk-out"), "Lavrov left.")
    page = open_page(make.user(UserRole.CURATOR, "curator"))
    page.goto("/admin/annotations/claim/")
    page.locator("#action-toggle").check()
    page.get_by_label("Action:").select_option(label="Move to another story")
    page.get_by_role("button", name="Go").click()
    page.get_by_role("button", name="Show what will happen").wait_for()
    assert barriers(page) == []


def test_the_pager_of_a_long_list_meets_no_barrier(open_page: OpenPage, transactional_db: None) -> None:
    Outlet.objects.bulk_create(Outlet(name=f"Outlet no. {number}") for number in range(151))
    page = open_page(make.user(UserRole.CURATOR, "curator"))
    page.goto("/admin/newsroom/outlet/?p=2")
    expect(page.locator(".paginator a")).to_have_text(["1", "3", "4"])
    assert barriers(page) == []
    small = Axe().run(page, options=TARGETS).response["violations"]
    assert [node["target"] for rule in small for node in rule["nodes"]] == []
    boxes = [link.bounding_box() for link in page.locator(".paginator a").all()]
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)


def test_on_a_narrow_screen_the_desk_is_one_text_and_a_sheet(open_page: OpenPage, curator: User) -> None:
    page = open_page(curator, viewport={"width": 390, "height": 844})
    page.goto(site.addresses()["desk, nothing chosen"])
    first, second = page.locator(".pane").all()
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    expect(page.locator("#card")).to_be_hidden()
    first.locator("mark").first.click()
    expect(page.locator("article.passage")).to_be_visible()
    page.get_by_role("tab", name="Passage").click()
    expect(page.locator("#card")).to_be_hidden()
    page.locator(".pane-tabs button").nth(1).click()
    expect(second).to_be_visible()
    expect(first).to_be_hidden()


def barriers(page: Page) -> list[str]:
    """Return what axe-core finds on the page: all rules in light colours, the rules on
    colours in dark ones too.
    """
    page.emulate_media(color_scheme="light")
    violations = Axe().run(page, options=EVERYTHING).response["violations"]
    page.emulate_media(color_scheme="dark")
    violations += AXE_IN_PAGE.run(page, options=COLOURS).response["violations"]
    page.emulate_media(color_scheme="light")
    return [f"{found['id']}: {node['target']}" for found in violations for node in found["nodes"]]


def beyond_narrow(page: Page) -> dict[str, int]:
    """Return by how many pixels the page is wider than each narrow screen. The size
    of the page is restored.
    """
    usual = page.viewport_size
    beyond = {}
    for screen, (width, height) in NARROW.items():
        page.set_viewport_size({"width": width, "height": height})
        beyond[screen] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if usual:
        page.set_viewport_size(usual)
    return beyond


def any_address(name: str) -> str:
    """Return an address of this name, with any values in its places."""
    (template, places), *_ = get_resolver().reverse_dict.getlist(name)[0][0]
    filled = {place: {"slug": "g20-bali-2022", "kind": "tags"}.get(place, "1") for place in places}
    if "uuid" in str(get_resolver().reverse_dict.getlist(name)[0][3].get("pk", "")).lower():
        filled["pk"] = "00000000-0000-4000-8000-000000000000"
    return f"/{template % filled}"
