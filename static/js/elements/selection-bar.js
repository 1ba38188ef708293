/** <selection-bar>: the small bar at a selection. Fills its form with the place of the words. */
import { spanOf } from "newsroom/lib/places.js";
import { placeBar } from "newsroom/parts/bar-placing.js";
import { LastTags } from "newsroom/parts/last-tags.js";
import { TagChoice } from "newsroom/parts/tag-choice.js";

class SelectionBar extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    /** Whether the bar stays although the browser has another selection, because somebody chooses a tag. */
    this.held = false;
    this.pressed = false;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    const watch = () => requestAnimationFrame(() => this.follow());
    const placeAgain = () => this.hidden || requestAnimationFrame(() => this.hidden || this.place());
    document.addEventListener("selectionchange", watch, { signal });
    document.addEventListener("pointerup", watch, { signal });
    document.addEventListener("scroll", placeAgain, { signal, capture: true, passive: true });
    addEventListener("resize", placeAgain, { signal });
    document.addEventListener("pointerdown", () => (this.pressed = true), { signal });
    for (const type of ["pointerup", "pointercancel"]) document.addEventListener(type, () => (this.pressed = false), { signal, capture: true });
    // A press in the bar leaves the selection as it is.
    this.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    if (!this.querySelector(".tag-choice")) return;
    this.choice = new TagChoice(this);
    new LastTags(this);
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  /** The passage selected now: `{revision, article, start, end, quote, range}`, or null. */
  get passage() {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const prose = proseOf(range);
    const pane = prose?.closest(".pane");
    const span = prose && spanOf(range, prose);
    return span ? { ...span, revision: pane.dataset.revision, article: pane.dataset.article, range } : null;
  }

  follow() {
    if (this.pressed || this.held) return;
    const passage = this.passage;
    this.hidden = !passage;
    if (!passage) return;
    for (const name of ["revision", "start", "end", "quote"]) this.form.elements[name].value = passage[name];
    this.place(passage.range);
  }

  /** Mark the words with a tag, which is new where it has no `id`; false where the bar is not open. */
  markAs({ id, path }) {
    this.follow();
    if (this.hidden) return false;
    const button = this.form.querySelector("button[data-marks]");
    button.value = id ? `tag:${id}` : "path";
    this.form.elements.path.value = path;
    button.click();
    return true;
  }

  /** The tag, with its id if the codebook on the page has it by now. */
  known({ id, path }) {
    return { id: id ?? this.querySelector(`#tag-options [data-path="${CSS.escape(path)}" i]`)?.dataset.tag, path };
  }

  /** Show the bar for other purposes than drawing: only `save` (edges) is offered while `editing`. */
  edit(editing) {
    for (const button of this.querySelectorAll("[role=toolbar] button")) {
      button.hidden = editing !== button.hasAttribute("data-edges");
    }
  }

  /** Press the button of `key`; false where the bar is not open or has none. */
  press(key) {
    return this.click(`[data-key="${CSS.escape(key)}"]`);
  }

  /** Do to the selected words what `command` says; false where no words are selected, or it does nothing to words. */
  command(command) {
    return this.click(`[data-command="${command}"]`);
  }

  /** The tag of `digit`, or null. */
  tagOf(digit) {
    const dot = this.form.querySelector(`button[data-key="${CSS.escape(digit)}"]`);
    return dot && { id: dot.dataset.tag, path: dot.dataset.path };
  }

  click(selector) {
    this.follow();
    const button = !this.hidden && this.form.querySelector(`button${selector}:not([hidden])`);
    if (button) button.click();
    return Boolean(button);
  }

  /** Put the focus on the first button of the open bar; false where it is not open. */
  focusFirst() {
    this.follow();
    if (this.hidden) return false;
    this.form.querySelector("button:not([hidden])").focus();
    return true;
  }

  dismiss() {
    this.choice?.end();
    document.getSelection()?.removeAllRanges();
    if (this.contains(document.activeElement)) this.closest("news-desk").panes.focus();
    this.hidden = true;
  }

  /** Stand at the words of `range`, inside their pane, or be out of sight as they are. */
  place(range = this.range) {
    this.range = range;
    placeBar(this, range, proseOf(range));
  }
}

/** The text in which a range begins, else the first that it touches. */
function proseOf(range) {
  const node = range.startContainer;
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element.closest("news-prose") ?? [...document.querySelectorAll("news-prose")].find((other) => range.intersectsNode(other));
}

customElements.define("selection-bar", SelectionBar);
