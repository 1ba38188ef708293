/** The candidates in the rail, by keys: arrows choose one, a relation's key links it. */

export class Candidates {
  constructor(desk) {
    this.desk = desk;
    desk.addEventListener("keydown", (event) => this.chose(event));
  }

  /** Those that are shown: less alike ones only where their list is open. */
  get offers() {
    return [...this.desk.querySelectorAll(".candidates .candidate")].filter((offer) => offer.checkVisibility());
  }

  /** The next or previous one, unless the arrow is for a text or a field. */
  turn({ key, target }) {
    const { offers } = this;
    if (!offers.length || target.closest("news-prose, [role=tab]")) return false;
    const at = offers.findIndex((offer) => offer.contains(document.activeElement));
    const next = key === "ArrowDown" ? (at + 1) % offers.length : Math.max(at, 0) - 1;
    offers.at(next).focus();
    return true;
  }

  /** The button of a relation's key on the candidate that has the focus, or undefined. */
  buttonOf(key) {
    return this.desk.querySelector(".candidate:focus-within")?.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  }

  /** Link the one that has the focus by a relation's key. A contradiction first says in what. */
  accept(key) {
    const button = this.buttonOf(key);
    if (!button) return false;
    const { aspect } = button.form.elements;
    if (button.value === "contradicts" && !aspect.value) aspect.focus();
    else button.click();
    return true;
  }

  /** Enter on what it contradicts in links: an arrow may only be on its way through the list. */
  chose(event) {
    const { key, target } = event;
    if (key !== "Enter" || target.name !== "aspect" || !target.value || !target.closest(".candidate")) return;
    event.preventDefault();
    target.form.querySelector('button[value="contradicts"]').click();
  }
}
