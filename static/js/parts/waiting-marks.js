/**
 * What waits is painted from the outbox itself: words that were marked, as CSS Custom Highlights, and on the open card
 * what was written. So it is there at once, after each swap, and after a reload.
 */
import { rangeOf } from "newsroom/lib/places.js";
import { valueOf } from "newsroom/lib/acts.js";
import { formOf } from "newsroom/parts/act-forms.js";

export function paintWaiting(acts) {
  paintWords(acts.filter(({ drawn }) => drawn));
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

/** The form from which an act was made says what waits; where the act was written, in its words. */
function paintForm(act) {
  const form = formOf(act);
  if (!form || form.matches("[data-undoes]") || form.matches("[data-draws]")) return;
  form.setAttribute("data-waiting", "");
  if (!act.typed?.some(({ value }) => typeof value === "string" && value)) return;
  const line = document.createElement("p");
  line.className = "waiting";
  line.textContent = act.words;
  (form.closest("details") ?? form).before(line);
}
