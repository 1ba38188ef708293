/** Forms of acts (`data-outbox`): what is sent is frozen when the button is pressed, and the form is ready for the next. */
import { newId } from "newsroom/lib/acts.js";
import { fieldsOf } from "newsroom/lib/drafts.js";

const TOKEN = "csrfmiddlewaretoken";
/** The fields that a form carries to say what its page showed: such a form changes something that is there already. */
const SEEN = "[name=version], [name^=seen_]";

/** The act that `form` asks for when `button` is pressed. */
export function actOf(form, button, person) {
  const fields = [...new FormData(form, button)].filter(([name]) => name !== TOKEN);
  const act = { id: newId(), person, url: button?.getAttribute("formaction") ?? form.getAttribute("action"), fields };
  if (form.matches("[data-draws]")) {
    act.drawn = newId();
    act.fields.push(["highlight", act.drawn]);
  }
  act.typed = fieldsOf(form).map((field) => ({ name: field.name, choice: choiceOf(field), value: valueOf(field), given: givenOf(field) }));
  act.words = wordsOf(form, button, Object.fromEntries(fields).quote);
  return act;
}

/** Make the form as it is before somebody writes in it; one that changes something shows what was sent. */
export function afterSending(form) {
  if (form.querySelector(SEEN)) showAsSent(form);
  else form.reset();
  const fold = form.closest("details");
  if (!fold) return;
  if (fold.contains(document.activeElement)) fold.querySelector("summary").focus();
  fold.open = false;
}

/** What was sent is what the form shows now, and what the person's next change of it goes by. */
function showAsSent(form) {
  for (const field of fieldsOf(form)) give(field, valueOf(field));
  for (const seen of form.querySelectorAll("[name^=seen_]")) {
    const field = form.elements[seen.name.slice("seen_".length)];
    if (field) seen.value = field.value;
  }
}

/** Put what was typed back into the form of a refused act, if it is on the page and nothing else was typed there. */
export function typeAgain(act) {
  const { typed = [] } = act;
  const form = formOf(act);
  if (!form || !typed.some(({ value, given }) => value !== given)) return;
  for (const { name, choice, value, given } of typed) {
    const field = fieldsOf(form).find((one) => one.name === name && choiceOf(one) === choice);
    if (!field || field === document.activeElement || valueOf(field) !== givenOf(field)) continue;
    give(field, given);
    set(field, value);
  }
  const fold = form.closest("details");
  if (fold) fold.open = true;
}

/** What was typed for a refused act is not wanted in the form any more, because another choice was made. */
export function forget(act) {
  formOf(act)?.reset();
}

/** The form on the page that would ask for the same act, or null: one of its address, about the same things. */
export function formOf({ url, fields }) {
  const sent = new Map(fields);
  const forms = [...document.querySelectorAll("form[data-outbox]")];
  const leads = (form) => form.getAttribute("action") === url || [...form.querySelectorAll("[formaction]")].some((button) => button.getAttribute("formaction") === url);
  const fixed = (form) => [...form.querySelectorAll("input[type=hidden]")].filter(({ name }) => ![TOKEN, "version", "leave"].includes(name) && !name.startsWith("seen_"));
  return forms.find((form) => leads(form) && fixed(form).every(({ name, value }) => sent.get(name) === value)) ?? null;
}

/** Whether an act of this form waits, and pressing its button again would only repeat it: nothing was changed since. */
export function repeats(form) {
  return form.hasAttribute("data-waiting") && fieldsOf(form).every((field) => valueOf(field) === givenOf(field));
}

/** The forms of a subject whose version was `seen` go by the version that the person's own act has left. */
export function followVersion(subject, seen, left) {
  if (left !== seen + 1) return;
  for (const form of document.querySelectorAll(`form[data-outbox][action*="${CSS.escape(subject)}"]`)) {
    const { version } = form.elements;
    if (version?.value === String(seen)) version.value = left;
  }
}

/** What the button says, and what was written: "Add tag: claims/number". */
function wordsOf(form, button, quote) {
  const label = (button ?? form.querySelector("button"))?.cloneNode(true);
  for (const aside of label?.querySelectorAll("kbd, .visually-hidden, [aria-hidden]") ?? []) aside.remove();
  const written = fieldsOf(form).filter((field) => field.matches("input, textarea") && !field.matches("[type=radio], [type=checkbox]"));
  const words = written.map((field) => field.value.trim()).filter(Boolean);
  if (form.matches("[data-draws]")) words.push(quote);
  return [label?.getAttribute("aria-label") ?? label?.textContent.trim(), ...words.slice(0, 1)].filter(Boolean).join(": ");
}

/** Which of the radio buttons of its name a field is, else null. */
function choiceOf(field) {
  return field.type === "radio" ? field.value : null;
}

function valueOf(field) {
  return field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value;
}

function givenOf(field) {
  if (field.matches("[type=checkbox], [type=radio]")) return field.defaultChecked;
  return field.options ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value : field.defaultValue;
}

function give(field, value) {
  if (field.matches("[type=checkbox], [type=radio]")) field.defaultChecked = value;
  else if (field.options) for (const option of field.options) option.defaultSelected = option.value === value;
  else field.defaultValue = value;
}

function set(field, value) {
  if (field.matches("[type=checkbox], [type=radio]")) field.checked = value;
  else field.value = value;
}
