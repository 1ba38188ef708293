/** The selection and the caret in a text stay where they are while the text under them is painted again. */
import { offsetOf, pointAt } from "newsroom/lib/places.js";

/** Note what is selected now. The function that is returned selects it again, if the page has lost it meanwhile. */
export function keepSelection() {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const prose = anchorNode && (anchorNode.parentElement ?? anchorNode).closest("news-prose");
  if (!prose || !prose.contains(focusNode)) return () => {};
  const [anchor, focus] = [offsetOf(anchorNode, anchorOffset, prose), offsetOf(focusNode, focusOffset, prose)];
  return () => {
    const isThere = selection.anchorNode === anchorNode && selection.focusNode === focusNode && prose.contains(anchorNode);
    if (isThere || anchor === null || focus === null) return;
    const from = pointAt(prose, anchor, anchor > focus);
    const to = pointAt(prose, focus, focus > anchor);
    if (from && to) selection.setBaseAndExtent(...from, ...to);
  };
}

/** Resolves as soon as no pointer is pressed: a text that is painted again would break the selection being dragged. */
export function pointerReleased() {
  if (!pressed) return Promise.resolve();
  return new Promise((resolve) => {
    for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => requestAnimationFrame(resolve), { once: true });
  });
}

let pressed = false;
addEventListener("pointerdown", () => (pressed = true), true);
for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => (pressed = false), true);
