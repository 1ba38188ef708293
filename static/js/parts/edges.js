/**
 * New edges for a highlight: its words are selected, and while other edges are chosen, the form of the selection bar moves
 * them instead of drawing.
 */
import { spanOf } from "newsroom/lib/places.js";

const CHOOSE = "Editing edges: Shift and the arrows move the end, e turns to the beginning. Or select the passage again. Enter saves, Esc cancels.";
const CHOOSE_BY_TOUCH = "Editing edges: drag the ends of the selection, then save.";
const ELSEWHERE = "These words stand in another article than the passage: select them in its own. Esc cancels.";

export class Edges {
  constructor(desk) {
    this.desk = desk;
    desk.addEventListener("news:acting", (event) => this.retarget(event));
  }

  /** Choose new edges for the open highlight: the bar then offers to save the selection as such. */
  edit(button) {
    this.desk.enter("editing", matchMedia("(pointer: coarse)").matches ? CHOOSE_BY_TOUCH : CHOOSE);
    const { url, version } = button.dataset;
    this.edited = { url, version, article: button.closest("[data-article]").dataset.article };
    this.desk.bar.edit(true);
    this.select();
  }

  /** Select the words of the chosen highlight, so that the keys of the caret move its end. */
  select() {
    const { desk } = this;
    const prose = desk.prose.find((text) => text.marks(desk.chosen).length);
    if (!prose) return;
    const marks = [...prose.marks(desk.chosen)];
    prose.focus({ preventScroll: true });
    const selection = document.getSelection();
    selection.setBaseAndExtent(...firstPoint(marks[0]), ...lastPoint(marks.at(-1)));
    this.edited.span = spanOf(selection.getRangeAt(0), prose);
  }

  /** From now on the keys move the other edge of the selection. */
  turn() {
    const selection = document.getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (!focusNode) return;
    selection.setBaseAndExtent(focusNode, focusOffset, anchorNode, anchorOffset);
  }

  /** The act that the bar asks for moves the edges, if that is what its button says. */
  retarget(event) {
    const { act } = event.detail;
    const values = Object.fromEntries(act.fields);
    if (values.act !== "edges") return;
    const { url, version, article, span } = this.edited;
    if (span && span.start === Number(values.start) && span.end === Number(values.end)) {
      // Nothing was moved, so nothing is sent.
      event.preventDefault();
      this.desk.read();
      this.desk.bar.dismiss();
      return;
    }
    // The card may show a newer version than the one the editing began on, because a note was saved meanwhile.
    const now = this.desk.querySelector(`[data-url="${url}"]`)?.dataset.version ?? version;
    act.url = url;
    act.drawn = null;
    act.fields = [...["start", "end", "quote", "story"].map((name) => [name, values[name]]), ["version", now]];
    if (this.desk.bar.passage?.article === article) return;
    event.preventDefault();
    this.desk.enter("editing", ELSEWHERE);
  }
}

function firstPoint(mark) {
  return [document.createTreeWalker(mark, NodeFilter.SHOW_TEXT).nextNode(), 0];
}

function lastPoint(mark) {
  const text = document.createTreeWalker(mark, NodeFilter.SHOW_TEXT).lastChild();
  return [text, text.length];
}
