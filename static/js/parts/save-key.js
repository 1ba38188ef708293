/** Ctrl+Enter (or Command+Enter) saves the form in which somebody writes. */

const WRITING = "textarea, select, input:not([type=radio], [type=checkbox], [type=search])";

document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, defaultPrevented, target } = event;
  if (key !== "Enter" || !(ctrlKey || metaKey) || defaultPrevented || !target.matches(WRITING)) return;
  const button = saving(target.form);
  if (!button) return;
  event.preventDefault();
  button.click();
});

/** The button that saves the form: the only one that sends it, or the one that stands out. A choice of several is none. */
function saving(form) {
  const buttons = [...(form?.elements ?? [])].filter((control) => control.type === "submit" && !control.hidden);
  const primary = buttons.filter((button) => button.matches(".primary"));
  return [buttons, primary].find((some) => some.length === 1)?.[0] ?? null;
}
