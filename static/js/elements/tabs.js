/** Tabs: one panel shown, arrow keys between the tabs. Panels hear `news:shown` when they come into view. */
export class Tabs {
  constructor(list) {
    this.tabs = [...list.querySelectorAll('[role="tab"]')];
    list.addEventListener("click", (event) => {
      const tab = event.target.closest('[role="tab"]');
      if (tab) this.show(tab.getAttribute("aria-controls"));
    });
    list.addEventListener("keydown", (event) => this.step(event));
  }

  show(id) {
    for (const tab of this.tabs) {
      const panel = document.getElementById(tab.getAttribute("aria-controls"));
      const shown = panel.id === id;
      tab.setAttribute("aria-selected", shown);
      tab.tabIndex = shown ? 0 : -1;
      if (shown && panel.hidden) panel.dispatchEvent(new CustomEvent("news:shown"));
      panel.hidden = !shown;
    }
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
