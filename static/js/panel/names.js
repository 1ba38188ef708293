/**
 * The curator's panel: names for the fields that select2 makes of choices. It leaves them without any, so that a screen
 * reader would hear "text field" and nothing else.
 */
function name(within) {
  for (const select of within.querySelectorAll("select.admin-autocomplete")) {
    const field = select.nextElementSibling;
    const label = select.labels[0]?.textContent.trim().replace(/:$/, "");
    if (!label || !field?.matches(".select2")) continue;
    for (const part of field.querySelectorAll('[role="combobox"], [role="textbox"]')) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", label);
    }
  }
}

// The panel's own jQuery runs what is asked of it in order: after select2 has made its fields.
window.django?.jQuery?.(() => name(document));
document.addEventListener("formset:added", (event) => name(event.target));
