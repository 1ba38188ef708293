"""Mark words on the page with the mouse, as a person does."""

from playwright.sync_api import Locator, Page, expect

# A new paragraph gets its layout in the next frame (`content-visibility`). Until then positions are wrong.
_ENDS = """async (prose, words) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const ends = async () => {
    const texts = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let all = "";
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      nodes.push([all.length, text]);
      all += text.data;
    }
    const at = all.indexOf(words);
    if (at < 0) throw new Error(`not in the text: ${words}`);
    const point = (offset, ending) => {
      const [from, node] = nodes.findLast(([start]) => (ending ? start < offset : start <= offset));
      return [node, offset - from];
    };
    const range = document.createRange();
    range.setStart(...point(at, false));
    range.setEnd(...point(at + words.length, true));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    await frame();
    await frame();
    return [...range.getClientRects()].filter((rect) => rect.width);
  };
  let rects = await ends();
  // An answer may have painted the paragraph again meanwhile.
  while (!rects.length) rects = await ends();
  const [first, last] = [rects[0], rects.at(-1)];
  return [first.left + 0.5, first.top + first.height / 2, last.right - 0.5, last.top + last.height / 2];
}"""


def pane_of(page: Page, article: int) -> Locator:
    """Return the pane of the article with the id `article`."""
    return page.locator(f"#pane-{article}")


def select(page: Page, article: int, words: str) -> None:
    """Drag the mouse over `words`, and wait for the selection bar.

    `words` stand in one or more paragraphs, which are joined.
    """
    drag_over(page, article, words)
    page.locator("selection-bar").wait_for(state="visible")


def drag_over(page: Page, article: int, words: str) -> None:
    """Drag the mouse over `words`, as `select` does, and wait for nothing."""
    x0, y0, x1, y1 = pane_of(page, article).locator("news-prose").evaluate(_ENDS, words)
    page.mouse.move(x0, y0)
    page.mouse.down()
    page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2)
    page.mouse.move(x1, y1)
    page.mouse.up()


def ask_for(page: Page, part: str) -> None:
    """Press the button of the card that leads to a part of it: `Tag`, `Note`, `Claim` or `Comment`."""
    page.locator("#card .card-acts").get_by_role("button", name=part, exact=True).click()


def marked(page: Page, article: int) -> list[str]:
    """Return the text of the marked runs of an article."""
    return pane_of(page, article).locator("mark").all_text_contents()


def all_saved(page: Page) -> None:
    """Wait until the server has answered every act of the page."""
    expect(page.locator("act-outbox")).to_have_attribute("data-state", "saved")
