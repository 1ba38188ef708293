/**
 * A locked tag: each selection that is finished becomes a highlight with it, until somebody stops it. A selection by mouse
 * is finished shortly after the button is released, because a third click may follow; one by keys, with Enter.
 */

const PAUSE = 300;

export class TagLock {
  constructor(desk) {
    this.desk = desk;
    this.sign = desk.querySelector(".desk-lock");
    /** The locked tag as `{id, path}`, without an id as long as it is new; or null. */
    this.tag = null;
    this.timer = null;
    desk.addEventListener("pointerdown", (event) => {
      clearTimeout(this.timer);
      this.began = event.pointerType !== "touch" && Boolean(event.target.closest("news-prose"));
    });
    document.addEventListener("pointerup", () => {
      if (this.tag && this.began) this.timer = setTimeout(() => this.mark(), PAUSE);
    });
    document.addEventListener("news:painted", () => (this.tag &&= desk.bar.known(this.tag)));
    this.sign.querySelector('[data-act="unlock"]').addEventListener("click", () => this.release());
  }

  set(tag) {
    this.tag = tag;
    this.sign.hidden = false;
    this.sign.querySelector("[role=status]").textContent = `Each selection is marked: ${tag.path}`;
  }

  /** Stop it; false where no tag was locked. */
  release() {
    if (!this.tag) return false;
    clearTimeout(this.timer);
    this.tag = null;
    this.sign.hidden = true;
    return true;
  }

  /** Mark the selected words; false where no tag is locked, or no words are selected. */
  mark() {
    const { bar, mode } = this.desk;
    return Boolean(this.tag && mode !== "editing" && bar.passage && bar.markAs(this.tag));
  }
}
