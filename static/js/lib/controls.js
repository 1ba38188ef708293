/** What a control is called. Pure. */

/**
 * What a control is called wherever it stands again: where its form (or its link) leads, and its name; a button or a
 * link without a name goes by its words.
 */
export function nameOf(control) {
  const to = control.form?.getAttribute("action") ?? control.getAttribute("href") ?? "";
  return `${to} ${control.name || control.textContent.trim()}`;
}
