/**
 * What others do on the desk is shown here within two seconds, and what this person does in another tab too: the desk asks
 * for the pulse of its story, and for what has changed if there is something new. Nothing of it takes focus, scroll or
 * selection, or a form in which somebody writes.
 */
import { BEAT, hereInWords, LONGEST_WAIT, pauseAfter, unknown } from "newsroom/lib/pulse.js";
import { Changes } from "newsroom/parts/changes.js";

const NOTHING_NEW = 204;

export class Together {
  constructor(desk) {
    this.desk = desk;
    this.changes = new Changes(desk);
    this.token = desk.dataset.token;
    this.state = "";
    /** The ids of the lines of the history that this page shows already, and the largest of all. */
    this.known = new Set(desk.dataset.lines.split(",").filter(Boolean).map(Number));
    this.upTo = Number(desk.dataset.newest);
    this.beaten = -BEAT;
    this.failures = 0;
    document.addEventListener("news:lines", ({ detail }) => detail.lines.forEach((line) => this.known.add(line)));
    document.addEventListener("visibilitychange", () => document.hidden || this.soon());
    addEventListener("online", () => this.soon());
    addEventListener("pageshow", ({ persisted }) => persisted && this.soon());
    this.ask();
  }

  /** Ask now, and then every few seconds. */
  soon() {
    clearTimeout(this.timer);
    if (!this.asking) this.ask();
  }

  async ask() {
    this.asking = true;
    try {
      await this.pulse();
      this.failures = 0;
    } catch {
      // No network, or trouble of the server: it is asked again later, and each time after a longer pause.
      this.failures += 1;
    } finally {
      this.asking = false;
      this.timer = setTimeout(() => this.ask(), pauseAfter(this.failures, document.hidden));
    }
  }

  async pulse() {
    const response = await fetch(this.desk.dataset.pulseUrl, { method: "POST", headers: this.headers(), signal: AbortSignal.timeout(LONGEST_WAIT) });
    if (response.status === NOTHING_NEW) return undefined;
    if (!response.ok) throw new Error(`The pulse answered ${response.status}`);
    const pulse = await response.json();
    return pulse.renew ? this.renew() : this.heard(pulse);
  }

  headers() {
    const headers = { "Desk-Token": this.token, "Desk-State": this.state };
    const now = performance.now();
    if (!document.hidden && now - this.beaten >= BEAT) {
      headers["Desk-Beat"] = "1";
      this.beaten = now;
    }
    return headers;
  }

  /** The token is too old. Whoever is not signed in any more gets no other one, and is asked to sign in by their next act. */
  async renew() {
    const signal = AbortSignal.timeout(LONGEST_WAIT);
    const response = await fetch(this.desk.dataset.tokenUrl, { headers: { "HX-Request": "true" }, signal });
    if (!response.ok) throw new Error(`The token answered ${response.status}`);
    ({ token: this.token } = await response.json());
  }

  async heard(pulse) {
    this.showPeople(pulse.others);
    const wanted = unknown(pulse, this.known, this.upTo);
    if (wanted) await this.changes.fetch(wanted);
    for (const line of pulse.lines) this.known.add(line);
    this.upTo = pulse.newest;
    this.state = pulse.state;
  }

  showPeople(others) {
    const place = this.desk.querySelector(".desk-here");
    const words = hereInWords(others);
    if (place.textContent !== words) place.textContent = words;
    place.title = others.join(", ");
    place.hidden = !words;
  }
}
