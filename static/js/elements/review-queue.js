/** <review-queue>: one key for each answer, and the new text opened at the passage. */
import { OFF } from "newsroom/parts/desk-keys.js";
import { steadily } from "newsroom/lib/frames.js";

class ReviewQueue extends HTMLElement {
  connectedCallback() {
    this.pressed = (event) => {
      if (this.press(event)) event.preventDefault();
    };
    document.addEventListener("keydown", this.pressed);
    requestAnimationFrame(() => this.open());
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.pressed);
  }

  /** Scroll the new text to the passage, or to where it would stand. The page itself stays at its top. */
  open() {
    const prose = this.querySelector("news-prose");
    const place = prose.querySelector("mark") ?? document.getElementById(prose.dataset.near);
    if (!place) return;
    const third = () => prose.getBoundingClientRect().top + prose.clientHeight / 3;
    steadily(() => (prose.scrollTop += place.getBoundingClientRect().top - third()));
  }

  press(event) {
    // A key that is held would answer for passages that nobody has seen yet.
    if (event.repeat || localStorage.getItem(OFF)) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return false;
    if (this.querySelector("selection-bar")?.press(event.key)) return true;
    const choice = this.querySelector(`[data-key="${CSS.escape(event.key)}"]:not(selection-bar *)`);
    choice?.click();
    return Boolean(choice);
  }
}

customElements.define("review-queue", ReviewQueue);
