/**
 * <act-outbox>: takes the acts of the page into the outbox, says in the toolbar what waits, paints the answers, and shows
 * what was refused, with what was typed, until it is dismissed.
 */
import { subjectOf, stateInWords, stateOf, versionSeen } from "newsroom/lib/acts.js";
import { actOf, afterSending, followVersion, forget, repeats, typeAgain } from "newsroom/parts/act-forms.js";
import { paintAnswer } from "newsroom/parts/answers.js";
import { Outbox } from "newsroom/parts/outbox.js";
import { dismiss, resend, sendAgain, showRefusals, useInstead } from "newsroom/parts/refusals.js";
import { heardRefusal } from "newsroom/parts/review-region.js";
import { setToken, token } from "newsroom/parts/session-token.js";
import { paintWaiting } from "newsroom/parts/waiting-marks.js";

/** How long something waits before the toolbar says so; most answers come sooner. */
const QUIET = 400;

class ActOutbox extends HTMLElement {
  connectedCallback() {
    if (this.outbox) return;
    this.state = this.querySelector("[role=status]");
    this.session = document.querySelector("session-dialog");
    this.refusals = document.getElementById("refusals");
    this.outbox = new Outbox(this.dataset.person, token);
    this.made = new Map();
    this.outbox.addEventListener("changed", () => this.changed());
    this.outbox.addEventListener("answered", ({ detail }) => this.answered(detail));
    this.outbox.addEventListener("refused", ({ detail }) => this.refused(detail));
    this.outbox.addEventListener("ended", () => this.askToSignIn());
    this.outbox.addEventListener("begun", () => this.renewToken());
    document.addEventListener("submit", (event) => this.submitted(event));
    document.addEventListener("news:painted", () => paintWaiting(this.outbox.waiting));
    document.body.addEventListener("htmx:afterSettle", () => paintWaiting(this.outbox.waiting));
    document.body.addEventListener("htmx:beforeSwap", (event) => this.heardSessionEnd(event));
    this.refusals.addEventListener("click", (event) => this.decide(event));
    this.painted = Promise.resolve();
    /** The acts that are answered, but whose answers the page does not show yet. */
    this.painting = new Set();
    this.outbox.start();
  }

  /** Resolves when the server has the highlights with these ids; false if one of them was refused. */
  async saved(...ids) {
    while (!this.outbox.saved(...ids)) {
      await new Promise((resolve) => this.outbox.addEventListener("changed", resolve, { once: true }));
    }
    await this.painted;
    return !this.outbox.refused.some(({ drawn }) => ids.includes(drawn));
  }

  submitted(event) {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("[data-outbox]") || !document.querySelector("#card, #possible-contradictions, #review")) return;
    event.preventDefault();
    if (repeats(form)) return;
    const act = actOf(form, event.submitter, this.dataset.person);
    if (!form.dispatchEvent(new CustomEvent("news:acting", { bubbles: true, cancelable: true, detail: { act } }))) return;
    if (form.matches("[data-undoes]")) this.asUndo(act);
    this.made.set(act.id, document.querySelector("#card [data-highlight]")?.dataset.highlight ?? null);
    document.getElementById("said").replaceChildren();
    this.outbox.add(act);
    if (!form.matches("[data-draws]")) afterSending(form);
    document.dispatchEvent(new CustomEvent("news:acted", { detail: { act } }));
  }

  /** What undo takes back is the act before it. If that is refused, nothing older may be taken back in its place. */
  asUndo(act) {
    act.after = this.outbox.waiting.at(-1)?.id;
    for (const refused of this.outbox.refused) if (refused.undoes) dismiss(this.outbox, refused);
    act.undoes = true;
  }

  changed() {
    const { waiting, trying, refused } = this.outbox;
    this.dataset.state = stateOf(waiting.length, trying, refused.length);
    clearTimeout(this.saying);
    this.saying = setTimeout(() => this.say(), QUIET);
    showRefusals(this.refusals, refused);
    paintWaiting(waiting);
  }

  say() {
    const { waiting, trying, refused } = this.outbox;
    const words = stateInWords(waiting.length, trying, refused.length);
    if (this.state.textContent !== words) this.state.textContent = words;
  }

  answered({ act, answer }) {
    this.told("news:lines", { lines: answer.lines ?? [] });
    followVersion(subjectOf(act), versionSeen(act), answer.version);
    const shown = document.querySelector("#card [data-highlight]")?.dataset.highlight ?? null;
    const isNewest = [...this.made.keys()].at(-1) === act.id;
    const opens = !act.drawn && isNewest && this.made.get(act.id) === shown; // A mark has had its card before.
    this.painting.add(act);
    this.painted = this.painted
      .then(() => paintAnswer(act, answer, opens))
      .catch(reportError)
      .finally(() => this.painting.delete(act));
    if (act.drawn && answer.highlight && answer.highlight !== act.drawn) this.told("news:renamed", { from: act.drawn, to: answer.highlight });
  }

  refused({ act, answer }) {
    typeAgain(act);
    heardRefusal(act, answer.status);
    this.told("news:refused", { act });
  }

  /** A button of a refusal was pressed. */
  decide({ target }) {
    const button = target.closest("button:is([data-dismiss], [data-again], [data-instead], [data-resend])");
    const act = button && this.outbox.refused.find(({ id }) => id === button.closest("[data-refused]").dataset.refused);
    if (!act) return;
    const { again, instead, theirs } = button.dataset;
    const offer = button.dataset.resend;
    if (offer || theirs !== undefined) forget(act);
    if (instead) useInstead(this.outbox, act, instead).then(() => this.told("news:renamed", { from: act.drawn, to: instead }));
    else if (again) sendAgain(this.outbox, act, { [again]: "on" });
    else if (offer) resend(this.outbox, act, JSON.parse(offer));
    else dismiss(this.outbox, act);
    if (theirs !== undefined) this.told("news:theirs", { subject: subjectOf(act) });
  }

  /** A part of the page was asked for after the session had ended: it is asked for again when somebody has signed in. */
  heardSessionEnd(event) {
    const { xhr, requestConfig: asked } = event.detail;
    if (xhr.status !== 401) return;
    event.detail.shouldSwap = false;
    const { verb, path, elt, target, parameters } = asked;
    // The token of the old session would be refused. The form on the page has that of the new one by then.
    parameters.delete("csrfmiddlewaretoken");
    this.askToSignIn().then(() => htmx.ajax(verb, path, { source: elt, target, values: parameters }));
  }

  async askToSignIn() {
    setToken(await this.session.ask(this.dataset));
    this.outbox.resume();
  }

  /** Somebody has signed in in another tab: their token counts here too. */
  async renewToken() {
    setToken(await this.session.ask(this.dataset));
    this.outbox.sender.resume();
  }

  told(type, detail) {
    document.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define("act-outbox", ActOutbox);
