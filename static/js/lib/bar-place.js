/** Where the bar stands at selected words. Pure: all boxes are in pixels of the window. */

/** Between the bar and the words; under a finger, whose handles hang below the words, more. */
export const GAP = { fine: 6, coarse: 28 };

/**
 * The place `{left, top}` of a bar of `size`, inside `pane`: below the `last` line of the words, else above the line before
 * the `first` one, else at the foot of the pane. Null if `text`, the part of the pane that shows the text, shows none of
 * the words.
 */
export function barPlace({ first, last, text, pane, size, gap = GAP.fine }) {
  if (last.bottom <= text.top || first.top >= text.bottom) return null;
  const left = Math.max(pane.left, Math.min(last.right - size.width / 2, pane.right - size.width));
  const below = last.bottom + gap;
  if (last.bottom <= text.bottom && below + size.height <= pane.bottom) return { left, top: below };
  const lineHeight = first.bottom - first.top;
  const above = first.top - lineHeight - gap - size.height;
  if (first.top >= text.top && above >= pane.top) return { left, top: above };
  return { left, top: pane.bottom - size.height };
}
