/** The region of a review is asked for again, because an answer or a refusal says that what it shows is not what is left. */
import { subjectOf } from "newsroom/lib/acts.js";

const CONFLICT = 409;

/** After a refusal because somebody else was first, show what is left. */
export function heardRefusal(act, status) {
  const shown = document.getElementById("review");
  if (!shown || status !== CONFLICT || !act.url.startsWith("/review/")) return;
  if (shown.dataset.asks === subjectOf(act)) renewReview(shown);
  else renewList(shown);
}

/** Show the next question of this page: its own scope, and not the one of a page in another tab. */
export function renewReview(shown) {
  const next = shown.querySelector('.buttons [data-key="j"]')?.href ?? location.pathname;
  return ask(next, "#review");
}

/** Another passage is looked at by now: only the list beside it is new. */
function renewList(shown) {
  return ask(`${location.pathname}?h=${shown.dataset.asks}`, "#review .review-list");
}

function ask(url, part) {
  return htmx.ajax("GET", url, { source: part, target: part, select: part, swap: "outerHTML" }).catch(() => {});
}
