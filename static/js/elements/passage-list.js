/**
 * <passage-list>: what the rail shows as long as no passage is chosen: the highlights of the open articles, read off the
 * page, and the claims of the story. What is typed narrows both lists.
 */

class PassageList extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.field.addEventListener("input", () => this.narrow(), { signal });
    document.addEventListener("news:painted", () => this.fill(), { signal });
    // The panes are upgraded, and marked, after the rail.
    requestAnimationFrame(() => this.isConnected && this.fill());
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  fill() {
    const rows = [...document.querySelectorAll(".pane")].flatMap((pane) => this.rowsOf(pane));
    this.querySelector("ul").replaceChildren(...rows);
    this.narrow();
  }

  /** A row for each highlight of the pane, in reading order. The first one names the outlet. */
  rowsOf(pane) {
    const passages = new Map();
    for (const mark of pane.querySelectorAll("mark[data-h]")) {
      for (const id of mark.dataset.h.split(" ")) {
        const passage = passages.get(id) ?? { words: "", block: null, hue: mark.dataset.hue };
        const block = mark.closest(".block");
        const gap = passage.block && passage.block !== block ? " " : "";
        passages.set(id, { ...passage, block, words: passage.words + gap + mark.textContent });
      }
    }
    const outlet = pane.querySelector(".pane-source strong").textContent;
    return [...passages].map(([id, { words, hue }], index) => this.rowOf(id, words, hue, index ? "" : outlet));
  }

  rowOf(id, words, hue, outlet) {
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const link = row.querySelector("a");
    row.querySelector("small").textContent = outlet;
    link.textContent = words;
    link.dataset.choose = id;
    link.href = `${this.closest("news-desk").dataset.cardUrl}${id}/`;
    if (hue) link.dataset.hue = hue;
    return row;
  }

  narrow() {
    const typed = this.field.value.trim().toLowerCase();
    for (const section of this.querySelectorAll("section")) {
      const rows = [...section.querySelectorAll("li")];
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(typed);
      section.querySelector(".none").hidden = rows.some((row) => !row.hidden);
    }
  }
}

customElements.define("passage-list", PassageList);
