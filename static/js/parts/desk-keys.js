/**
 * Keys on the desk. Which key gives which command says the list of keys on the page. Single keys are off while typing,
 * and can be switched off altogether.
 */
import { isSingle, keyName } from "newsroom/lib/keys.js";
import { give, tagByDigit } from "newsroom/parts/desk-commands.js";
import { KeyChoice } from "newsroom/parts/key-choice.js";

export const OFF = "newsroom:single-keys-off";
const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
/** What is done wherever the focus is, also in a field. */
const EVERYWHERE = ["next_pane", "previous_pane", "cancel"];
/** What a press does once, however long the key is held; so do digits, and the keys of a candidate. */
const ONCE = ["confirm", "withdraw"];

export class Keys {
  constructor(desk) {
    this.desk = desk;
    this.help = desk.querySelector("dialog.keys");
    this.choice = new KeyChoice(this.help, desk);
    this.single = this.help.querySelector('[data-act="single-keys"]');
    this.single.checked = !localStorage.getItem(OFF);
    this.single.addEventListener("change", () => {
      if (this.single.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    });
    document.addEventListener("keydown", (event) => {
      if (!event.defaultPrevented && this.pressed(event)) event.preventDefault();
    });
  }

  /** Act on a key; true where it meant something. */
  pressed(event) {
    if (event.isComposing) return false;
    const key = keyName(event);
    const command = this.choice.commandOf(key);
    if (!key || this.help.open) return false;
    if (EVERYWHERE.includes(command)) return give(this.desk, command);
    if (event.target.closest(TYPING)) return false;
    if (key === "ArrowDown" || key === "ArrowUp") return this.desk.candidates.turn(event);
    if (key === "Enter") return this.enter(event.target);
    if (event.repeat && this.actsOnce(key, command)) return true;
    if (isSingle(key)) return this.single.checked && this.pressedAlone(key, command);
    return command ? give(this.desk, command) : false;
  }

  /** Whether a key that is held would decide again, on what nobody has seen yet. */
  actsOnce(key, command) {
    return /^[1-9]$/u.test(key) || ONCE.includes(command) || Boolean(this.desk.candidates.buttonOf(key));
  }

  /** What is open for a decision takes its keys first. */
  pressedAlone(key, command) {
    if (this.judge(key) || this.desk.candidates.accept(key)) return true;
    if (/[1-9]/u.test(key)) return tagByDigit(this.desk, key);
    return command ? give(this.desk, command) : false;
  }

  /** In a text: save the edges that are edited, to the bar where words are selected, to the card of the highlight where the caret stands in one. */
  enter(target) {
    const prose = target.closest("news-prose");
    if (!prose || target !== prose) return false;
    if (this.desk.mode === "editing" && this.desk.bar.click("[data-edges]")) return true;
    return Boolean(this.desk.lock?.mark() || this.desk.bar?.focusFirst() || prose.chooseAtCaret());
  }

  /** While the link form is open, a relation's key chooses it. */
  judge(key) {
    const choice = this.desk.querySelector(`.link-card input[data-key="${CSS.escape(key)}"]`);
    if (!choice) return false;
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    const aspect = choice.form.elements.aspect;
    (choice.value === "contradicts" && !aspect.value ? aspect : choice.form.querySelector("[data-link-submit]")).focus();
    return true;
  }
}
