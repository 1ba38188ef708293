/**
 * The outbox: the acts of one person that the server has not answered, and those that it has refused. All tabs share it.
 * It tells its listeners: `changed` (what waits, or whether it goes on), `answered` and `refused` (one act, in every tab),
 * `ended` (the session), and `begun` (another one, in another tab).
 */
import { causeOf } from "newsroom/lib/acts.js";
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
    this.adding = new Map();
    this.rules = [];
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

  /** Those of them that the store holds. Others are on their way there. */
  get stored() {
    return this.waiting.filter(({ number }) => number !== undefined);
  }

  get refused() {
    return this.acts.filter((act) => act.refusal);
  }

  /** Read what waits, from this page or from an earlier one, and send it. */
  start() {
    // A tab that waits for somebody to sign in learns that somebody has.
    this.tabs.postMessage({ type: "here" });
    return this.sender.drain();
  }

  /** Keep a new act, and send it when its turn comes. */
  async add(asMade) {
    const made = this.rules.reduce((act, rule) => rule(act), asMade);
    // What is built on a refused act waits for the person to decide about that one.
    const cause = causeOf(made, this.refused);
    const act = cause ? { ...made, refusal: { because: cause.id } } : made;
    this.adding.set(act, this.store.add(act));
    this.acts = [...this.acts, act];
    this.tell("changed");
    await this.adding.get(act);
    this.adding.delete(act);
    this.sender.wake();
    await this.changed();
  }

  /** Change what waits by `rule`, and each act that comes while the page still shows what was before. */
  async goBy(rule) {
    this.rules.push(rule);
    await this.kept();
    for (const act of this.stored) {
      const next = rule(act);
      if (next !== act) await this.store.put(next);
    }
  }

  /** Whether the highlights with these ids are stored by the server, as far as this browser knows. */
  saved(...ids) {
    return !this.waiting.some(({ drawn }) => drawn && ids.includes(drawn));
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
    if (news.type === "here") return this.sender.goOn && this.tell("begun");
    await this.refresh();
    if (news.type !== "changed") this.tell(news.type, news);
    return this.sender.drain();
  }

  async changed() {
    await this.refresh();
    this.tabs.postMessage({ type: "changed" });
    this.sender.drain();
  }

  /** Resolves when the store holds every act that was made until now. */
  async kept() {
    await Promise.all(this.adding.values());
    await this.refresh();
  }

  /** Read what the store holds. What is on its way there counts too. */
  async refresh() {
    const stored = await this.store.all(this.person);
    const coming = [...this.adding.keys()].filter(({ id }) => !stored.some((act) => act.id === id));
    this.acts = [...stored, ...coming];
    this.tell("changed");
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
