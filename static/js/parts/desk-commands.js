/**
 * What the commands of the desk do. The list of keys, which the server prints, names them. What concerns words acts on
 * those that are selected; only if there are none, on the chosen passage. Each returns whether it did something.
 */
import { step } from "newsroom/parts/stepping.js";

/** Commands of the bar at the selected words, with what they do to the chosen passage. */
const ON_WORDS_OR_PASSAGE = {
  highlight: () => false,
  tag: (desk) => desk.rail.open("tag"),
  note: (desk) => desk.rail.open("note"),
  claim: (desk) => desk.rail.open("claim"),
  link: (desk) => click(desk, '#card [data-act="link"]'),
  find: (desk) => click(desk, '#card [data-act="find"]'),
};

const OTHERS = {
  edges: (desk) => editEdges(desk),
  teller: (desk) => correct(desk, "teller"),
  attribution: (desk) => correct(desk, "attribution"),
  confirm: (desk) => click(desk, '#card [data-act="confirm"]'),
  withdraw: (desk) => click(desk, "[data-withdraw] button"),
  next: (desk) => step(desk, 1),
  previous: (desk) => step(desk, -1),
  next_pane: (desk) => did(desk.panes.next(1)),
  previous_pane: (desk) => did(desk.panes.next(-1)),
  next_article: (desk) => desk.panes.turn("next"),
  previous_article: (desk) => desk.panes.turn("prev"),
  fold: (desk) => click(desk, '[data-act="fold"]'),
  search: (desk) => click(desk, '[data-act="search"]'),
  undo: (desk) => takeBack(desk, "undo"),
  redo: (desk) => takeBack(desk, "redo"),
  keys: (desk) => click(desk, '[data-act="keys"]'),
  cancel: (desk) => cancel(desk),
};

export const COMMANDS = { ...ON_WORDS_OR_PASSAGE, ...OTHERS };

/** Give `command`; true where it did something. */
export function give(desk, command) {
  const onWords = command in ON_WORDS_OR_PASSAGE && desk.bar?.command(command);
  return Boolean(onWords || COMMANDS[command](desk));
}

/**
 * The tag of `digit`: the selected words are marked with it; else the chosen passage gets it, or loses it if it has it.
 * False where no tag has the digit, or there is nothing to tag.
 */
export function tagByDigit(desk, digit) {
  if (desk.bar?.press(digit)) return true;
  const tag = desk.bar?.tagOf(digit);
  const form = tag && desk.querySelector("#card form[data-by-digit]");
  if (!form) return false;
  const label = desk.querySelector(`#card [data-tag="${CSS.escape(tag.id)}"]`);
  if (label) return click(label, "button");
  form.elements.tag.value = tag.id;
  form.querySelector("button").textContent = `Add tag: ${tag.path}`;
  form.requestSubmit();
  return true;
}

/** Edit the edges of the chosen passage; while they are edited, turn to the other one. */
function editEdges(desk) {
  if (desk.mode === "editing" && desk.bar.passage) return did(desk.edges.turn());
  return click(desk, '#card [data-act="edges"]');
}

/** What is typed takes the place of what was guessed. */
function correct(desk, part) {
  return desk.rail.open(part) && did(document.activeElement.select());
}

/** After a refusal, undo and redo leave the act that stays, and go on. The refusal stands outside the desk. */
function takeBack(desk, act) {
  return click(document.getElementById("refusals"), `[data-act="${act}-next"]`) || click(desk, `[data-act="${act}"]`);
}

/** Cancel what is under way and go back to the text. */
function cancel(desk) {
  const { bar, mode, panes, rail, chosen } = desk;
  const idle = mode === "reading" && !rail.linking && (bar?.hidden ?? true);
  desk.lock?.release();
  desk.read();
  bar?.dismiss();
  panes.focus();
  if (chosen && !idle) desk.choose(chosen);
  return true;
}

function click(place, selector) {
  const button = place.querySelector(selector);
  button?.click();
  return Boolean(button);
}

/** What was done has no answer, and did something. */
function did(_nothing) {
  return true;
}
