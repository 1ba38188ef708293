/** The geometry of threads: where a passage meets its pane's edge, and the curve between two of them. Pure. */

/**
 * The end of a thread on one side. `mark` and `view` (the pane's visible text) are rectangles `{left, right, top, bottom}`;
 * `towards` is the other pane's middle (x). Out of sight, the end rests on the pane's rim and is `faint`.
 */
export function end(mark, view, towards) {
  const middle = (mark.top + mark.bottom) / 2;
  const y = Math.min(Math.max(middle, view.top + 3), view.bottom - 3);
  const rightwards = towards >= (view.left + view.right) / 2;
  const x = rightwards ? Math.min(mark.right, view.right) : Math.max(mark.left, view.left);
  return { x, y, faint: y !== middle };
}

/** How strongly a thread is drawn (0 to 1): one with both ends out of sight only where it is `chosen`. */
export function strength(a, b, chosen) {
  if (a.faint && b.faint) return chosen ? 0.35 : 0;
  return a.faint || b.faint ? (chosen ? 0.7 : 0.25) : 0.9;
}

/** The four points of a cubic Bézier curve from `a` to `b`, leaving and arriving level. */
export function curve(a, b) {
  const pull = Math.max(24, Math.abs(b.x - a.x) / 2) * (b.x >= a.x ? 1 : -1);
  return [a.x, a.y, a.x + pull, a.y, b.x - pull, b.y, b.x, b.y];
}

/** The dashes that tell the relations apart without colour. */
export const DASHES = {
  corroborates: [],
  contradicts: [8, 4],
  repeats: [2, 4],
  updates: [10, 3, 2, 3],
  context: [1, 5],
};
