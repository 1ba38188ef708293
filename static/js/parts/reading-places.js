/**
 * Where somebody has read to in each article, kept for the session: the block at the top of the text, and how far it is
 * scrolled past. Unlike a number of pixels, this is the same place when the pane has another width.
 */
import { steadily } from "newsroom/lib/frames.js";

/** Note where the text of `pane` is scrolled to. */
export function keepPlace(pane) {
  if (!pane.querySelector("news-prose").clientHeight) return;
  const place = placeIn(pane);
  if (place) sessionStorage.setItem(shelf(pane), JSON.stringify(place));
  else sessionStorage.removeItem(shelf(pane));
}

/** Scroll the text of `pane` to where it was. */
export function restorePlace(pane) {
  goTo(pane, JSON.parse(sessionStorage.getItem(shelf(pane)) ?? "{}"));
}

/** Scroll the text of `pane` to a place of an older revision of it: to the paragraph of the same number. */
export function goToAlike(pane, place) {
  if (place) goTo(pane, { ...place, block: place.block.replace(/^r\d+/u, `r${pane.dataset.revision}`) });
}

/** The place to which the text of `pane` is scrolled, or null if it is at its top. */
export function placeIn(pane) {
  const prose = pane.querySelector("news-prose");
  const { top } = prose.getBoundingClientRect();
  const block = blockAt(prose, top);
  return prose.scrollTop && block ? { block: block.id, by: top - block.getBoundingClientRect().top } : null;
}

function goTo(pane, { block, by }) {
  const prose = pane.querySelector("news-prose");
  const top = block && prose.querySelector(`#${CSS.escape(block)}`);
  if (!top) return;
  steadily(() => (prose.scrollTop += top.getBoundingClientRect().top + by - prose.getBoundingClientRect().top));
}

/** The first block of the text that ends below `top`. Blocks stand below one another, so half of them are left each time. */
function blockAt(prose, top) {
  const blocks = prose.querySelectorAll(".block");
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (blocks[middle].getBoundingClientRect().bottom > top) to = middle;
    else from = middle + 1;
  }
  return blocks[from];
}

function shelf(pane) {
  return `newsroom:place:${pane.dataset.revision}`;
}
