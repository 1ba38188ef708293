/** Where a swap takes away the control that had the focus, it goes to the same control again, or to what came instead. */
import { nameOf } from "newsroom/lib/controls.js";

const CONTROLS = "a[href], button, input, select, textarea";
let lost = null;

document.body.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => noteFocus(target));

document.body.addEventListener("htmx:afterSettle", () => {
  const heir = lost && document.activeElement === document.body && heirOf(lost);
  lost = null;
  if (!heir) return;
  heir.focus({ preventScroll: true });
  heir.scrollIntoView({ block: "nearest" });
});

/** Note which control in `target` has the focus, before what is in it is swapped. */
export function noteFocus(target) {
  const control = document.activeElement;
  lost = target.contains(control) ? { place: target.id, name: nameOf(control) } : null;
}

/** The same control, or the summary it is folded under; else the section that came (its `tabindex` is -1). */
function heirOf({ place, name }) {
  const came = document.getElementById(place);
  if (!came) return null;
  const again = [...came.querySelectorAll(CONTROLS)].find((control) => nameOf(control) === name);
  const folds = again?.closest("details:not([open])")?.querySelector("summary");
  return folds ?? again ?? (came.matches("[tabindex='-1']") ? came : came.querySelector("[tabindex='-1']"));
}
