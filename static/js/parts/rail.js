/** The rail: its tabs, and the card, which shows a passage, the form of a link, or what a passage could be linked with. */
import { fieldInUse } from "newsroom/lib/graft.js";
import { keep } from "newsroom/parts/drafts.js";
import { Tabs } from "newsroom/parts/tabs.js";

/** The id on the pending card that the server prints. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export class Rail {
  constructor(desk) {
    this.desk = desk;
    this.card = desk.querySelector("#card");
    const tabs = desk.querySelector(".rail-tabs");
    if (tabs) this.tabs = new Tabs(tabs);
    this.last = this.card.firstElementChild.id;
    this.card.addEventListener("htmx:afterSwap", (event) => {
      if (event.detail.target === this.card) this.filled();
    });
    this.card.addEventListener("htmx:beforeSwap", (event) => this.interrupts(event));
    this.card.addEventListener("change", (event) => this.named(event.target));
  }

  /** What was asked for before somebody began to write on the card does not take the field away. */
  interrupts({ detail, target }) {
    if (target !== this.card || !fieldInUse(this.card)) return;
    detail.shouldSwap = false;
    document.getElementById("said").textContent = "You went on writing, so the other passage was not opened.";
    this.desk.settled();
  }

  /** The highlight whose card is open, or null. */
  get shown() {
    return this.card.querySelector("[data-highlight]")?.dataset.highlight ?? null;
  }

  /** The open card of a passage, or null. A form of a link and a list of candidates are about a passage, and are no card of it. */
  get passage() {
    return this.card.querySelector(":scope > article.passage");
  }

  /** The id of the panel that is shown, as it stands in the address: empty for the first one. */
  get tab() {
    const shown = this.tabs?.shown;
    return shown === "card" ? "" : shown;
  }

  /** Show the panel that an address names. */
  turnTo(tab) {
    if (tab !== (this.tab || "card") && this.tabs?.has(tab)) this.tabs.show(tab);
  }

  /** Whether a link is being made: its other end is being chosen, or its relation. */
  get linking() {
    return Boolean(this.card.querySelector(".link-card"));
  }

  /** Fetch what is at `path` into the card. */
  load(path, values = {}) {
    this.tabs?.show("card");
    const { story } = this.desk.dataset;
    const sent = story ? { story, ...values } : values;
    return htmx.ajax("GET", path, { target: "#card", swap: "innerHTML", values: sent });
  }

  /**
   * Show the card of words that wait to be marked: as much of it as there is without the server. With `quiet`, a rail that
   * is folded stays so.
   */
  pend(drawn, fields, { quiet = false } = {}) {
    const { revision, quote } = Object.fromEntries(fields);
    const pane = this.desk.querySelector(`.pane[data-revision="${CSS.escape(revision)}"]`);
    const template = this.desk.querySelector("template.pending-card");
    keep(this.card);
    this.card.innerHTML = template.innerHTML.replaceAll(NOBODY, drawn);
    const card = this.card.firstElementChild;
    card.dataset.article = pane.dataset.article;
    card.querySelector(".card-source strong").textContent = pane.querySelector(".pane-source strong").textContent;
    card.querySelector("blockquote").textContent = quote;
    this.filled({ quiet });
  }

  /** The words on the pending card were not marked. It stays as long as somebody writes in it. */
  refuse() {
    const badge = this.card.querySelector(".card-source .badge");
    if (badge && fieldInUse(this.card)) badge.textContent = "not marked";
    else this.clear();
  }

  /** Show what there is to choose. What was begun on the card is kept. */
  clear() {
    keep(this.card);
    this.card.innerHTML = this.desk.querySelector("template.empty-card").innerHTML;
  }

  /** Put the focus into the field that takes a `part` of the card (note, claim, tag, comment); false where the card has none. */
  open(part) {
    const field = this.card.querySelector(`[data-field="${part}"]`);
    if (!field) return false;
    this.desk.fold?.unfold();
    this.tabs?.show("card");
    field.closest("section")?.setAttribute("data-asked", "");
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.focus();
    return true;
  }

  /** What was asked for comes into view, anything else than before from its top; the choice it asks for is at hand. */
  filled({ quiet = false } = {}) {
    if (!quiet) this.tabs?.show("card");
    const { id } = this.card.firstElementChild;
    if (id !== this.last) this.card.scrollTop = 0;
    this.last = id;
    if (this.card.querySelector(".link-card, .candidates")) this.desk.fold?.unfold();
    this.card.querySelector('.link-card [name="relation"]')?.focus();
    if (this.card.querySelector(".candidates")) this.offer();
  }

  /** The first candidate has the focus and is in view from the card's top; what was linked before it, all the more. */
  offer() {
    if (this.desk.bar) this.desk.bar.hidden = true;
    const hand = this.desk.candidates.offers[0] ?? this.card.querySelector(".candidates summary") ?? this.card;
    this.card.scrollTop = 0;
    hand.focus({ preventScroll: true });
    if (hand !== this.card) hand.scrollIntoView({ block: "nearest" });
    this.card.querySelector(".notice[role=status]")?.scrollIntoView({ block: "nearest" });
  }

  /** The button says what will happen: "Link as contradiction". */
  named(choice) {
    if (choice.dataset.button) choice.form.querySelector("[data-link-submit]").textContent = choice.dataset.button;
  }
}
