/**
 * The outbox: the acts of one person that the server has not answered, and those that it has refused. All tabs share it.
 * It tells its listeners: `changed` (what waits, or whether it goes on), `answered` and `refused` (one act, in every tab),
 * `ended` (the session), and `begun` (another one, in another tab).
 */
import { builtOn, causeOf, renamed } from "newsroom/lib/acts.js";
import { ActSender } from "newsroom/parts/act-sender.js";
import { ActStore } from "newsroom/parts/act-store.js";

export class Outbox extends EventTarget {
  /** `token()` gives the token that forms send in this session. */
  constructor(person, token) {
    super();
    this.person = person;
    this.store = new ActStore();
    this.sender = new ActSender(this, token);
    this.acts = [];
    this.adding = new Set();
    this.trying = false;
    this.tabs = new BroadcastChannel(`newsroom-outbox-${person}`);
    this.tabs.onmessage = ({ data }) => this.heard(data);
    addEventListener("online", () => this.sender.wake());
    document.addEventListener("visibilitychange", () => document.hidden || this.sender.wake());
  }

  /** The acts that are not answered, the oldest first. */
  get waiting() {
    return this.acts.filter((act) => !act.refusal);
  }

  get refused() {
    return this.acts.filter((act) => act.refusal);
  }

  /** Read what waits, from this page or from an earlier one, and send it. */
  async start() {
    await this.refresh();
    this.sender.drain();
  }

  /** Keep a new act, and send it when its turn comes. */
  async add(made) {
    // What is built on a refused act waits for the person to decide about that one.
    const cause = causeOf(made, this.refused);
    const act = cause ? { ...made, refusal: { because: cause.id } } : made;
    this.adding.add(act);
    this.acts = [...this.acts, act];
    this.tell("changed");
    await this.store.add(act);
    this.adding.delete(act);
    this.sender.wake();
    await this.changed();
  }

  /** Whether the highlights with these ids are stored by the server, as far as this browser knows. */
  saved(...ids) {
    return !this.waiting.some(({ drawn }) => drawn && ids.includes(drawn));
  }

  /** Forget a refused act, and what was built on it. */
  async dismiss(act) {
    for (const gone of [act, ...builtOn(act, this.refused)]) await this.store.remove(gone);
    await this.changed();
  }

  /** Send a refused act again with one more field, and what was built on it. They go to the end. */
  async sendAgain(act, field) {
    for (const one of [act, ...builtOn(act, this.refused)]) {
      const { refusal, number, ...again } = one;
      if (one === act) again.fields = [...again.fields, field];
      await this.store.add(again);
      await this.store.remove(one);
    }
    await this.changed();
  }

  /** Use another highlight in place of the one that the refused `act` wanted to draw. */
  async useInstead(act, highlight) {
    for (const one of builtOn(act, this.refused)) {
      const { refusal, ...again } = renamed(one, act.drawn, highlight);
      await this.store.put(again);
    }
    await this.store.remove(act);
    await this.changed();
  }

  /** The session goes on. The other tabs need its token too. */
  resume() {
    this.tabs.postMessage({ type: "begun" });
    this.sender.resume();
  }

  /** The session has ended. Whoever is in front of a tab is asked to sign in. */
  ended() {
    this.tabs.postMessage({ type: "ended" });
    this.tell("ended");
  }

  isTrying(trying) {
    this.trying = trying;
    this.tell("changed");
  }

  /** Tell every tab what became of an act. */
  async spread(news) {
    await this.refresh();
    this.tabs.postMessage(news);
    this.tell(news.type, news);
  }

  async heard(news) {
    if (["ended", "begun"].includes(news.type)) return this.tell(news.type);
    await this.refresh();
    if (news.type !== "changed") this.tell(news.type, news);
    return this.sender.drain();
  }

  async changed() {
    await this.refresh();
    this.tabs.postMessage({ type: "changed" });
    this.sender.drain();
  }

  /** Read what the store holds. What is on its way there counts too. */
  async refresh() {
    const stored = await this.store.all(this.person);
    const coming = [...this.adding].filter(({ id }) => !stored.some((act) => act.id === id));
    this.acts = [...stored, ...coming];
    this.tell("changed");
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
