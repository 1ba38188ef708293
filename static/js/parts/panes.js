/** Panes side by side, their order, and on narrow screens the one shown. */
import { PaneWidths } from "newsroom/parts/pane-widths.js";
import { goToAlike, keepPlace, placeIn, restorePlace } from "newsroom/parts/reading-places.js";

export class Panes {
  constructor(desk, element) {
    this.element = element;
    this.desk = desk;
    this.widths = new PaneWidths(this);
    for (const divider of element.querySelectorAll(".pane-divider")) this.widths.watch(divider);
    desk.addEventListener("click", (event) => {
      const tab = event.target.closest(".pane-tabs button[data-pane]");
      if (tab) this.show(tab.dataset.pane);
    });
    element.addEventListener("focusin", (event) => (this.last = event.target.closest(".pane") ?? this.last));
    this.widths.restore();
  }

  get panes() {
    return [...this.element.querySelectorAll(".pane")];
  }

  /** The pane of the article with the id `article`, or undefined. */
  of(article) {
    return this.panes.find((pane) => pane.dataset.article === article);
  }

  /** Whether one pane at a time is shown, because the screen is narrow. */
  get isNarrow() {
    return matchMedia("(width < 60rem)").matches;
  }

  /** The pane that is shown on a narrow screen. */
  get shown() {
    return this.panes.find((pane) => pane.classList.contains("is-shown"));
  }

  /** Show the panes of these articles in this order. Those that stay keep their place on the page, and with it their scroll. */
  arrange(articles, fresh) {
    for (const divider of this.element.querySelectorAll(".pane-divider")) divider.remove();
    for (const pane of this.panes) {
      keepPlace(pane);
      if (!articles.includes(pane.dataset.article)) pane.remove();
    }
    const wanted = articles.map((id) => this.of(id) ?? fresh.find(({ dataset }) => dataset.article === id)).filter(Boolean);
    let before = null;
    for (const pane of wanted) {
      const isInPlace = pane === (before ? before.nextElementSibling : this.element.firstElementChild);
      if (!isInPlace && before) before.after(pane);
      else if (!isInPlace) this.element.prepend(pane);
      before = pane;
    }
    for (const pane of wanted.slice(0, -1)) pane.after(this.newDivider());
    if (!this.shown) this.show(wanted[0].id);
    this.widths.restore();
    // Lines break elsewhere in a narrower pane, and what was read has to stay in sight.
    for (const pane of wanted) restorePlace(pane);
  }

  /** Put a newer version of a pane in place of `old`, scrolled as that one is. */
  replace(old, pane) {
    const [place, hadFocus] = [placeIn(old), old.contains(document.activeElement)];
    pane.classList.toggle("is-shown", old.classList.contains("is-shown"));
    old.replaceWith(pane);
    goToAlike(pane, place);
    if (hadFocus) pane.querySelector("news-prose").focus({ preventScroll: true });
  }

  newDivider() {
    const divider = this.desk.querySelector("template.new-divider").content.firstElementChild.cloneNode(true);
    this.widths.watch(divider);
    return divider;
  }

  /** On a narrow screen one pane is shown: this one. */
  show(id) {
    for (const pane of this.panes) pane.classList.toggle("is-shown", pane.id === id);
    for (const tab of this.desk.querySelectorAll(".pane-tabs button")) {
      if (tab.dataset.pane === id) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
    this.desk.threads?.schedule();
    this.desk.address?.note();
  }

  /** Show the pane in which highlight `id` stands, if any does. */
  reveal(id) {
    const home = this.panes.find((pane) => id && pane.querySelector(`mark[data-h~="${CSS.escape(id)}"]`));
    if (home && !home.classList.contains("is-shown")) this.show(home.id);
  }

  /** The pane at hand: the one with the focus, else the one that had it last, else the first in sight. */
  get current() {
    const shown = this.panes.filter((pane) => pane.offsetParent);
    const focused = shown.find((pane) => pane.contains(document.activeElement));
    return focused ?? (shown.includes(this.last) ? this.last : shown[0]);
  }

  /** Move the focus to the text of the next pane (or the one before: -1). */
  next(by = 1) {
    const at = this.panes.indexOf(this.panes.find((pane) => pane.contains(document.activeElement)));
    const count = this.panes.length;
    this.focus(this.panes[at < 0 ? 0 : (at + by + count) % count]);
  }

  /** Move the focus to the text of `pane`. */
  focus(pane = this.current) {
    if (!pane) return;
    this.show(pane.id);
    pane.querySelector("news-prose").focus({ preventScroll: true });
    pane.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Another article of the story in the pane at hand: `next` or `prev`. The link in its head says which. */
  turn(rel) {
    const link = this.current?.querySelector(`a[rel="${rel}"]`);
    link?.click();
    return Boolean(link);
  }
}
