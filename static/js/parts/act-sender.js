/** Sends what waits in an outbox, one act after another, in one tab at a time, until each of them is answered. */
import { after, builtOn, meaningOf, pauseAfter } from "newsroom/lib/acts.js";
import { postAct } from "newsroom/lib/post-act.js";

export class ActSender {
  /** `token()` gives the token that forms send in this session. */
  constructor(outbox, token) {
    this.outbox = outbox;
    this.store = outbox.store;
    this.token = token;
    this.tries = 0;
  }

  /** Send what waits, if no other tab does. */
  async drain() {
    if (this.draining) return;
    this.draining = true;
    try {
      await this.alone(async () => {
        for (let act = await this.first(); act; act = await this.first()) await this.send(act);
      });
    } catch (error) {
      // The browser's store failed. What waits is still there, and is tried again.
      reportError(error);
      await this.untilNextTry();
    } finally {
      this.draining = false;
    }
    // An act may have come after the last look, while the lock was being given back.
    if (this.outbox.stored.length) this.drain();
  }

  /** Do not wait any longer for the next try. */
  wake() {
    this.wakeUp?.();
  }

  /** The session goes on. */
  resume() {
    const { goOn } = this;
    this.goOn = null;
    goOn?.();
  }

  alone(work) {
    // Without TLS there are no locks. Then two tabs may send one act, which the server does once.
    return navigator.locks ? navigator.locks.request(`newsroom-outbox-${this.outbox.person}`, work) : work();
  }

  async first() {
    await this.outbox.refresh();
    return this.outbox.stored[0];
  }

  async send(act) {
    const answer = await postAct(act, this.outbox.person, this.token());
    const meaning = meaningOf({ ...answer, breakdowns: act.breakdowns });
    if (meaning === "done") return this.done(act, answer);
    if (meaning === "refused") return this.refuse(act, answer);
    if (answer.status === 500 && answer.named) await this.store.put({ ...act, breakdowns: (act.breakdowns ?? 0) + 1 });
    this.outbox.isTrying(true);
    return meaning === "signed out" ? this.untilSignedIn() : this.untilNextTry(answer.retryAfter);
  }

  /** The act is done. What waits behind it goes by the highlight and the version that it left. */
  async done(act, answer) {
    const { highlight, version } = answer;
    if (act.drawn || version) await this.outbox.goBy((other) => (other.id === act.id ? other : after(other, act, { highlight, version })));
    await this.store.remove(act);
    return this.settle({ type: "answered", act, answer });
  }

  /** The act is refused: it is kept to be shown, with what was built on it, and nothing of it is sent. */
  async refuse(act, answer) {
    await this.outbox.kept();
    for (const one of builtOn(act, this.outbox.stored)) await this.store.put({ ...one, refusal: { because: act.id } });
    await this.store.put({ ...act, refusal: { html: answer.html, status: answer.status } });
    return this.settle({ type: "refused", act, answer });
  }

  settle(news) {
    this.tries = 0;
    this.outbox.isTrying(false);
    return this.outbox.spread(news);
  }

  untilNextTry(retryAfter) {
    this.tries += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseAfter(this.tries, retryAfter));
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  untilSignedIn() {
    this.outbox.ended();
    return new Promise((resolve) => (this.goOn = resolve));
  }
}
