/**
 * Where acts wait, in the order in which they were made: IndexedDB, so that they outlive the page. A browser that has
 * none, or no room, keeps them as long as the page is open.
 */
const NAME = "newsroom-outbox";
const ACTS = "acts";

export class ActStore {
  constructor() {
    this.opened = open().catch(() => null);
    this.unkept = new Map();
    this.next = Number.MAX_SAFE_INTEGER / 2;
  }

  /** Keep a new act. Returns it with its number, by which acts are ordered. */
  async add(act) {
    try {
      const number = await this.run("readwrite", (acts) => acts.add(act));
      return { ...act, number };
    } catch {
      const number = (this.next += 1);
      this.unkept.set(number, { ...act, number });
      return this.unkept.get(number);
    }
  }

  /** Keep a changed act in place of the one with its number. */
  async put(act) {
    if (this.unkept.has(act.number)) this.unkept.set(act.number, act);
    else await this.run("readwrite", (acts) => acts.put(act));
  }

  async remove({ number }) {
    if (!this.unkept.delete(number)) await this.run("readwrite", (acts) => acts.delete(number));
  }

  /** All acts of a person, also refused ones, in the order in which they were made. */
  async all(person) {
    const isOpen = await this.opened;
    const kept = isOpen ? await this.run("readonly", (acts) => acts.index("person").getAll(person)) : [];
    return [...kept, ...this.unkept.values()].sort((a, b) => a.number - b.number);
  }

  /** Do one request to the store, which is opened again if the browser has closed it meanwhile. */
  async run(mode, ask) {
    try {
      return await this.request(mode, ask);
    } catch (error) {
      if (error.name !== "InvalidStateError") throw error;
      this.opened = open().catch(() => null);
      return this.request(mode, ask);
    }
  }

  /** Do one request to the store; it is done when its transaction is stored. */
  async request(mode, ask) {
    const database = await this.opened;
    if (!database) throw new Error("no store");
    return new Promise((resolve, reject) => {
      // "strict": an act is told to be kept only when it is on the disk.
      const transaction = database.transaction(ACTS, mode, { durability: "strict" });
      const request = ask(transaction.objectStore(ACTS));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const acts = request.result.createObjectStore(ACTS, { keyPath: "number", autoIncrement: true });
      acts.createIndex("person", "person");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
