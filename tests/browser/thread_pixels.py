"""Count the inked pixels of the canvas on which threads are drawn."""

from playwright.sync_api import Page

PIXELS = """() => {
  const canvas = document.querySelector("canvas.threads");
  if (!canvas.width) return 0;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (let at = 3; at < data.length; at += 4) drawn += data[at] > 0;
  return drawn;
}"""


def drawn_pixels(page: Page) -> int:
    """Return how many pixels of the threads' canvas are inked after the next frame."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return int(page.evaluate(PIXELS))
