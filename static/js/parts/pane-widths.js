/** The widths of the panes: changed at the dividers by pointer or arrow keys, and remembered for each number of panes. */
const SMALLEST = 15;

export class PaneWidths {
  constructor(panes) {
    this.panes = panes;
  }

  /** Where the widths of so many panes are kept. */
  get memory() {
    return `newsroom:widths:${this.panes.panes.length}`;
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
    localStorage.setItem(this.memory, JSON.stringify(this.panes.panes.map((pane) => this.share(pane))));
  }

  share(pane) {
    return Number(pane.style.flexGrow) || 1;
  }

  restore() {
    const widths = JSON.parse(localStorage.getItem(this.memory) ?? "[]");
    this.panes.panes.forEach((pane, index) => (pane.style.flexGrow = widths[index] || ""));
  }
}
