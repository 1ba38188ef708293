/**
 * A newer version of a part of the page takes the place of the older one, except for the form in which somebody writes:
 * that stays the same element, with its caret and its words. It changes nothing except the two elements.
 */
const WRITING = "input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select, [contenteditable]";

/** The field in which somebody writes inside `place`, or null. */
export function fieldInUse(place) {
  const field = document.activeElement;
  return field && place.contains(field) && field.matches(WRITING) ? field : null;
}

/** Put the children of `fresh` in place of those of `old`, and return the elements that are new on the page. */
export function graft(old, fresh) {
  const form = fieldInUse(old)?.closest("form, fieldset, details") ?? null;
  return graftAround(old, fresh, form);
}

function graftAround(old, fresh, kept) {
  for (const { name, value } of [...fresh.attributes]) old.setAttribute(name, value);
  const before = byKey([...old.children]);
  const came = [];
  let last = null;
  for (const child of [...fresh.children]) {
    const was = take(before, child);
    const stays = was && kept && was.contains(kept);
    if (stays && was !== kept && was.tagName === child.tagName) came.push(...graftAround(was, child, kept));
    else if (!stays) {
      if (was) unfoldAs(was, child);
      if (was) was.replaceWith(child);
      else if (last) last.after(child);
      else old.prepend(child);
      came.push(child);
    }
    last = stays ? was : child;
  }
  for (const gone of [...before.values()].flat()) if (!kept || !gone.contains(kept)) gone.remove();
  return came;
}

/** What was unfolded stays unfolded. */
function unfoldAs(was, child) {
  const summaries = (place) => [...place.querySelectorAll("details")].concat(place.matches("details") ? place : []);
  const open = new Set(summaries(was).filter((fold) => fold.open).map(nameOf));
  for (const fold of summaries(child)) if (open.has(nameOf(fold))) fold.open = true;
}

function nameOf(fold) {
  return fold.dataset.part ?? fold.querySelector("summary")?.textContent.trim();
}

function byKey(children) {
  const found = new Map();
  for (const child of children) found.set(keyOf(child), [...(found.get(keyOf(child)) ?? []), child]);
  return found;
}

function take(before, child) {
  const alike = before.get(keyOf(child)) ?? [];
  const was = alike.shift();
  if (!alike.length) before.delete(keyOf(child));
  return was;
}

/** By what a part is known again: its label or its part of the card; a form by its address. */
function keyOf(element) {
  const { tagName, dataset } = element;
  return [tagName, element.getAttribute("aria-label") ?? dataset.part ?? element.getAttribute("action") ?? ""].join(" ");
}
