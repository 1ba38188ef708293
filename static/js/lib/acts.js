/**
 * Acts that wait for the server, and what its answers mean for them. Pure: no page, no store, no network.
 *
 * An act is `{id, person, url, fields: [[name, value]], words, drawn, after}`. `drawn` is the id of the highlight that it
 * draws, if it draws one; `after` is the id of the act without which it has no meaning, if there is such an act.
 */

/** How often an act may break the server (500) before it is taken out of the way. */
export const MOST_BREAKDOWNS = 3;
const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const SUBJECT = /\/(?:highlights|claims|review)\/([0-9a-f-]{36})\//u;

/** A new id: a random UUID. `crypto.randomUUID` is missing on sites without TLS. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}

/**
 * What an answer means: "done", "refused", "signed out", or "again" (send the act once more, later). `named` says whether
 * the answer repeats the id of the act; one that does not was given by something between us and the server.
 */
export function meaningOf({ status, named, breakdowns = 0 }) {
  if (!named) return "again";
  if (status === 401) return "signed out";
  if (status >= 200 && status < 300) return "done";
  if (status === 408 || status === 429) return "again";
  if (status >= 400 && status < 500) return "refused";
  if (status === 500 && breakdowns + 1 >= MOST_BREAKDOWNS) return "refused";
  return "again";
}

/** Milliseconds until the next try after `tries` tries without an answer; the server may ask for more. */
export function pauseAfter(tries, retryAfter = 0) {
  const pause = Math.min(SHORTEST_PAUSE * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE);
  return Math.max(pause, Math.min(1000 * retryAfter, LONGEST_PAUSE));
}

/** The highlight or the claim to which an act is done, or null. */
export function subjectOf({ url, drawn }) {
  return drawn ?? SUBJECT.exec(url)?.[1] ?? null;
}

/** Those of `acts` that have no meaning without the act `refused`, in their order. */
export function builtOn(refused, acts) {
  const gone = [refused];
  for (const act of acts) {
    if (act.id !== refused.id && gone.some((before) => needs(act, before))) gone.push(act);
  }
  return gone.slice(1);
}

/** `act` with the id of one highlight in place of another's. */
export function renamed(act, from, to) {
  const fields = act.fields.map(([name, value]) => [name, value === from ? to : value]);
  return { ...act, url: act.url.replaceAll(from, to), fields };
}

/**
 * `act` as it is after another act of the same person took its subject from version `from` to `to`. Who made it had
 * seen what that other act does; changes of somebody else are not passed over, because they take a version too.
 */
export function followed(act, subject, from, to) {
  if (subjectOf(act) !== subject || to !== from + 1) return act;
  const fields = act.fields.map(([name, value]) => [name, name === "version" && value === String(from) ? String(to) : value]);
  return { ...act, fields };
}

/** `act` as it is after the act `done` was answered: with the highlight and the version that this one has left. */
export function after(act, done, { highlight, version }) {
  const isAnother = done.drawn && highlight && highlight !== done.drawn;
  const next = isAnother ? renamed(act, done.drawn, highlight) : act;
  const seen = versionSeen(done);
  return seen !== null && version ? followed(next, subjectOf(done), seen, version) : next;
}

/** The version that an act has seen, or null. */
export function versionSeen({ fields }) {
  const version = valueOf(fields, "version");
  return version === null ? null : Number(version);
}

/** The value of the first field called `name`, or null. */
export function valueOf(fields, name) {
  return fields.find(([field]) => field === name)?.[1] ?? null;
}

/** How things stand: "saved", "refused" (nothing waits, but not all was saved), "waiting", or "trying" again. */
export function stateOf(waiting, trying, refused) {
  if (waiting) return trying ? "trying" : "waiting";
  return refused ? "refused" : "saved";
}

/** What the toolbar says. */
export function stateInWords(waiting, trying, refused) {
  const words = { saved: "All saved", refused: "Not all saved", waiting: `${waiting} waiting`, trying: "Not saved, trying again" };
  return words[stateOf(waiting, trying, refused)];
}

/** The refused act without which `act` has no meaning, or undefined. */
export function causeOf(act, refused) {
  const cause = refused.find((before) => needs(act, before));
  return cause && (refused.find(({ id }) => id === cause.refusal.because) ?? cause);
}

function needs(act, before) {
  if (act.after === before.id) return true;
  const { drawn } = before;
  return Boolean(drawn) && (act.url.includes(drawn) || act.fields.some(([, value]) => value === drawn));
}
