/** Keys on the desk. Single keys are off while typing, and can be switched off altogether. */

export const OFF = "newsroom:single-keys-off";
const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

export class Keys {
  constructor(desk) {
    this.desk = desk;
    this.help = desk.querySelector("dialog.keys");
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
    if (event.key === "F6") return this.did(() => this.desk.panes.next(event.shiftKey ? -1 : 1));
    if (event.key === "Escape") return this.escape();
    if (this.help.open || event.altKey || event.target.closest(TYPING)) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") return this.desk.candidates.turn(event);
    if (event.ctrlKey || event.metaKey) return this.back(event);
    if (event.shiftKey && event.key in SHIFTED) return SHIFTED[event.key](this);
    if (event.key === "Enter") return this.enter(event.target);
    if (!this.single.checked || event.key.length !== 1) return false;
    if (event.key === "?") return this.did(() => this.help.showModal());
    return this.judge(event.key) || this.desk.candidates.accept(event.key) || this.desk.bar?.press(event.key) || this.command(event.key);
  }

  /** Ctrl+Z undoes, with Shift (or Ctrl+Y) it does again; after a refusal it leaves that act and goes on. */
  back({ key, shiftKey }) {
    const again = (key.toLowerCase() === "z" && shiftKey) || key.toLowerCase() === "y";
    if (again) return this.goOn("redo");
    return key.toLowerCase() === "z" && this.goOn("undo");
  }

  /** The refusal stands outside the desk, with a button to go on. */
  goOn(act) {
    const next = document.querySelector(`#refusals [data-act="${act}-next"]`);
    if (!next) return this.click(`[data-act="${act}"]`);
    next.click();
    return true;
  }

  /** In a text: to the bar where words are selected, to the card of the highlight where the caret stands in one. */
  enter(target) {
    const prose = target.closest("news-prose");
    if (!prose || target !== prose) return false;
    return Boolean(this.desk.bar?.focusFirst() || prose.chooseAtCaret());
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

  command(key) {
    switch (key) {
      case "j": return this.step(1);
      case "k": return this.step(-1);
      case "l": return this.click('#card [data-act="link"]');
      case "e": return this.click('#card [data-act="edges"]');
      case "f": return this.click('[data-act="find"]');
      case "n": return this.desk.rail.open("note");
      case "c": return this.desk.rail.open("claim");
      case "t": return this.desk.rail.open("tag");
      case "r": return this.correct("teller");
      case "a": return this.correct("attribution");
      case "y": return this.click('#card [data-act="confirm"]');
      case "/": return this.click('[data-act="search"]');
      default: return false;
    }
  }

  /** What is typed takes the place of what was guessed. */
  correct(part) {
    return this.desk.rail.open(part) && this.did(() => document.activeElement.select());
  }

  /** The next or previous highlight of the pane at hand. */
  step(by) {
    const { prose, chosen } = this.desk;
    const at = prose.find((text) => text.contains(document.activeElement)) ?? prose.find((text) => text.order.includes(chosen)) ?? prose[0];
    const order = at?.order ?? [];
    if (!order.length) return false;
    const now = order.indexOf(chosen);
    const id = now < 0 ? order.at(by > 0 ? 0 : -1) : order[(now + by + order.length) % order.length];
    this.desk.choose(id);
    at.light(id, { scroll: "center" });
    return true;
  }

  /** Cancel what is under way and go back to the text. */
  escape() {
    const { bar, mode, panes, rail, chosen } = this.desk;
    if (this.help.open) return false;
    const idle = mode === "reading" && !rail.linking && (bar?.hidden ?? true);
    this.desk.read();
    bar?.dismiss();
    panes.focus();
    if (chosen && !idle) this.desk.choose(chosen);
    return true;
  }

  click(selector) {
    const button = this.desk.querySelector(selector);
    button?.click();
    return Boolean(button);
  }

  did(act) {
    act();
    return true;
  }
}

const SHIFTED = {
  Delete: (keys) => keys.click("[data-withdraw] button"),
  PageDown: (keys) => keys.desk.panes.turn("next"),
  PageUp: (keys) => keys.desk.panes.turn("prev"),
};
