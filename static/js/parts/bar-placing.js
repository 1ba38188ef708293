/** Where the bar stands on the page: what is measured for `barPlace`, and what follows from it. */
import { barPlace, GAP } from "newsroom/lib/bar-place.js";

/** Between the bar and the edges of the pane, in pixels. */
const EDGE = 4;

/** Place the bar at the words of `range` in `prose`, inside their pane; where none is in sight, neither is the bar. */
export function placeBar(bar, range, prose) {
  const lines = prose ? [...range.getClientRects()].filter(({ width }) => width) : [];
  bar.toggleAttribute("data-away", !lines.length);
  if (!lines.length) return;
  const pane = roomIn(prose);
  bar.style.maxWidth = `${pane.right - pane.left}px`;
  tighten(bar);
  const gap = matchMedia("(pointer: coarse)").matches ? GAP.coarse : GAP.fine;
  const measured = { first: lines[0], last: lines.at(-1), text: prose.getBoundingClientRect(), pane, size: bar.getBoundingClientRect(), gap };
  const place = barPlace(measured);
  bar.toggleAttribute("data-away", !place);
  if (!place) return;
  bar.style.top = `${place.top}px`;
  bar.style.left = `${place.left}px`;
}

/** Where the row is too long for the pane, it goes without the keys. */
function tighten(bar) {
  const row = bar.querySelector("[role=toolbar]");
  bar.removeAttribute("data-tight");
  bar.toggleAttribute("data-tight", row.scrollWidth > row.clientWidth);
}

/** The part of the pane that is in sight. */
function roomIn(prose) {
  const room = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
  for (const frame of [prose.closest(".pane"), prose.closest(".panes")].filter(Boolean)) {
    const { left, right, top, bottom } = frame.getBoundingClientRect();
    room.left = Math.max(room.left, left + EDGE);
    room.right = Math.min(room.right, right - EDGE);
    room.top = Math.max(room.top, top + EDGE);
    room.bottom = Math.min(room.bottom, bottom - EDGE);
  }
  return room;
}
