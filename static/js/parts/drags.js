/**
 * Selecting with the pointer stays in the text where it began. Where the pointer leaves it, the selection ends at the
 * nearest place inside, and it holds whole words. By itself the browser would select to the end of the article, or into the next one.
 */
import { snapToWords } from "newsroom/parts/word-snap.js";

export function keepDragInside(prose) {
  prose.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const leaving = new AbortController();
    const { signal } = leaving;
    // The browser moves the selection after this event and before the next frame.
    document.addEventListener("pointermove", (move) => requestAnimationFrame(() => signal.aborted || pullBack(prose, move)), { signal });
    const lifted = (up) => {
      leaving.abort();
      pullBack(prose, up);
      // With Alt the selection stays as it was dragged.
      if (!up.altKey) snapToWords(prose);
    };
    document.addEventListener("pointerup", lifted, { signal, capture: true });
    document.addEventListener("pointercancel", () => leaving.abort(), { signal });
  });
}

/** End the selection at the place in the text that is nearest to the pointer. */
function pullBack(prose, { clientX, clientY }) {
  const selection = document.getSelection();
  if (!selection.rangeCount || !prose.contains(selection.anchorNode)) return;
  const view = prose.getBoundingClientRect();
  // The paragraphs are narrower than what shows them, over whose edge the strip lies.
  const lines = prose.firstElementChild.getBoundingClientRect();
  const x = within(clientX, lines.left + 1, lines.right - 1);
  const y = within(clientY, view.top + 1, view.bottom - 1);
  if (x === clientX && y === clientY) return;
  const place = placeAt(x, y);
  if (place && prose.contains(place.node)) selection.extend(place.node, place.offset);
}

function within(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

/** The place in a text at a point of the window, as `{node, offset}`, or null. */
function placeAt(x, y) {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
