"""Test a changed page: the article is fetched again, its passages are reviewed, and the changes are shown."""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, select
from tests.web_servers import Web

LEFT = "The minister left the hall during the speech of his host"
SEEN = "Two witnesses saw him leave by the side door"
PHOTO = "Nobody took a photograph of the group"
FIRST = f"""<html><head><title>Minister leaves | The Gazette</title>
<meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2022-07-09T10:00:00Z">
<meta name="author" content="Ada Byron"></head>
<body><article><h1>Minister leaves</h1>
<p>{LEFT}, those who had waited for him at the gate said on Friday 🌾.</p>
<p>{SEEN}, and one of them wrote down the time in a notebook that she keeps for such occasions.</p>
<p>{PHOTO}, for the first time in the history of the meeting, which was held on the island of Bali.</p>
<p>The talks went on until the evening. Grain ships waited in the harbour for a decision.</p>
</article></body></html>"""
THEN = (
    FIRST.replace("Minister leaves", "Minister leaves early")
    .replace("during the speech", "shortly before the speech")
    .replace(
        (
            f"<p>{PHOTO}, for the first time in the history of the meeting, which was held on the island of "
            f"Bali.</p>"
        ),
        "",
    )
)


@pytest.fixture
def editor(transactional_db: None) -> User:
    return make.user(UserRole.EDITOR, "edith")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story("The walk-out", by=editor)


def test_a_page_that_its_outlet_changed_is_fetched_again_reviewed_and_compared(
    open_page: OpenPage, web: Web, story: Story, editor: User
) -> None:
    page = open_page(editor)
    article = import_by_address(page, story, web.put("/minister", FIRST))
    mark_as_evidence(page, story, article, editor)

    web.put("/minister", THEN)
    page.goto(article.get_absolute_url())
    page.locator("summary", has_text="New revision").click()
    page.get_by_role("button", name="Fetch its address again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What changed")
    expect(page.locator(".edits dd").first).to_contain_text("early")
    expect(page.locator(".diff ins")).to_have_text(["early", "shortly before"])
    expect(page.locator(".badge[data-fate=removed]")).to_have_count(1)
    page.get_by_role("link", name="In one text").click()
    expect(page.locator(".inline-diff del").first).to_have_text("during")

    page.goto("/stories/the-walk-out/claims/")
    expect(page.locator(".attention")).to_have_text(
        "Needs attention: 1 passage changed, 1 lost in a newer revision"
    )
    page.get_by_role("link", name="He left before the speech.").click()
    page.get_by_role("link", name="Review the passages").click()
    review(page, article)

    expect(page.get_by_role("heading", name="Nothing waits")).to_be_visible()
    page.goto("/stories/the-walk-out/claims/")
    expect(page.locator(".attention")).to_have_count(0)
    states = {h.anchor.state: h.anchor.quote for h in Highlight.objects.select_related("anchor")}
    assert states == {
        "confirmed": LEFT.replace("during", "shortly before"),
        "moved": SEEN,
        "drawn": "The talks went on until the evening",
    }
    page.goto(f"/articles/{article.pk}/v/1/")
    assert page.locator(".prose mark").all_inner_texts() == [LEFT, SEEN, PHOTO]


def import_by_address(page: Page, story: Story, url: str) -> Article:
    page.goto(f"/import/?story={story.slug}")
    page.get_by_label("addresses of pages to fetch").fill(url)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_label("Title")).to_have_value("Minister leaves")
    page.get_by_role("button", name="Import 1 article").click()
    page.get_by_role("link", name="The walk-out").click()
    return Article.objects.get()


def mark_as_evidence(page: Page, story: Story, article: Article, editor: User) -> None:
    """Draw three highlights on the desk, of which the first and the last are evidence for a claim."""
    page.goto(f"/stories/{story.slug}/desk/?read={article.pk}")
    for words in (LEFT, SEEN, PHOTO):
        select(page, article.pk, words)
        page.get_by_role("button", name="Highlight", exact=True).click()
        expect(page.locator("article.passage blockquote").first).to_have_text(words)
        all_saved(page)
    claim = make.claim(story, "He left before the speech.", by=editor)
    for quote, relation in ((LEFT, "contradicts"), (PHOTO, "context")):
        make.evidence(claim, Highlight.objects.get(anchor__quote=quote), relation, by=editor)


def review(page: Page, article: Article) -> None:
    """Accept the changed passage with its key, and place the lost one again with the mouse and a key."""
    expect(page.locator(".review-list li")).to_have_count(2)
    for _ in range(2):
        question = page.locator(".review-question")
        if "Text changed" in question.inner_text():
            expect(question.locator("ins")).to_have_text("shortly before")
            expect(page.locator(".review-text mark")).to_have_count(2)
            page.keyboard.press("a")
            expect(page.locator("#said")).to_contain_text("Accepted")
        else:
            expect(question).to_contain_text(PHOTO)
            select(page, article.pk, "The talks went on until the evening")
            page.keyboard.press("s")
            expect(page.locator("#said")).to_contain_text("Placed again")
