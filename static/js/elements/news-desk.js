/**
 * <news-desk>: what happens between panes, bar and rail. It keeps which highlight is chosen and which of three modes holds:
 * reading, linking (choosing the other end) or editing (choosing new edges); everything else it asks of its parts.
 */
import { Candidates } from "newsroom/parts/candidates.js";
import { Claims } from "newsroom/parts/claims.js";
import { DeskActs } from "newsroom/parts/desk-acts.js";
import { DeskAddress } from "newsroom/parts/desk-address.js";
import { Edges } from "newsroom/parts/edges.js";
import { Keys } from "newsroom/parts/desk-keys.js";
import { Linking } from "newsroom/parts/linking.js";
import { Opening } from "newsroom/parts/opening.js";
import { Panes } from "newsroom/parts/panes.js";
import { Rail } from "newsroom/parts/rail.js";
import { RailFold } from "newsroom/parts/rail-fold.js";
import { TagLock } from "newsroom/parts/tag-lock.js";
import { drawingOf } from "newsroom/parts/stepping.js";
import { Threads } from "newsroom/parts/threads.js";
import { Together } from "newsroom/parts/together.js";
import { nameUndo } from "newsroom/parts/undo-names.js";

class NewsDesk extends HTMLElement {
  connectedCallback() {
    this.bar = this.querySelector("selection-bar");
    this.banner = this.querySelector(".desk-mode");
    this.candidates = new Candidates(this);
    this.edges = new Edges(this);
    this.linking = new Linking(this);
    this.rail = new Rail(this);
    this.acts = new DeskActs(this);
    const panes = this.querySelector(".panes");
    if (panes) {
      this.panes = new Panes(this, panes);
      this.threads = new Threads(panes, () => this.querySelectorAll("#links-list .link"));
      this.claims = new Claims(this);
      this.opening = new Opening(this, this.panes);
      this.address = new DeskAddress(this);
      this.fold = new RailFold(this);
      if (this.bar) this.lock = new TagLock(this);
      this.together = new Together(this);
      new Keys(this);
      nameUndo(this);
    }
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("news:choose", (event) => this.opened(event.detail.id));
    this.addEventListener("htmx:afterSettle", () => this.settled());
    document.addEventListener("news:painted", () => this.settled());
    document.body.addEventListener("highlight:undone", () => this.rail.tabs?.show("card"));
    // Custom elements inside are upgraded, and the layout is known, only after this one.
    requestAnimationFrame(() => {
      this.settled({ scroll: "center" });
      if (location.hash.startsWith("#pane-")) this.panes?.focus(document.getElementById(location.hash.slice(1)) ?? undefined);
      this.address?.begin();
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

  /** Open the card of a highlight, or of one that waits to be saved; while linking, take it as the other end. */
  async choose(id) {
    if (this.mode === "linking" && id !== this.dataset.source) return this.linking.end(id);
    this.dataset.chosen = id;
    this.light();
    const drawing = drawingOf(id);
    if (drawing) return this.pend(drawing);
    return this.rail.load(`${this.dataset.cardUrl}${id}/`).then(() => this.light({ scroll: "nearest" }));
  }

  /** Show the card of words that wait to be marked, with all else that waits for them. */
  pend({ drawn, fields }) {
    this.rail.pend(drawn, fields);
    document.dispatchEvent(new CustomEvent("news:painted"));
  }

  /** A highlight was pressed: its card is asked for. */
  opened(id) {
    this.fold?.unfold();
    this.choose(id);
  }

  /** Choose no highlight: the rail lists all of them. */
  leave() {
    delete this.dataset.chosen;
    this.rail.clear();
    this.light();
  }

  clicked(event) {
    const choice = event.target.closest("[data-choose], [data-end], [data-act], [data-to], [data-h]:is(rect)");
    if (!choice) return;
    const { choose, end, act, source, h, to, url } = choice.dataset;
    if (choose || h || end || act === "link") event.preventDefault();
    if (h) this.opened(h);
    if (to) this.rail.open(to);
    if (choose) {
      if (choice.closest(".link-card")) this.read();
      this.choose(choose).then(() => this.light({ scroll: "center" }));
    }
    if (end) this.linking.end(end);
    if (act === "link") this.linking.begin(source);
    if (act === "find" && source) this.linking.find(url, source);
    if (act === "edges") this.edges.edit(choice);
    if (act === "keys") this.querySelector("dialog.keys").showModal();
    if (act === "list") this.leave();
    if (act === "search") this.querySelector("find-bar").open();
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
    this.address?.note();
  }
}

customElements.define("news-desk", NewsDesk);
