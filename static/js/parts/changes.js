/** What others have changed is painted: blocks of texts, strips, lists, the open card, and bars for newer revisions. */
import { fieldInUse } from "newsroom/lib/graft.js";
import { LONGEST_WAIT } from "newsroom/lib/pulse.js";
import { unsent } from "newsroom/lib/drafts.js";
import { graftCard, paintOthers } from "newsroom/parts/answers.js";
import { keepSelection, pointerReleased } from "newsroom/parts/selection-keeper.js";

/** Ask for a part of the page. An answer that does not come ends the wait, so that the next pulse is asked for. */
function part(url) {
  return fetch(url, { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(LONGEST_WAIT) });
}

export class Changes {
  constructor(desk) {
    this.desk = desk;
    /** How many acts of this person were answered. */
    this.answers = 0;
    /** What was painted while an act was on its way, whose answer may show the page as it was before. */
    this.overtaken = [];
    desk.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("news:lines", () => this.answered());
    document.addEventListener("news:theirs", ({ detail }) => this.theirs(detail.subject));
  }

  /** Ask for what these lines of the history have changed, and paint it. */
  async fetch(wanted) {
    const changes = await this.upToDate(() => this.ask(wanted));
    if (this.outbox.outbox.waiting.length) this.overtaken.push(wanted);
    await this.paint(changes);
  }

  get outbox() {
    return document.querySelector("act-outbox");
  }

  /** An act was answered. What was painted while it was on its way is painted again, after the answer. */
  answered() {
    this.answers += 1;
    if (this.outbox.outbox.waiting.length) return;
    for (const wanted of this.overtaken.splice(0)) this.fetch(wanted).catch(reportError);
  }

  /** Ask until no act was answered meanwhile, because the answer to the question would be older than the page then. */
  async upToDate(ask) {
    let answers = null;
    let answer = null;
    while (answers !== this.answers) {
      ({ answers } = this);
      answer = await ask();
      await pointerReleased();
      await this.outbox.painted;
    }
    return answer;
  }

  async ask({ lines, after }) {
    const { opening, panes } = this.desk;
    const asked = new URLSearchParams({ read: opening.shown.join(","), revisions: panes.panes.map(({ dataset }) => dataset.revision).join(",") });
    asked.set("leave", document.getElementById("undo-left")?.value ?? "");
    if (lines) asked.set("lines", lines.join(","));
    else asked.set("after", after);
    const response = await part(`${this.desk.dataset.changesUrl}?${asked}`);
    if (!response.ok) throw new Error(`The changes answered ${response.status}`);
    return response.json();
  }

  async paint({ all, html, events, changes, revisions }) {
    if (all) this.desk.opening.renew(...this.desk.opening.shown);
    else this.paintTexts(html);
    for (const { article, html: bar } of revisions) this.offer(article, bar);
    for (const event of events) htmx.trigger(document.body, event, {});
    const shown = this.desk.rail.passage?.dataset.highlight;
    const of = changes.filter(({ highlights }) => highlights.includes(shown));
    if (shown && (of.length || all)) await this.renewCard(shown, of);
  }

  paintTexts(html) {
    const restoreSelection = keepSelection();
    const parts = document.createElement("template");
    parts.innerHTML = html;
    paintOthers(parts.content);
    restoreSelection();
    document.dispatchEvent(new CustomEvent("news:painted"));
  }

  /** The open card was changed. If somebody writes on it, it says so; else the newer one comes. */
  renewCard(id, changes) {
    const card = this.desk.rail.passage;
    const others = changes.filter(({ own }) => !own);
    const isWritten = fieldInUse(card) || [...card.querySelectorAll("form")].some(unsent);
    if (!isWritten || !others.length) return this.showCard(id);
    const names = [...new Set(others.map(({ by }) => by))].join(", ");
    this.desk.rail.card.querySelector(".card-news")?.remove();
    const news = Object.assign(document.createElement("p"), { className: "card-news" });
    news.setAttribute("role", "status");
    const show = Object.assign(document.createElement("button"), { type: "button", textContent: "Show it" });
    show.dataset.shows = id;
    news.append(`Changed by ${names}. What you write stays. `, show);
    card.before(news);
    return undefined;
  }

  /** The card of a highlight as it is now, or null if there is none. */
  async askForCard(id) {
    const { cardUrl, story } = this.desk.dataset;
    const response = await part(`${cardUrl}${id}/?story=${encodeURIComponent(story)}`);
    return response.ok ? response.text() : null;
  }

  /** Put the card as it is now in place of the one that is open, around the form in which somebody writes. */
  async showCard(id) {
    const html = await this.upToDate(() => this.askForCard(id));
    if (html === null) return;
    const answer = document.createElement("template");
    answer.innerHTML = html;
    const card = this.desk.rail.passage;
    if (card?.dataset.highlight !== id) return;
    this.desk.rail.card.querySelector(".card-news")?.remove();
    graftCard(card, answer.content.firstElementChild);
    document.dispatchEvent(new CustomEvent("news:painted"));
  }

  /** What the other person wrote was chosen: the card shows it. */
  theirs(subject) {
    if (subject === this.desk.rail.shown) this.showCard(subject);
    else if (subject === this.desk.claims.shown) this.desk.claims.refresh();
  }

  /** An article has a newer revision: a bar in its pane offers it. Each is offered once. */
  offer(article, html) {
    const pane = this.desk.panes.of(article);
    const bar = document.createElement("template");
    bar.innerHTML = html;
    const news = bar.content.firstElementChild;
    if (!pane || pane.dataset.offered === news.dataset.revisionNews) return;
    pane.querySelector(".pane-news")?.remove();
    pane.dataset.offered = news.dataset.revisionNews;
    pane.append(news);
  }

  clicked({ target }) {
    const button = target.closest("[data-shows], [data-renew], [data-later]");
    if (!button) return;
    const { shows, renew } = button.dataset;
    if (shows) this.showCard(shows);
    else if (renew) this.desk.opening.renew(renew);
    else button.closest(".pane-news").remove();
  }
}
