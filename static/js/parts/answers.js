/**
 * Answers to acts are put on the page without interrupting anybody: parts with an id take the place of their older
 * versions, a card that shows something else by now stays, and so does the form in which somebody writes.
 */
import { subjectOf, valueOf } from "newsroom/lib/acts.js";
import { nameOf } from "newsroom/lib/controls.js";
import { fieldInUse, graft } from "newsroom/lib/graft.js";
import { giveBack, keep } from "newsroom/parts/drafts.js";
import { noteFocus } from "newsroom/parts/focus.js";
import { renewReview } from "newsroom/parts/review-region.js";
import { keepSelection, pointerReleased } from "newsroom/parts/selection-keeper.js";

const AT_ONCE = { swapDelay: 0, settleDelay: 0 };

/** Paint the answer to `act`. With `opens`, its card may take the place of the card from which it was made. */
export async function paintAnswer(act, { html, events, highlight }, opens) {
  await pointerReleased();
  const restoreSelection = keepSelection();
  const parts = document.createElement("template");
  parts.innerHTML = html;
  const [main] = [...parts.content.children].filter((part) => !part.hasAttribute("hx-swap-oob"));
  if (act.drawn && highlight && highlight !== act.drawn) rename(act.drawn, highlight);
  if (main && isAskedFor(main, act)) paintMain(main, opens);
  paintOthers(parts.content);
  restoreSelection();
  document.dispatchEvent(new CustomEvent("news:painted"));
  for (const header of events) tellAll(header);
}

/** The part that the answer is about: a card of a passage or a claim, a list of candidates, or the list of possible contradictions. */
function paintMain(main, opens) {
  const card = document.getElementById("card");
  const shown = document.getElementById(main.id);
  main.remove();
  if (shown?.matches(".candidates") && quoteOf(shown) !== quoteOf(main)) return;
  if (shown?.matches("article.passage, article.claim-card")) graftCard(shown, main);
  else if (main.matches("article.claim-card")) return;
  else if (shown) swap(shown, main, "outerHTML", shown.contains(document.activeElement) && card?.contains(shown) ? card : shown);
  else if (card && opens && !unsentWords(card)) swap(card, main, "innerHTML", card);
}

/**
 * Of a review, the next question comes only if the page still asks the one that was answered. If that was answered in another
 * tab, about another story or all of them, the page asks for its own next question.
 */
function isAskedFor(main, act) {
  if (main.id !== "review") return true;
  const shown = document.getElementById("review");
  if (shown?.dataset.asks !== subjectOf(act)) return false;
  if (shown.dataset.story === (valueOf(act.fields, "story") ?? "")) return true;
  renewReview(shown);
  return false;
}

/** The words for which candidates are listed. */
function quoteOf(candidates) {
  return candidates.querySelector("blockquote").textContent;
}

/** The part that hears of the swap is `hears`: the card only if the focus was there, because it takes the focus. */
function swap(place, main, swapStyle, hears) {
  keep(hears);
  noteFocus(place);
  place.dispatchEvent(new CustomEvent("news:replacing"));
  htmx.swap(place, main.outerHTML, { swapStyle, ...AT_ONCE }, { eventInfo: { target: hears } });
}

/** Whether somebody writes in `place` just now, and has written something. */
function unsentWords(place) {
  const field = fieldInUse(place);
  return Boolean(field) && field.value !== (field.defaultValue ?? field.value);
}

/** Put a newer version of a card in place of the one that is shown, around the form in which somebody writes. */
export function graftCard(shown, fresh) {
  const control = shown.contains(document.activeElement) ? document.activeElement : null;
  const name = control?.matches("a[href], button, summary") ? nameOf(control) : null;
  keep(shown.parentElement);
  for (const part of graft(shown, fresh)) htmx.process(part);
  giveBack(shown.parentElement);
  if (name === null || control.isConnected) return;
  const heirs = [...shown.querySelectorAll("a[href], button, summary")];
  const heir = heirs.find((one) => nameOf(one) === name) ?? shown;
  heir.focus({ preventScroll: true });
  heir.scrollIntoView({ block: "nearest" });
}

/** Blocks of texts, strips, the codebook: those that the page has. What has forms is put around the one in use. */
export function paintOthers(parts) {
  // A swap of the body gives drafts back: those of now, and not what they were when a card was swapped before.
  keep(document);
  for (const part of parts.querySelectorAll("[hx-swap-oob][data-drafts]")) graftOther(part);
  for (const part of [...parts.children]) {
    const [, target] = (part.getAttribute("hx-swap-oob") ?? "").split(":");
    if (!document.querySelector(target ?? `#${CSS.escape(part.id)}`)) part.remove();
  }
  const holder = document.createElement("div");
  holder.append(parts);
  htmx.swap(document.body, holder.innerHTML, { swapStyle: "none", ...AT_ONCE }, { eventInfo: { target: document.body } });
}

function graftOther(part) {
  const shown = document.getElementById(part.id);
  part.remove();
  part.removeAttribute("hx-swap-oob");
  if (shown) graftCard(shown, part);
}

/** The highlight was there already, under another id. */
function rename(from, to) {
  for (const element of document.querySelectorAll("#card, #card *, news-desk")) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes(from)) element.setAttribute(name, value.replaceAll(from, to));
    }
  }
}

function tellAll(header) {
  const events = header.startsWith("{") ? JSON.parse(header) : Object.fromEntries(header.split(",").map((name) => [name.trim(), {}]));
  for (const [name, detail] of Object.entries(events)) htmx.trigger(document.body, name, detail);
}
