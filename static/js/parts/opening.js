/**
 * Opening, closing and turning articles without a new page: only the panes that are missing are fetched, and the others
 * stay as they are, with their scroll, selection and focus.
 */
import { afterChoice, readingIn } from "newsroom/lib/reading.js";

export class Opening {
  constructor(desk, panes) {
    this.desk = desk;
    this.panes = panes;
    this.field = desk.querySelector("#reading");
    this.wanted = this.shown;
    /** The articles whose panes have to come, also if the request for them was passed over by a later one. */
    this.due = new Set();
    desk.addEventListener("click", (event) => this.clicked(event));
    desk.addEventListener("htmx:beforeSwap", (event) => this.came(event));
    for (const failure of ["htmx:responseError", "htmx:sendError"]) desk.addEventListener(failure, (event) => this.failed(event));
  }

  /** The ids of the articles that are open. */
  get shown() {
    return this.field.value.split(",").filter(Boolean);
  }

  clicked(event) {
    const link = event.target.closest("a[data-reads]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.desk.address.step();
    this.open(afterChoice(this.wanted, this.shown, readingIn(link.href)));
    this.desk.address.note();
  }

  /** Open these articles, and no others. */
  open(wanted) {
    this.wanted = wanted;
    this.ask(wanted.filter((id) => !this.panes.of(id)));
  }

  /** Fetch the panes of these articles again. */
  renew(...articles) {
    this.ask(articles);
  }

  ask(missing) {
    for (const id of missing) this.due.add(id);
    const pane = [...this.due].filter((id) => this.wanted.includes(id)).join(",");
    /** What was asked for last. */
    this.asked = this.wanted.join(",");
    this.panes.element.setAttribute("aria-busy", "true");
    const values = { read: this.asked, pane };
    htmx.ajax("GET", this.desk.dataset.panesUrl, { source: this.panes.element, target: this.panes.element, swap: "none", values }).catch(() => {});
  }

  came({ detail, target }) {
    if (target !== this.panes.element || detail.xhr.status !== 200) return;
    detail.shouldSwap = false;
    const answer = document.createElement("template");
    answer.innerHTML = detail.xhr.responseText;
    this.panes.element.removeAttribute("aria-busy");
    this.place(answer.content.firstElementChild);
    const { parameters } = detail.requestConfig;
    if (parameters.get("read") === this.asked) this.settle(parameters.get("pane").split(","));
  }

  /**
   * The newest answer is placed. An article is open in it whose pane an older answer has closed meanwhile: it is fetched.
   * The server was asked for `panes`, and those that it did not give are not asked for again.
   */
  settle(panes) {
    this.wanted = this.shown;
    const gone = this.shown.filter((id) => !this.panes.of(id) && !panes.includes(id));
    this.due = new Set();
    if (gone.length) this.ask(gone);
    this.desk.address.note();
  }

  /** The articles that were asked for did not come: those that are open stay. */
  failed({ detail }) {
    if (detail.target !== this.panes.element) return;
    this.panes.element.removeAttribute("aria-busy");
    if (detail.requestConfig.parameters.get("read") !== this.asked) return;
    this.due = new Set();
    this.wanted = this.shown;
    this.desk.address.note();
  }

  place(root) {
    const hand = document.activeElement;
    const reading = root.dataset.reading.split(",").filter(Boolean);
    const all = [...root.querySelectorAll(".pane")];
    const fresh = all.filter(({ dataset }) => !this.panes.of(dataset.article));
    const turns = [...root.children].filter((part) => part.dataset.turns);
    for (const pane of fresh) pane.classList.remove("is-shown");
    for (const name of [".desk-articles", ".pane-tabs"]) this.desk.querySelector(name).replaceWith(root.querySelector(name));
    this.panes.arrange(reading, fresh);
    for (const pane of all) if (!fresh.includes(pane)) this.panes.replace(this.panes.of(pane.dataset.article), pane);
    for (const part of turns) this.panes.of(part.dataset.turns)?.querySelector(".pane-turns").replaceWith(part);
    this.field.value = reading.join(",");
    const links = root.querySelector("#links-list");
    this.desk.querySelector("#links-list").replaceWith(links);
    htmx.process(links);
    if (fresh.length) this.panes.show(fresh.at(-1).id);
    document.dispatchEvent(new CustomEvent("news:painted"));
    this.focus(hand, fresh);
  }

  /** The link that was pressed has the focus again; if it went with its pane, the text that came instead has it. */
  focus(hand, fresh) {
    if (document.activeElement !== document.body || hand === document.body) return;
    const again = hand.id && document.getElementById(hand.id);
    if (again) again.focus({ preventScroll: true });
    else this.panes.focus(fresh.at(-1));
  }
}
