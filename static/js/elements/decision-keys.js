/** <decision-keys>: each button with a key is pressed by it, wherever the focus is, except while typing. */
import { OFF } from "newsroom/parts/desk-keys.js";

class DecisionKeys extends HTMLElement {
  connectedCallback() {
    this.pressed = (event) => {
      if (this.press(event)) event.preventDefault();
    };
    document.addEventListener("keydown", this.pressed);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.pressed);
  }

  press({ key, target, ctrlKey, metaKey, altKey, repeat }) {
    // A key that is held would decide on what nobody has seen yet.
    if (repeat || localStorage.getItem(OFF) || ctrlKey || metaKey || altKey) return false;
    if (target.closest("input, textarea, select")) return false;
    const button = this.querySelector(`[data-key="${CSS.escape(key)}"]`);
    button?.click();
    return Boolean(button);
  }
}

customElements.define("decision-keys", DecisionKeys);
