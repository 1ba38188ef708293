/**
 * <contradiction-list>: one key links the proposal that has the focus, another dismisses it, and arrows go to the next.
 * Each decision replaces the whole list, and the proposal that came to the place of the old one has the focus then.
 */
import { OFF } from "newsroom/parts/desk-keys.js";

const TYPING = "input, textarea, select";
let place = -1;

class ContradictionList extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => {
      if (this.pressed(event)) event.preventDefault();
    });
    this.addEventListener("news:replacing", () => (place = this.at));
    if (place >= 0) this.focusRow(place);
    place = -1;
  }

  get rows() {
    return [...this.querySelectorAll(".contradiction")];
  }

  /** The place of the proposal that has the focus, or -1. */
  get at() {
    return this.rows.findIndex((row) => row.contains(document.activeElement));
  }

  pressed({ key, target, repeat, ctrlKey, metaKey, altKey }) {
    const row = this.rows[this.at];
    if (!row || ctrlKey || metaKey || altKey || target.closest(TYPING)) return false;
    if (key === "ArrowDown") return this.focusRow(this.at + 1);
    if (key === "ArrowUp") return this.focusRow(Math.max(this.at - 1, 0));
    // A key that is held down decides once, and not also on what comes next.
    if (repeat || localStorage.getItem(OFF)) return false;
    const button = row.querySelector(`[data-key="${CSS.escape(key)}"]`);
    button?.click();
    return Boolean(button);
  }

  /** Put the focus on the proposal at `place`, or the last one; on the list itself if it is empty. */
  focusRow(place) {
    const { rows } = this;
    const row = rows[place] ?? rows.at(-1) ?? this;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    return true;
  }
}

customElements.define("contradiction-list", ContradictionList);
