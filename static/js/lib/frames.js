/** Frames of the page, and what has to wait for them. */

/**
 * Do `scroll` now, and again two frames later: paragraphs far away are laid out only when they come near
 * (`content-visibility`), and those above what was scrolled to may then push it away again.
 */
export function steadily(scroll) {
  scroll();
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}
