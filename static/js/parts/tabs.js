/**
 * Tabs: one panel shown, arrow keys between the tabs. Panels hear `news:shown` when they come into view. Where the
 * screen is narrow their rail is folded (`data-folded`) until a panel is asked for, and again by the tab that is shown.
 */
export class Tabs {
  constructor(list) {
    this.rail = list.parentElement;
    this.tabs = [...list.querySelectorAll('[role="tab"]')];
    list.addEventListener("click", (event) => {
      const tab = event.target.closest('[role="tab"]');
      if (!tab) return;
      const again = tab.ariaSelected === "true" && !this.folded;
      this.show(tab.getAttribute("aria-controls"));
      this.folded = again;
    });
    list.addEventListener("keydown", (event) => this.step(event));
    this.folded = true;
  }

  get folded() {
    return this.rail.hasAttribute("data-folded");
  }

  set folded(folded) {
    this.rail.toggleAttribute("data-folded", folded);
  }

  /** The id of the panel that is shown. */
  get shown() {
    return this.tabs.find(({ ariaSelected }) => ariaSelected === "true").getAttribute("aria-controls");
  }

  has(id) {
    return this.tabs.some((tab) => tab.getAttribute("aria-controls") === id);
  }

  show(id) {
    this.folded = false;
    for (const tab of this.tabs) {
      const panel = document.getElementById(tab.getAttribute("aria-controls"));
      const shown = panel.id === id;
      tab.setAttribute("aria-selected", shown);
      tab.tabIndex = shown ? 0 : -1;
      if (shown && panel.hidden) panel.dispatchEvent(new CustomEvent("news:shown"));
      panel.hidden = !shown;
    }
    this.rail.dispatchEvent(new CustomEvent("news:turned", { bubbles: true }));
  }

  step(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = this.tabs.indexOf(document.activeElement);
    const next = this.tabs[(at + by + this.tabs.length) % this.tabs.length];
    next.focus();
    next.click();
  }
}
