/** <selection-bar>: the small bar at a selection. Fills its form with the place of the words. */
import { spanOf } from "newsroom/lib/places.js";
import { TagChoice } from "newsroom/parts/tag-choice.js";

class SelectionBar extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    /** Whether the bar stays although the browser has another selection, because somebody chooses a tag. */
    this.held = false;
    if (this.querySelector(".tag-choice")) this.choice = new TagChoice(this);
    this.watch = () => requestAnimationFrame(() => this.follow());
    this.keepSelection = (event) => event.preventDefault();
    document.addEventListener("selectionchange", this.watch);
    document.addEventListener("pointerup", this.watch);
    this.addEventListener("mousedown", this.keepSelection);
    this.pressed = false;
    document.addEventListener("pointerdown", (this.down = () => (this.pressed = true)));
    document.addEventListener("pointerup", (this.up = () => (this.pressed = false)), true);
    document.addEventListener("pointercancel", this.up, true);
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this.watch);
    document.removeEventListener("pointerup", this.watch);
    document.removeEventListener("pointerdown", this.down);
    document.removeEventListener("pointerup", this.up, true);
    document.removeEventListener("pointercancel", this.up, true);
  }

  /** The passage selected now: `{revision, article, start, end, quote, range}`, or null. */
  get passage() {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const node = range.startContainer;
    const prose = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("news-prose")
      ?? [...document.querySelectorAll("news-prose")].find((other) => range.intersectsNode(other));
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

  /** Mark the words with the tag at `path`; false where the bar is not open. */
  markAs(path) {
    this.follow();
    if (this.hidden) return false;
    this.form.elements.path.value = path;
    this.form.querySelector('button[value="path"]').click();
    return true;
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

  /** The path of the tag of `digit`, or null. */
  pathOf(digit) {
    return this.form.querySelector(`button[data-key="${CSS.escape(digit)}"]`)?.dataset.path ?? null;
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

  place(range) {
    const words = range.getBoundingClientRect();
    const box = this.getBoundingClientRect();
    const roomAbove = words.top - box.height - 8;
    // Under a finger the system's own menu stands above the words.
    const above = roomAbove > 60 && !matchMedia("(pointer: coarse)").matches;
    const top = above ? roomAbove : Math.min(words.bottom + 8, innerHeight - box.height - 8);
    const left = Math.min(Math.max(8, words.left + words.width / 2 - box.width / 2), innerWidth - box.width - 8);
    this.style.top = `${Math.max(8, top)}px`;
    this.style.left = `${Math.max(8, left)}px`;
  }
}

customElements.define("selection-bar", SelectionBar);
