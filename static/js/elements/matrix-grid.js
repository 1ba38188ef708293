/**
 * <matrix-grid>: arrow keys over the cells of a grid (WAI-ARIA Authoring Practices, "grid"): one cell is in the tab
 * order, Home and End go to the ends of a row, with Ctrl of the grid. Enter follows the cell's link; what it opens is
 * brought into view and focus, and Escape there leads back to the cell.
 */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

class MatrixGrid extends HTMLElement {
  connectedCallback() {
    this.rows = [...this.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll('[role="gridcell"] a')]);
    this.target = document.querySelector(this.dataset.target);
    this.addEventListener("keydown", (event) => this.pressed(event));
    this.addEventListener("focusin", (event) => this.entered(event.target));
    this.target?.addEventListener("htmx:afterSwap", () => this.opened());
    this.target?.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.current.focus();
    });
  }

  get current() {
    return this.querySelector('[role="gridcell"] a[tabindex="0"], [role="gridcell"] a:not([tabindex])');
  }

  pressed(event) {
    const at = this.placeOf(event.target);
    if (!at) return;
    const [row, column] = this.next(at, event);
    const cell = this.rows[row]?.[column];
    if (!cell || cell === event.target) return;
    event.preventDefault();
    cell.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  next([row, column], { key, ctrlKey }) {
    const [down, right] = STEPS[key] ?? [0, 0];
    const last = this.rows[row].length - 1;
    if (key === "Home") return [ctrlKey ? 0 : row, 0];
    if (key === "End") return [ctrlKey ? this.rows.length - 1 : row, last];
    return [row + down, column + right];
  }

  /** The cell that has the focus is the one that Tab comes back to. */
  entered(cell) {
    if (!this.placeOf(cell)) return;
    const before = this.current;
    if (before) before.tabIndex = -1;
    cell.tabIndex = 0;
  }

  opened() {
    this.target.focus({ preventScroll: true });
    this.target.scrollIntoView({ block: "nearest" });
    for (const cell of this.rows.flat()) cell.parentElement.removeAttribute("aria-selected");
    this.current.parentElement.setAttribute("aria-selected", "true");
  }

  placeOf(cell) {
    const row = this.rows.findIndex((cells) => cells.includes(cell));
    return row < 0 ? null : [row, this.rows[row].indexOf(cell)];
  }
}

customElements.define("matrix-grid", MatrixGrid);
