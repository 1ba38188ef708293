/**
 * The claims in the rail: their list, where a claim is stated, or one of them, which is worded and settled there. What
 * changed meanwhile comes around the form in which somebody writes.
 */
import { graftCard } from "newsroom/parts/answers.js";

export class Claims {
  constructor(desk) {
    this.desk = desk;
    this.panel = desk.querySelector("#claims");
    /** The id of the claim that is open, or empty. */
    this.shown = "";
    desk.addEventListener("click", (event) => this.clicked(event));
    this.panel.addEventListener("news:shown", () => this.refresh());
    this.panel.addEventListener("htmx:beforeSwap", (event) => this.came(event));
    document.body.addEventListener("claim:changed", () => this.panel.hidden || this.refresh());
  }

  clicked(event) {
    const link = event.target.closest("a[data-claim]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.desk.address.step();
    this.turnTo(link.dataset.claim);
    this.desk.rail.tabs.show("claims");
  }

  /** Open the claim with this id, or the list. */
  turnTo(id) {
    if (id === this.shown) return;
    this.shown = id;
    if (!this.panel.hidden) this.refresh();
  }

  refresh() {
    const { claimUrl } = this.desk.dataset;
    const path = this.shown ? `${claimUrl}${this.shown}/card/` : this.panel.dataset.url;
    return htmx.ajax("GET", path, { source: this.panel, target: this.panel, swap: "innerHTML" }).catch(() => {});
  }

  came({ detail, target }) {
    if (target !== this.panel || detail.xhr.status !== 200) return;
    const answer = document.createElement("template");
    answer.innerHTML = detail.xhr.responseText;
    const fresh = answer.content.firstElementChild;
    const now = this.panel.firstElementChild;
    // The answer may be about what was shown before.
    if (fresh.matches("article") !== Boolean(this.shown) || !fresh.id.endsWith(this.shown)) detail.shouldSwap = false;
    else if (now?.id !== fresh.id) this.panel.scrollTop = 0;
    else {
      detail.shouldSwap = false;
      graftCard(now, fresh);
      document.dispatchEvent(new CustomEvent("news:painted"));
    }
  }
}
