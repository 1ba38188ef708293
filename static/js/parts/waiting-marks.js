/**
 * What waits is painted from the outbox itself: words that were marked, as CSS Custom Highlights, and on the open card
 * what was written. So it is there at once, after each swap, and after a reload.
 */
import { rangeOf } from "newsroom/lib/places.js";
import { subjectOf, valueOf } from "newsroom/lib/acts.js";
import { formOf } from "newsroom/parts/act-forms.js";

export function paintWaiting(acts) {
  paintWords(acts.filter(({ drawn }) => drawn));
  paintEdges(acts.filter(({ url }) => url.endsWith("/edges/")));
  paintWithdrawals(acts.filter(({ url }) => /\/highlights\/[^/]+\/withdraw\/$/u.test(url)));
  for (const line of document.querySelectorAll("p.waiting")) line.remove();
  for (const form of document.querySelectorAll("form[data-waiting]")) form.removeAttribute("data-waiting");
  for (const act of acts) paintForm(act);
}

function paintWords(drawings) {
  const ranges = [];
  for (const { fields, drawn } of drawings) {
    for (const pane of document.querySelectorAll(`.pane[data-revision="${CSS.escape(valueOf(fields, "revision"))}"]`)) {
      const prose = pane.querySelector("news-prose");
      const isPainted = prose.querySelector(`mark[data-h~="${CSS.escape(drawn)}"]`);
      const range = !isPainted && rangeOf(prose, Number(valueOf(fields, "start")), Number(valueOf(fields, "end")));
      if (range) ranges.push(range);
    }
  }
  CSS.highlights.set("waiting", new Highlight(...ranges));
}

/** New edges that wait stand in the text as words that wait to be marked, and on the card in words. */
function paintEdges(moves) {
  for (const act of moves) {
    const id = subjectOf(act);
    const prose = document.querySelector(`news-prose:has(mark[data-h~="${CSS.escape(id)}"])`);
    const range = prose && rangeOf(prose, Number(valueOf(act.fields, "start")), Number(valueOf(act.fields, "end")));
    if (range) CSS.highlights.get("waiting").add(range);
    document.querySelector(`#card [data-highlight="${CSS.escape(id)}"] blockquote`)?.after(lineOf(act));
  }
}

/** What waits to be withdrawn is struck out. */
function paintWithdrawals(withdrawals) {
  const ranges = withdrawals.flatMap((act) => [...document.querySelectorAll(`news-prose mark[data-h~="${CSS.escape(subjectOf(act))}"]`)].map(rangeAround));
  CSS.highlights.set("leaving", new Highlight(...ranges));
}

function rangeAround(mark) {
  const range = document.createRange();
  range.selectNodeContents(mark);
  return range;
}

/** The form from which an act was made says what waits, in its words. */
function paintForm(act) {
  const form = formOf(act);
  if (!form || form.matches("[data-undoes]") || form.matches("[data-draws]")) return;
  form.setAttribute("data-waiting", "");
  (form.closest("details, ul, .card-acts") ?? form).before(lineOf(act));
}

function lineOf({ words }) {
  const line = document.createElement("p");
  line.className = "waiting";
  line.textContent = words;
  return line;
}
