"""Test that what others do and what is answered to one's own acts may come in any order."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from annotations.actions.passages.highlights import tag_by_path
from annotations.models import Comment
from newsroom.models import Article, User
from tests import make
from tests.browser.acting import mark
from tests.browser.selecting import all_saved, ask_for, marked, pane_of

# In one paragraph, which is painted as a whole.
THEIRS, MINE = "Paragraph 0 of", "the Gazette"


class Held:
    """The first answer from an address is kept back. It is older than the page when it is released."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.answers = page, []
        page.route(address, self.hold, times=1)

    def hold(self, route: Route) -> None:
        self.answers.append((route, route.fetch()))

    def wait(self) -> None:
        for _ in range(200):
            if self.answers:
                return
            self.page.wait_for_timeout(50)
        raise TimeoutError("The page has not asked.")

    def release(self) -> None:
        for route, answer in self.answers:
            route.fulfill(response=answer)


def test_a_mark_made_while_the_changes_of_others_were_asked_for_stays(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article]
) -> None:
    page = open_desk(reporter)
    held = Held(page, "**/desk/changes/**")
    make.highlight(articles[0], THEIRS, by=editor)
    held.wait()
    mark(page, articles[0], MINE)
    all_saved(page)
    held.release()
    expect(pane_of(page, articles[0].pk).locator("mark", has_text=THEIRS)).to_be_visible()
    assert marked(page, articles[0].pk) == [THEIRS, MINE]


def test_a_mark_of_another_person_stays_when_an_older_answer_to_an_own_act_comes(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article]
) -> None:
    page = open_desk(reporter)
    held = Held(page, "**/desk/draw/")
    mark(page, articles[0], MINE)
    held.wait()
    make.highlight(articles[0], THEIRS, by=editor)
    expect(pane_of(page, articles[0].pk).locator("mark", has_text=THEIRS)).to_be_visible()
    with page.expect_response("**/desk/changes/**"):
        held.release()
    all_saved(page)
    expect(pane_of(page, articles[0].pk).locator("mark", has_text=THEIRS)).to_be_visible()
    assert marked(page, articles[0].pk) == [THEIRS, MINE]


def test_a_comment_made_while_the_card_was_asked_for_stays(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article]
) -> None:
    highlight = make.highlight(articles[0], THEIRS, by=editor)
    page = open_desk(reporter, f"?h={highlight.pk}")
    held = Held(page, f"**/highlights/{highlight.pk}/**")
    tag_by_path(highlight, "claims/number", by=editor)
    held.wait()
    ask_for(page, "Comment")
    page.get_by_label("Comment", exact=True).fill("I shall ring")
    page.get_by_role("button", name="Add comment").click()
    all_saved(page)
    held.release()
    expect(page.locator("#card .tags .tag")).to_contain_text("claims/number")
    expect(page.locator(".comments")).to_contain_text("I shall ring")
    assert Comment.objects.count() == 1
