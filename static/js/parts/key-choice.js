/**
 * Own keys: in the list of keys a single key can be replaced by another one. The browser remembers them for each person.
 * The list and the bar show the keys that hold.
 */
import { isSingle, keyName } from "newsroom/lib/keys.js";

export class KeyChoice {
  /** `help` is the dialog with the list of keys. */
  constructor(help, desk) {
    this.desk = desk;
    this.help = help;
    this.said = help.querySelector("[role=status]");
    this.memory = `newsroom:keys:${document.querySelector("act-outbox").dataset.person}`;
    /** The line of the list whose key is chosen just now, or null. */
    this.line = null;
    help.addEventListener("click", (event) => this.clicked(event));
    help.addEventListener("keydown", (event) => this.line && this.chosen(event));
    help.addEventListener("close", () => this.end(""));
    this.show();
  }

  get lines() {
    return [...this.help.querySelectorAll("[data-command]")];
  }

  /** `{command: key}`, for those that the person has changed. */
  get own() {
    return JSON.parse(localStorage.getItem(this.memory) ?? "{}");
  }

  keysOf({ dataset }) {
    const { [dataset.command]: own } = this.own;
    return own ? [own] : dataset.keys.split(" ");
  }

  /** The command that `key` gives, or undefined. */
  commandOf(key) {
    return this.lines.find((line) => this.keysOf(line).includes(key))?.dataset.command;
  }

  clicked({ target }) {
    if (target.closest('[data-act="own-keys-off"]')) return this.keep({}, "The keys are as they were.");
    this.line = target.closest("button")?.closest("[data-command]") ?? null;
    if (this.line) this.said.textContent = `Press the new key for: ${wordsOf(this.line)}. Esc leaves it as it is.`;
    return undefined;
  }

  chosen(event) {
    if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const key = keyName(event);
    const { command } = this.line.dataset;
    const taken = this.lines.find((line) => line !== this.line && this.keysOf(line).includes(key));
    if (event.key === "Escape") this.end("");
    else if (!key || !isSingle(key) || /[\s1-9]/u.test(key)) this.said.textContent = "Choose a single letter or sign; digits belong to tags.";
    else if (taken) this.said.textContent = `“${key}” is taken: ${wordsOf(taken)}. Choose another key.`;
    else this.keep({ ...this.own, [command]: key }, `“${key}” is the key for: ${wordsOf(this.line)}.`);
  }

  keep(own, words) {
    localStorage.setItem(this.memory, JSON.stringify(own));
    this.show();
    this.end(words);
  }

  end(words) {
    this.line = null;
    this.said.textContent = words;
  }

  show() {
    for (const line of this.lines) {
      const [key] = this.keysOf(line);
      const sign = line.querySelector("button kbd");
      if (sign) sign.textContent = key;
      const button = this.desk.bar?.querySelector(`button[data-command="${line.dataset.command}"]`);
      if (!button) continue;
      button.querySelector("kbd").textContent = key;
      button.setAttribute("aria-keyshortcuts", key);
    }
  }
}

function wordsOf(line) {
  return line.querySelector("dd").textContent.trim();
}
