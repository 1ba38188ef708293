/**
 * <news-desk>: what happens between panes, bar and rail. It keeps which highlight is chosen and which of three modes holds:
 * reading, linking (choosing the other end) or editing (choosing new edges); everything else it asks of its parts.
 */
import { Candidates } from "newsroom/parts/candidates.js";
import { Edges } from "newsroom/parts/edges.js";
import { Keys } from "newsroom/parts/desk-keys.js";
import { Panes } from "newsroom/parts/panes.js";
import { Rail } from "newsroom/parts/rail.js";
import { Threads } from "newsroom/parts/threads.js";

class NewsDesk extends HTMLElement {
  connectedCallback() {
    this.bar = this.querySelector("selection-bar");
    this.banner = this.querySelector(".desk-mode");
    this.candidates = new Candidates(this);
    this.edges = new Edges(this);
    this.rail = new Rail(this);
    const panes = this.querySelector(".panes");
    if (panes) {
      this.panes = new Panes(this, panes);
      this.threads = new Threads(panes, () => this.querySelectorAll("#links-list .link"));
      new Keys(this);
    }
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("news:choose", (event) => this.choose(event.detail.id));
    this.addEventListener("htmx:afterSettle", () => this.settled());
    document.body.addEventListener("highlight:drawn", (event) => this.drawn(event.detail.id));
    document.body.addEventListener("highlight:moved", () => this.moved());
    document.body.addEventListener("highlight:undone", () => this.rail.tabs?.show("card"));
    // Custom elements inside are upgraded, and the layout is known, only after this one.
    requestAnimationFrame(() => {
      this.settled({ scroll: "center" });
      if (location.hash.startsWith("#pane-")) this.panes?.focus(document.getElementById(location.hash.slice(1)) ?? undefined);
    });
  }

  get chosen() {
    return this.dataset.chosen ?? null;
  }

  get prose() {
    return [...this.querySelectorAll("news-prose")];
  }

  get mode() {
    return this.dataset.mode ?? "reading";
  }

  /** Open the card of a highlight; while linking, take it as the other end. */
  choose(id) {
    if (this.mode === "linking" && id !== this.dataset.source) return this.linkWith(id);
    this.dataset.chosen = id;
    this.light();
    return this.rail.load(`${this.dataset.cardUrl}${id}/`).then(() => this.light({ scroll: "nearest" }));
  }

  clicked(event) {
    const choice = event.target.closest("[data-choose], [data-end], [data-act], [data-h]:is(rect)");
    if (!choice) return;
    const { choose, end, act, source, h } = choice.dataset;
    if (choose || h || end || act === "link") event.preventDefault();
    if (h) this.choose(h);
    if (choose) {
      if (choice.closest(".link-card")) this.read();
      this.choose(choose).then(() => this.light({ scroll: "center" }));
    }
    if (end) this.linkWith(end);
    if (act === "link") this.link(source);
    if (act === "edges") this.edges.edit(choice);
    if (act === "keys") this.querySelector("dialog.keys").showModal();
    if (act === "search") this.querySelector("find-bar").open();
  }

  link(source) {
    this.enter("linking", "Linking: choose the other passage in another article. Esc cancels.");
    this.dataset.source = source;
    return this.rail.load(this.dataset.linkUrl, { source });
  }

  linkWith(target) {
    const { source } = this.dataset;
    this.read();
    return this.rail.load(this.dataset.linkUrl, { source, target });
  }

  enter(mode, words) {
    this.dataset.mode = mode;
    this.banner.textContent = words;
    this.banner.hidden = false;
  }

  /** Back to reading. */
  read() {
    delete this.dataset.mode;
    if (this.banner) this.banner.hidden = true;
    this.bar?.edit(false);
  }

  moved() {
    this.read();
    this.bar?.dismiss();
    this.settled();
  }

  drawn(id) {
    const source = this.mode === "linking" ? this.dataset.source : null;
    this.dataset.chosen = id;
    this.bar?.dismiss();
    const { opens } = this.rail.card.firstElementChild.dataset;
    if (source && source !== id) this.linkWith(id);
    else if (opens === "link") this.link(id);
    else if (opens) this.rail.open(opens);
    this.settled();
  }

  settled(options) {
    if (this.rail.shown && this.mode === "reading") this.dataset.chosen = this.rail.shown;
    for (const button of this.querySelectorAll('[data-act="edges"][hidden]')) button.hidden = !this.bar;
    this.light(options);
    this.threads?.refresh();
  }

  light(options) {
    this.panes?.reveal(this.chosen);
    for (const prose of this.prose) prose.light(this.chosen, options);
    for (const stroke of this.querySelectorAll(".strip rect")) {
      stroke.toggleAttribute("data-lit", stroke.dataset.h === this.chosen);
    }
    this.threads?.schedule();
  }
}

customElements.define("news-desk", NewsDesk);
