/**
 * Half-written text is not lost. What is changed and unsent on a card marked `data-drafts` (its value: whose they are)
 * is kept for the session, and is back wherever that card is opened again. Any other form asks before it is left.
 */
import { changedSince, fieldsOf, goByBeginning, noted, put, unsent } from "newsroom/lib/drafts.js";

const KEEPS = "[data-drafts]";
const CHANGED = "What you had begun to write was changed meanwhile: read what stands there now before you save.";
let leaving = null;

/** Note what is begun on the cards in `place`, except in the form `sent`. */
export function keep(place, sent) {
  for (const card of place.querySelectorAll(KEEPS)) {
    const drafts = noted(draftsOf(card), fieldsIn(card), sent);
    sessionStorage.setItem(shelf(card), JSON.stringify(drafts));
  }
}

/** Put what was begun into the cards in `place` again. */
export function giveBack(place) {
  for (const card of place.querySelectorAll(KEEPS)) {
    const drafts = draftsOf(card);
    const begun = fieldsIn(card).filter((field) => put(field, drafts));
    for (const field of begun) field.closest("details")?.setAttribute("open", "");
    const outdated = begun.filter((field) => changedSince(field, drafts));
    for (const field of outdated) goByBeginning(field, drafts);
    if (outdated.length) document.getElementById("said").append(" ", CHANGED);
  }
}

function draftsOf(card) {
  return JSON.parse(sessionStorage.getItem(shelf(card)) ?? "{}");
}

function shelf(card) {
  return `newsroom:drafts:${card.dataset.drafts}`;
}

function fieldsIn(card) {
  return [...card.querySelectorAll("form")].flatMap(fieldsOf);
}

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  keep(detail.target, detail.requestConfig.elt.closest("form"));
});
document.body.addEventListener("htmx:afterSwap", ({ target, detail }) => {
  if (target === detail.target) giveBack(target);
});
addEventListener("pagehide", () => keep(document));
giveBack(document);

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) leaving = event.target;
});
addEventListener("beforeunload", (event) => {
  const left = [...document.forms].filter((form) => form !== leaving && !form.closest(KEEPS));
  leaving = null;
  if (left.some(unsent)) event.preventDefault();
});
