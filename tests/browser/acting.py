"""Act on the desk faster than a person with a mouse, on a network as slow as a test needs it."""

from playwright.sync_api import Page

from annotations.models import Highlight
from newsroom.models import Activity, Article, Verb

TEXT = "One two three four five six seven eight nine ten.\n\nThe grain stayed in port."
SELECT = """([article, words]) => {
  const runs = [...document.querySelectorAll(`#pane-${article} .block [data-start]`)];
  const run = runs.find((run) => run.firstChild.data.includes(words));
  const start = run.firstChild.data.indexOf(words);
  document.getSelection().setBaseAndExtent(run.firstChild, start, run.firstChild, start + words.length);
}"""


def slow(page: Page, milliseconds: int) -> None:
    """Let each answer come that much later."""
    network = {"offline": False, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", network)


def mark(page: Page, article: Article, words: str, key: str = "h") -> None:
    """Select words at once, without a mouse, and press the key that marks them."""
    page.evaluate(SELECT, [article.pk, words])
    page.keyboard.press(key)


def quotes() -> list[str]:
    """Return the words of all highlights in the order in which they were drawn."""
    lines = Activity.objects.filter(verb=Verb.DRAWN).order_by("id")
    return [Highlight.objects.get(pk=line.object_id).anchor.quote for line in lines]
