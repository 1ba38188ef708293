/**
 * Drafts: what a person changed in a form and has not sent, as `{name: {held, given, version}}` by the names of controls;
 * `version` only where the form carries one.
 */
import { nameOf } from "newsroom/lib/controls.js";

/** The fields of a form that a person fills in. */
export function fieldsOf(form) {
  return [...form.elements].filter((control) => control.matches("input:not([type=hidden]), select, textarea"));
}

/** Whether a person's changes would be lost with the form; one that only asks (`get`) has nothing to lose. */
export function unsent(form) {
  return form.getAttribute("method") === "post" && fieldsOf(form).some(changed);
}

/**
 * `drafts` after a look at `fields`: with those that are changed and not of the form just `sent`, without the rest of
 * them. Drafts of other fields stay.
 */
export function noted(drafts, fields, sent = null) {
  const now = { ...drafts };
  for (const field of fields) {
    if (changed(field) && field.form !== sent) now[nameOf(field)] = draftOf(field);
    else delete now[nameOf(field)];
  }
  return now;
}

/** Put the field's draft into it; false where there is none, or it is a choice that is not offered any more. */
export function put(field, drafts) {
  const draft = drafts[nameOf(field)];
  if (!draft) return false;
  if (ticks(field)) field.checked = draft.held === "true";
  else if (!field.options || [...field.options].some(({ value }) => value === draft.held)) field.value = draft.held;
  return changed(field);
}

/** Whether the field was given something else when its draft was begun: somebody changed it meanwhile. */
export function changedSince(field, drafts) {
  const draft = drafts[nameOf(field)];
  return Boolean(draft) && draft.given !== given(field);
}

/**
 * Let the form go by what it showed when the field's draft was begun: its version, and what stood in the field. So the
 * server can tell that somebody changed it meanwhile.
 */
export function goByBeginning(field, drafts) {
  const draft = drafts[nameOf(field)];
  const { version, [`seen_${field.name}`]: seen } = field.form.elements;
  give(field, draft.given);
  put(field, drafts);
  if (version && draft.version) version.value = draft.version;
  if (seen) seen.value = draft.given;
}

function draftOf(field) {
  const draft = { held: held(field), given: given(field) };
  const version = field.form.elements.version?.value;
  return version ? { ...draft, version } : draft;
}

function changed(field) {
  return held(field) !== given(field);
}

/** What the field holds, as a string; of a box to tick, whether it is ticked. */
function held(field) {
  return ticks(field) ? String(field.checked) : field.value;
}

/** What it held when it came from the server. */
function given(field) {
  if (ticks(field)) return String(field.defaultChecked);
  if (!field.options) return field.defaultValue;
  const options = [...field.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

function give(field, value) {
  if (ticks(field)) field.defaultChecked = value === "true";
  else if (field.options) for (const option of field.options) option.defaultSelected = option.value === value;
  else field.defaultValue = value;
}

function ticks(field) {
  return field.type === "checkbox" || field.type === "radio";
}
