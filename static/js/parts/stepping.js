/** Stepping through the highlights of a pane in reading order. Those that wait to be saved stand among them. */
import { valueOf } from "newsroom/lib/acts.js";
import { steadily } from "newsroom/lib/frames.js";
import { rangeOf } from "newsroom/lib/places.js";

/** The act that draws the highlight `id` and is not answered yet, or undefined. */
export function drawingOf(id) {
  return drawings().find(({ drawn }) => drawn === id);
}

/** Choose the next highlight of the pane at hand (`by` is 1) or the previous one (-1). Returns false if there is none. */
export function step(desk, by) {
  const { prose, chosen } = desk;
  const focused = prose.find((text) => text.contains(document.activeElement));
  const text = focused ?? prose.find((one) => orderOf(one).includes(chosen)) ?? prose[0];
  const order = text ? orderOf(text) : [];
  if (!order.length) return false;
  const now = order.indexOf(chosen);
  const id = now < 0 ? order.at(by > 0 ? 0 : -1) : order[(now + by + order.length) % order.length];
  desk.choose(id);
  if (!text.light(id, { scroll: "center" })) showWords(text, drawingOf(id));
  return true;
}

/** The ids of the highlights of a text in reading order: the painted ones, and those whose drawing waits. */
function orderOf(text) {
  const { revision } = text.closest(".pane").dataset;
  const painted = text.order;
  const ids = new Set(painted.map(({ id }) => id));
  const waiting = drawings()
    .filter(({ drawn, fields }) => valueOf(fields, "revision") === revision && !ids.has(drawn))
    .map(({ drawn, fields }) => ({ id: drawn, start: Number(valueOf(fields, "start")) }));
  return [...painted, ...waiting].sort((a, b) => a.start - b.start).map(({ id }) => id);
}

/** Bring the words that wait to be marked into view. */
function showWords(text, drawing) {
  const range = drawing && rangeOf(text, Number(valueOf(drawing.fields, "start")), Number(valueOf(drawing.fields, "end")));
  const place = range?.startContainer.parentElement;
  if (place) steadily(() => place.scrollIntoView({ block: "center" }));
}

/** The acts that draw a highlight and whose answer the page does not show yet. */
function drawings() {
  const { painting, outbox } = document.querySelector("act-outbox");
  return [...painting, ...outbox.waiting].filter(({ drawn }) => drawn);
}
