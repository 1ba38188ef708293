/** <find-bar>: search in the texts of the open panes. Hits are CSS Custom Highlights: nothing in the texts is touched. */
import { steadily } from "newsroom/lib/frames.js";
import { placesOf } from "newsroom/lib/search.js";

class FindBar extends HTMLElement {
  connectedCallback() {
    this.desk = this.closest("news-desk");
    this.form = this.querySelector("form");
    this.input = this.querySelector("input");
    this.count = this.querySelector("output");
    this.hits = [];
    this.at = -1;
    this.input.addEventListener("input", () => this.search());
    this.form.addEventListener("submit", (event) => this.stepped(event, 1));
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("keydown", (event) => this.pressed(event));
    this.desk.addEventListener("htmx:afterSettle", () => this.hidden || this.search());
    document.addEventListener("news:painted", () => this.hidden || this.search());
  }

  open() {
    this.hidden = false;
    this.input.select();
    this.input.focus();
    this.search();
  }

  close() {
    this.hidden = true;
    this.show([], -1);
    this.desk.panes.focus();
  }

  clicked(event) {
    const { find } = event.target.closest("[data-find]")?.dataset ?? {};
    if (find === "close") this.close();
    if (find === "previous") this.step(-1);
  }

  pressed(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && event.shiftKey) this.stepped(event, -1);
  }

  stepped(event, by) {
    event.preventDefault();
    this.step(by);
  }

  search() {
    const hits = this.desk.prose.flatMap((prose) => rangesIn(prose, this.input.value));
    this.show(hits, Math.min(this.at, hits.length - 1));
  }

  step(by) {
    const { length } = this.hits;
    if (!length) return;
    this.show(this.hits, this.at < 0 ? (by > 0 ? 0 : length - 1) : (this.at + by + length) % length);
    const home = this.hits[this.at].startContainer.parentElement;
    this.desk.panes.show(home.closest(".pane").id);
    steadily(() => home.scrollIntoView({ block: "center" }));
  }

  show(hits, at) {
    this.hits = hits;
    this.at = at;
    CSS.highlights.set("found", new Highlight(...hits));
    CSS.highlights.set("found-now", new Highlight(...hits.slice(at, at + 1).filter(() => at >= 0)));
    const { one, many, none } = this.count.dataset;
    const words = hits.length ? (hits.length === 1 ? one : many) : none;
    this.count.textContent = this.input.value.trim() && !this.hidden ? words.replace("#", hits.length).replace("@", at + 1 || "–") : "";
  }
}

/** The places of `words` in a text as DOM ranges. Blocks are lines: words are found across runs, not across blocks. */
function rangesIn(prose, words) {
  return [...prose.querySelectorAll(".block")].flatMap((block) => {
    const nodes = [];
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      nodes.push([text.length, node]);
      text += node.data;
    }
    return placesOf(text, words).map(([start, end]) => {
      const range = document.createRange();
      const [from, first] = nodes.findLast(([begins]) => begins <= start);
      const [to, last] = nodes.findLast(([begins]) => begins < end);
      range.setStart(first, start - from);
      range.setEnd(last, end - to);
      return range;
    });
  });
}

customElements.define("find-bar", FindBar);
