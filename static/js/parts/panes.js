/** Panes side by side: their widths (by pointer or arrow keys, remembered), and on narrow screens the one shown. */
const SMALLEST = 15;

export class Panes {
  constructor(desk, element) {
    this.element = element;
    this.desk = desk;
    this.panes = [...element.querySelectorAll(".pane")];
    this.memory = `newsroom:widths:${this.panes.length}`;
    for (const divider of element.querySelectorAll(".pane-divider")) this.watch(divider);
    desk.querySelector(".pane-tabs")?.addEventListener("click", (event) => {
      const tab = event.target.closest("button[data-pane]");
      if (tab) this.show(tab.dataset.pane);
    });
    element.addEventListener("focusin", (event) => (this.last = event.target.closest(".pane") ?? this.last));
    this.restore();
  }

  /** On a narrow screen one pane is shown: this one. */
  show(id) {
    for (const pane of this.panes) pane.classList.toggle("is-shown", pane.id === id);
    for (const tab of this.desk.querySelectorAll(".pane-tabs button")) {
      if (tab.dataset.pane === id) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
    this.desk.threads?.schedule();
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
  }

  /** Another article of the story in the pane at hand: `next` or `prev`. The link in its head says which. */
  turn(rel) {
    const link = this.current?.querySelector(`a[rel="${rel}"]`);
    link?.click();
    return Boolean(link);
  }

  watch(divider) {
    divider.addEventListener("pointerdown", (event) => {
      divider.setPointerCapture(event.pointerId);
      divider.onpointermove = (move) => this.resize(divider, move.clientX);
    });
    divider.addEventListener("pointerup", () => (divider.onpointermove = null));
    divider.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -24, ArrowRight: 24 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.resize(divider, divider.getBoundingClientRect().left + by);
    });
  }

  resize(divider, x) {
    const [left, right] = [divider.previousElementSibling, divider.nextElementSibling];
    const [a, b] = [left.getBoundingClientRect(), right.getBoundingClientRect()];
    const share = (100 * (x - a.left)) / (b.right - a.left);
    const kept = Math.min(Math.max(share, SMALLEST), 100 - SMALLEST);
    const both = this.share(left) + this.share(right);
    left.style.flexGrow = (both * kept) / 100;
    right.style.flexGrow = (both * (100 - kept)) / 100;
    divider.setAttribute("aria-valuenow", Math.round(kept));
    localStorage.setItem(this.memory, JSON.stringify(this.panes.map((pane) => this.share(pane))));
  }

  share(pane) {
    return Number(pane.style.flexGrow) || 1;
  }

  restore() {
    const widths = JSON.parse(localStorage.getItem(this.memory) ?? "[]");
    this.panes.forEach((pane, index) => {
      if (widths[index]) pane.style.flexGrow = widths[index];
    });
  }
}
