/**
 * A caret in a text that cannot be edited, so that passages are selected by keyboard alone: the arrow keys set and move
 * it, with Ctrl by words and paragraphs, with Alt by sentences, with Shift they select. Up and Down scroll as ever until there is a caret.
 */
import { length, toUnits } from "newsroom/lib/codepoints.js";
import { offsetOf, pointAt } from "newsroom/lib/places.js";
import { edgeFrom } from "newsroom/lib/text-units.js";

const STEPS = {
  ArrowLeft: ["left", "character"],
  ArrowRight: ["right", "character"],
  ArrowUp: ["backward", "line"],
  ArrowDown: ["forward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};

/** What goes from edge to edge of a sentence or a paragraph. */
const LEAPS = { ArrowUp: -1, ArrowDown: 1 };

export class Caret {
  constructor(prose) {
    this.prose = prose;
    this.set = false;
    prose.addEventListener("keydown", (event) => this.pressed(event));
    prose.addEventListener("pointerdown", () => this.drop());
    prose.addEventListener("focusout", () => this.hide());
  }

  pressed(event) {
    const leap = LEAPS[event.key];
    if (leap && event.ctrlKey !== event.altKey && !event.metaKey && event.target === this.prose) return this.leap(event, leap);
    return this.step(event);
  }

  /** To the next edge of a sentence (Alt) or of a paragraph (Ctrl). */
  leap(event, by) {
    event.preventDefault();
    const selection = document.getSelection();
    if (!this.set && (selection.isCollapsed || !this.prose.contains(selection.focusNode))) selection.collapse(...this.begin());
    this.set = true;
    const at = offsetOf(selection.focusNode, selection.focusOffset, this.prose);
    const point = pointAt(this.prose, this.edge(at, event.altKey ? "sentence" : "paragraph", by), by > 0);
    if (point && event.shiftKey) selection.extend(...point);
    else if (point) selection.collapse(...point);
    this.show(selection);
  }

  /** The offset (code points) of the next edge; `at` itself where there is none. */
  edge(at, unit, by) {
    const blocks = [...this.prose.querySelectorAll(".block")].map((block) => ({ from: Number(block.dataset.start), text: block.textContent }));
    const inOrder = by > 0 ? blocks.filter(({ from, text }) => from + length(text) > at) : blocks.filter(({ from }) => from < at).reverse();
    for (const { from, text } of inOrder) {
      const here = toUnits(text, Math.min(Math.max(at - from, 0), length(text)));
      const found = edgeFrom(text, here, unit, by);
      if (found !== null) return from + length(text.slice(0, found));
    }
    return at;
  }

  step(event) {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.metaKey || event.target !== this.prose) return;
    const selection = document.getSelection();
    const selected = selection.rangeCount && this.prose.contains(selection.focusNode);
    const [direction, by] = step;
    const begins = !selected || (!this.set && !event.shiftKey);
    if (begins && by !== "character") return;
    event.preventDefault();
    this.set = true;
    if (begins) selection.collapse(...this.begin());
    const reach = event.ctrlKey && by === "character" ? "word" : by;
    if (event.shiftKey || !begins) this.move(selection, event.shiftKey ? "extend" : "move", direction, reach);
    this.show(selection);
  }

  /** Move the caret; at the end of the text it stays. */
  move(selection, how, direction, by) {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(how, direction, by);
    if (this.prose.contains(selection.focusNode) && this.prose.contains(selection.anchorNode)) return;
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }

  /** Where a caret begins: at the lit highlight, else at the first words in view. */
  begin() {
    const view = this.prose.getBoundingClientRect();
    const seen = (element) => element.getBoundingClientRect().bottom > view.top + 1;
    const runs = [...this.prose.querySelectorAll(".block [data-start]")];
    const run = this.prose.querySelector("mark[data-lit]") ?? runs.find(seen) ?? runs[0];
    return [document.createTreeWalker(run, NodeFilter.SHOW_TEXT).nextNode(), 0];
  }

  /** Paint the caret on the character after it, and keep it in view. */
  show({ focusNode, focusOffset, isCollapsed }) {
    const here = document.createRange();
    here.setStart(focusNode, focusOffset);
    if (focusOffset < (focusNode.length ?? 0)) here.setEnd(focusNode, focusOffset + 1);
    CSS.highlights.set("caret", new Highlight(...(isCollapsed ? [here] : [])));
    const [at, view] = [here.getBoundingClientRect(), this.prose.getBoundingClientRect()];
    if (!at.height) return;
    const beyond = Math.max(0, at.bottom + 24 - view.bottom) || Math.min(0, at.top - 24 - view.top);
    this.prose.scrollBy({ top: beyond, behavior: "instant" });
  }

  /** The highlight under the caret, or null. */
  get mark() {
    const { focusNode, isCollapsed } = document.getSelection();
    if (!this.set || !isCollapsed || !this.prose.contains(focusNode)) return null;
    return focusNode.parentElement.closest("mark[data-h]");
  }

  hide() {
    CSS.highlights.delete("caret");
  }

  drop() {
    this.set = false;
    this.hide();
  }
}
