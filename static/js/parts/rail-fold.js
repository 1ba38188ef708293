/** The rail can be folded away, so that the texts have its room. The browser remembers it for each person. */

export class RailFold {
  constructor(desk) {
    this.desk = desk;
    this.button = desk.querySelector('[data-act="fold"]');
    this.memory = `newsroom:rail-folded:${document.querySelector("act-outbox").dataset.person}`;
    this.button.addEventListener("click", () => this.fold(!this.folded));
    this.fold(Boolean(localStorage.getItem(this.memory)));
  }

  get folded() {
    return this.desk.hasAttribute("data-rail-folded");
  }

  fold(folded) {
    this.desk.toggleAttribute("data-rail-folded", folded);
    this.button.setAttribute("aria-expanded", String(!folded));
    if (folded) localStorage.setItem(this.memory, "1");
    else localStorage.removeItem(this.memory);
    this.desk.threads?.schedule();
  }

  /** What was asked for stands in the rail, so it has to be seen. */
  unfold() {
    if (this.folded) this.fold(false);
  }
}
