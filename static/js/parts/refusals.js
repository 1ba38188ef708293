/**
 * What was refused, with the words that were typed and what was built on it: shown until it is dismissed, sent again, or
 * done to another highlight.
 */
import { builtOn, renamed } from "newsroom/lib/acts.js";

/** Show the refused acts in `region`. Those that are shown already stay as they are. */
export function showRefusals(region, refused) {
  const told = refused.filter(({ refusal }) => refusal.html !== undefined);
  for (const shown of [...region.children]) if (!told.some(({ id }) => id === shown.dataset.refused)) shown.remove();
  for (const act of told) {
    const shown = [...region.children].find((one) => one.dataset.refused === act.id);
    const now = shownRefusal(act, refused);
    if (!shown) region.append(now);
    else if (shown.textContent !== now.textContent) shown.replaceWith(now);
  }
}

function shownRefusal(act, refused) {
  const place = document.createElement("div");
  place.dataset.refused = act.id;
  place.innerHTML = act.refusal.html;
  const built = refused.filter(({ refusal }) => refusal.because === act.id);
  const lost = [act, ...built].filter(({ undoes }) => !undoes).map(({ words }) => words);
  const alert = place.querySelector(".alert") ?? place;
  if (lost.length && !place.querySelector("[data-instead]")) alert.append(list("Not saved:", lost));
  else if (built.length) alert.append(list("This waits for it:", built.map(({ words }) => words)));
  return place;
}

function list(title, lines) {
  const part = document.createElement("div");
  part.className = "kept";
  const items = document.createElement("ul");
  items.append(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  part.append(title, items);
  return part;
}

/** Forget a refused act, and what was built on it. */
export async function dismiss(outbox, act) {
  for (const gone of [act, ...builtOn(act, outbox.refused)]) await outbox.store.remove(gone);
  await outbox.changed();
}

/** Send a refused act again with these fields in place of its own of these names, and what was built on it. They go to the end. */
export async function sendAgain(outbox, act, fields) {
  for (const one of [act, ...builtOn(act, outbox.refused)]) {
    const { refusal, number, ...again } = one;
    if (one === act) again.fields = [...again.fields.filter(([name]) => !(name in fields)), ...Object.entries(fields)];
    await outbox.store.add(again);
    await outbox.store.remove(one);
  }
  await outbox.changed();
}

/** Send what was offered in place of a refused act: the same act with other values, or another act. */
export function resend(outbox, act, { fields, url, alone }) {
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  if (url) act.url = url;
  if (alone) act.fields = [];
  return sendAgain(outbox, act, values);
}

/** Use another highlight in place of the one that the refused `act` wanted to draw. */
export async function useInstead(outbox, act, highlight) {
  for (const one of builtOn(act, outbox.refused)) {
    const { refusal, ...again } = renamed(one, act.drawn, highlight);
    await outbox.store.put(again);
  }
  await outbox.store.remove(act);
  await outbox.changed();
}
