"""Test the whole main job as people do it, from pasted text to a verdict, and that the exports
say exactly what was done.
"""

import csv

from playwright.sync_api import Page, expect

from annotations.models import Claim, Highlight, Link
from annotations.queries.exports.rows import header
from newsroom.models import Article
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, ask_for, marked, select

GAZETTE = (
    "The minister left the hall — during the speech, q\u0303uietly 🌾 — and did not come back.\n\n"
    "قال الوزير إن الحبوب عالقة."
)
MIRROR = "The minister had gone before the speech began.\n\nThe host called the day a success."
HERALD = "The day of the ministers.\n\nNobody would say when the minister had left."

LEFT = "left the hall — during the speech, q\u0303uietly 🌾"
GONE = "had gone before the speech began"
STUCK = "الحبوب عالقة"
STATEMENT = "The minister left during the speech — not before."


def test_from_a_pasted_article_to_a_verdict_and_the_tables_that_say_so(
    open_page: OpenPage, live_server
) -> None:  # type: ignore[no-untyped-def]
    make.user(UserRole.REPORTER, "rana")
    make.user(UserRole.EDITOR, "edith")
    reporter, editor = open_page(), open_page()

    sign_in(reporter, "rana")
    open_story(reporter)
    paste_article(reporter, GAZETTE, title="He left during the speech", outlet="The Gazette")
    drop_articles(reporter, {"mirror.txt": MIRROR, "herald.txt": HERALD})
    gazette, mirror, herald = (
        Article.objects.get(current__text__contains=text[:30]) for text in (GAZETTE, MIRROR, HERALD)
    )
    read_side_by_side(reporter)
    expect(reporter.locator(".pane")).to_have_count(3)

    highlight_with_tag_and_note(reporter, gazette.pk)
    state_claim(reporter)
    link_as_contradiction(reporter, mirror.pk)
    select(reporter, gazette.pk, STUCK)
    reporter.get_by_role("button", name="Highlight", exact=True).click()
    expect(reporter.locator("article.passage blockquote").first).to_have_text(STUCK)
    all_saved(reporter)

    sign_in(editor, "edith")
    settle(editor)

    reporter.reload()
    read_side_by_side(editor)
    for page in (reporter, editor):
        assert "".join(marked(page, gazette.pk)) == LEFT + STUCK
        assert (marked(page, mirror.pk), marked(page, herald.pk)) == ([GONE], [])
    left, gone, stuck = (Highlight.objects.get(anchor__quote=quote) for quote in (LEFT, GONE, STUCK))
    claim = Claim.objects.get()
    site = live_server.url
    assert download(editor, "annotations") == [
        annotation(
            left,
            site,
            tags="claims/time",
            note="Who *saw* it?",
            attribution="the host",
            claim_ids=str(claim.pk),
        ),
        annotation(gone, site),
        annotation(stuck, site),
    ]
    assert download(editor, "links") == [
        row(
            "links",
            link_id=str(Link.objects.get().pk),
            relation="contradicts",
            aspect="time",
            same_origin="false",
        )
        | {
            "from_annotation_id": str(left.pk),
            "from_article_id": str(gazette.pk),
            "from_outlet": "The Gazette",
        }
        | {
            "from_exact": LEFT,
            "to_annotation_id": str(gone.pk),
            "to_article_id": str(mirror.pk),
            "to_exact": GONE,
        }
        | {"note": "During, or before.", "created_by": "rana"}
        | {"from_stories": "the-walk-out", "to_stories": "the-walk-out"}
    ]
    assert download(editor, "claims") == [
        row("claims", claim_id=str(claim.pk), story="the-walk-out", statement=STATEMENT, status="settled")
        | {
            "verdict": "unproven",
            "articles": "1",
            "outlets": "1",
            "independent_origins": "1",
            "corroborating": "1",
        }
        | {"contradicting": "0", "created_by": "rana"}
        | {
            "sources_at_least": "1",
            "sources_at_most": "1",
            "in_doubt": "0",
            "hangs_on": "rests on one source: The Gazette; rests on one unnamed voice: the host",
            "falls_if": "If The Gazette is wrong, nothing corroborates it.",
        }
        | {
            "corroborating_passages": "1",
            "contradicting_sources_at_least": "0",
            "contradicting_sources_at_most": "0",
            "rationale": "One report says so, another denies it.",
            "settled_by": "edith",
            "public": "false",
        }
    ]


def sign_in(page: Page, name: str) -> None:
    page.goto("/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def open_story(page: Page) -> None:
    page.get_by_role("link", name="Open the first story").click()
    page.get_by_label("Title").fill("The walk-out")
    page.get_by_role("button", name="Open this story").click()


def paste_article(page: Page, text: str, *, title: str, outlet: str) -> None:
    page.get_by_role("link", name="Import articles into this story").click()
    page.get_by_label("paste an article’s text").fill(text)
    page.get_by_role("button", name="Preview").click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("Outlet").fill(outlet)
    page.get_by_role("button", name="Save corrections").click()
    expect(page.locator(".import-item").get_by_role("status")).to_have_text("Saved.")
    page.get_by_role("button", name="Import 1 article").click()
    page.get_by_role("link", name="The walk-out").click()


def drop_articles(page: Page, files: dict[str, str]) -> None:
    page.get_by_role("link", name="Import articles into this story").click()
    handed = [
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files.items()
    ]
    page.get_by_label("Files").set_input_files(handed)  # type: ignore[arg-type]
    expect(page.locator(".chosen li")).to_have_count(len(files))
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name=f"Import {len(files)} articles").click()
    page.get_by_role("link", name="The walk-out").click()


def read_side_by_side(page: Page) -> None:
    page.goto("/stories/the-walk-out/")
    for box in page.get_by_role("checkbox", name="Read ").all():
        box.check()
    page.get_by_role("button", name="Read the ticked side by side").click()


def highlight_with_tag_and_note(page: Page, article: int) -> None:
    select(page, article, LEFT)
    page.get_by_role("button", name="Highlight", exact=True).click()
    ask_for(page, "Tag")
    page.get_by_label("Tag", exact=True).fill("claims/time")
    page.get_by_role("button", name="Add tag").click()
    expect(page.locator(".tags .tag")).to_contain_text("claims/time")
    ask_for(page, "Note")
    page.get_by_label("Note (Markdown)").fill("Who *saw* it?")
    page.get_by_label("Whose words are these?").fill("the host")
    page.get_by_role("button", name="Save note").click()
    expect(page.locator(".written em")).to_have_text("saw")


def state_claim(page: Page) -> None:
    ask_for(page, "Claim")
    page.get_by_label("New claim").fill(STATEMENT)
    page.get_by_label("This passage").select_option("corroborates")
    page.get_by_role("button", name="Attach to the claim").click()
    expect(page.locator("#card .relation[data-relation=corroborates]")).to_be_visible()


def link_as_contradiction(page: Page, article: int) -> None:
    page.get_by_role("link", name="Link to another passage").click()
    expect(page.locator(".desk-mode")).to_be_visible()
    select(page, article, GONE)
    page.get_by_role("button", name="Highlight", exact=True).click()
    expect(page.locator(".link-card .quote")).to_have_text([LEFT, GONE])
    page.get_by_role("radio", name="Contradicts").check()
    page.get_by_label("in what?").select_option("time")
    page.get_by_label("Remark").fill("During, or before.")
    page.get_by_role("button", name="Link as contradiction").click()
    expect(page.locator("article.passage .relation[data-relation=contradicts]")).to_be_visible()


def settle(page: Page) -> None:
    page.get_by_role("link", name="The walk-out").click()
    page.locator(".claims").get_by_role("link", name=STATEMENT).click()
    page.get_by_label("Verdict").select_option("unproven")
    page.get_by_label("Rationale").fill("One report says so, another denies it.")
    page.get_by_role("button", name="Settle with this verdict").click()
    expect(page.get_by_role("heading", name="Verdict: Not established")).to_be_visible()


def download(page: Page, kind: str) -> list[dict[str, str]]:
    """Return the rows of the story's `kind`.csv from the story's page, without the columns of times."""
    page.goto("/stories/the-walk-out/")
    with page.expect_download() as taken:
        page.get_by_role("link", name=f"{kind}.csv").click()
    with taken.value.path().open(encoding="utf-8", newline="") as file:
        return [
            {column: cell for column, cell in found.items() if not column.endswith("_at")}
            for found in csv.DictReader(file)
        ]


def row(kind: str, **cells: str) -> dict[str, str]:
    """Return a row of `kind` with these cells. All other cells are empty."""
    return {column: "" for column in header(kind) if not column.endswith("_at")} | cells


def annotation(highlight: Highlight, site: str, **cells: str) -> dict[str, str]:
    """Return the row of a highlight that Rana drew in the story's first revisions. `site` is
    the address of the site.
    """
    article, quote = highlight.article, highlight.anchor.quote
    text = article.current.text
    start, end = text.index(quote), text.index(quote) + len(quote)
    return (
        row(
            "annotations",
            annotation_id=str(highlight.pk),
            story="the-walk-out",
            revision="1",
            anchor_state="drawn",
            teller_guessed="true",
            attribution_guessed="false",
        )
        | {"article_id": str(article.pk), "article_title": article.title, "outlet": str(article.outlet or "")}
        | {"start": str(start), "end": str(end), "exact": quote, "created_by": "rana"}
        | {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
        | {"permalink": f"{site}/h/{highlight.pk}/"}
        | cells
    )
