"""Test how the desk prints."""

from playwright.sync_api import expect

from annotations.actions.passages.highlights import describe_highlight
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import marked, pane_of


def test_a_printed_desk_is_the_texts_with_their_marks_and_notes_and_nothing_to_press(
    open_page: OpenPage, transactional_db
) -> None:  # type: ignore[no-untyped-def]
    editor = make.user(UserRole.EDITOR)
    story = make.story(by=editor)
    long = "\n\n".join(f"Paragraph {number} of a long report." for number in range(60))
    first, second = (
        make.article(long, story=story, by=editor),
        make.article("Rain fell.", story=story, by=editor),
    )
    describe_highlight(
        make.highlight(first, "Paragraph 7", by=editor),
        note="Who saw it?",
        attribution="the host",
        version=1,
        by=editor,
    )
    page = open_page(editor, viewport={"width": 700, "height": 500})
    page.goto(f"/stories/{story.slug}/desk/")
    expect(page.locator(".pane-notes")).to_be_hidden()
    page.emulate_media(media="print")
    for nothing in (
        page.locator(".rail"),
        page.get_by_role("button"),
        page.get_by_role("banner"),
        page.locator(".strip"),
    ):
        assert [element for element in nothing.all() if element.is_visible()] == []
    expect(page.locator(".pane-notes li")).to_have_text(["Paragraph 7 said by the host Who saw it?"])
    assert marked(page, first.pk) == ["Paragraph 7"]
    text = pane_of(page, first.pk).locator("news-prose")
    assert text.evaluate("(prose) => prose.scrollHeight - prose.clientHeight") == 0
    expect(pane_of(page, second.pk)).to_be_visible()
