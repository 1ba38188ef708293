/**
 * The buttons of undo and redo say what they will take, before they do. The server names it; an act of this page that was
 * made since is the next one, and is named at once.
 */
const NOTHING = "There is nothing to do again";

/** Name what undo and redo of `desk` take next. */
export function nameUndo(desk) {
  if (!desk.querySelector("#undo-names")) return;
  let last = showNames(desk);
  document.addEventListener("news:acted", ({ detail: { act } }) => {
    if (!act.undoes) say(desk, `Undo: ${act.words}`, NOTHING);
  });
  document.addEventListener("news:refused", () => (last = showNames(desk)));
  // An answer that names nothing new leaves the name of an act that was made since.
  document.addEventListener("news:painted", () => {
    const { undo, redo } = desk.querySelector("#undo-names").dataset;
    if (undo + redo !== last) last = showNames(desk);
  });
}

function showNames(desk) {
  const { undo, redo } = desk.querySelector("#undo-names").dataset;
  say(desk, undo, redo);
  return undo + redo;
}

function say(desk, undo, redo) {
  desk.querySelector('[data-act="undo"]').title = `${undo} (Ctrl+Z)`;
  desk.querySelector('[data-act="redo"]').title = `${redo} (Ctrl+Shift+Z)`;
}
