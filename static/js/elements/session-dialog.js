/** <session-dialog>: asks to sign in again when the session has ended, so that the page can go on where it was. */

const UNAUTHORISED = 401;
const UNPROCESSABLE = 422;
const SILENT = "The server does not answer. Try again in a moment.";
/** How long it waits, in milliseconds, until it looks for the form again. */
const PAUSE = 3_000;

class SessionDialog extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.place = this.querySelector(".session-form");
    this.dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.addEventListener("submit", (event) => this.submitted(event));
  }

  /** Resolves with the token of the session, as soon as the person with this id and name has signed in. */
  ask({ person, name }) {
    this.asked ??= new Promise((resolve) => (this.begun = resolve)).finally(() => (this.asked = null));
    this.person = person;
    this.name = name;
    this.lookAgain();
    return this.asked;
  }

  /** Ask the server who is signed in; the form in which somebody may be writing stays. */
  lookAgain() {
    return this.look(() => fetch(this.dataset.url, { headers: { "HX-Request": "true" } }), (html) => this.hasForm || this.show(html));
  }

  get hasForm() {
    return Boolean(this.place.querySelector("form:not([data-reload])"));
  }

  submitted(event) {
    event.preventDefault();
    if (event.target.matches("[data-reload]")) return location.reload();
    const body = new URLSearchParams([...new FormData(event.target)]);
    return this.look(() => fetch(this.dataset.url, { method: "POST", headers: { "HX-Request": "true" }, body }), (html) => this.show(html));
  }

  /** Act on what the server says: somebody is signed in, a form to `show`, a sentence, or nothing at all. */
  async look(ask, show) {
    try {
      const response = await ask();
      const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
      if (isJson) return this.signedIn(await response.json());
      const html = await response.text();
      if (response.ok || response.status === UNPROCESSABLE) return show(html);
      // The form's token is too old, because somebody has signed in on another page meanwhile.
      if (response.status === UNAUTHORISED) return this.renew();
      this.tell(response.status < 500 ? wordsOf(html) : SILENT);
    } catch {
      this.tell(SILENT);
    }
    return undefined;
  }

  /** Take a new form, if nobody is signed in. */
  renew() {
    this.place.replaceChildren();
    return this.lookAgain();
  }

  signedIn({ person, name, token }) {
    if (person !== this.person) {
      const other = this.querySelector("template").content.cloneNode(true);
      other.querySelector("[data-name]").textContent = name;
      this.place.replaceChildren(other);
      return this.open();
    }
    this.dialog.close();
    this.place.replaceChildren();
    return this.begun(token);
  }

  show(html) {
    this.place.innerHTML = html;
    const { username, password } = this.place.querySelector("form")?.elements ?? {};
    if (username && !username.value) username.value = this.name;
    this.open();
    password?.focus();
  }

  /** Say what is wrong, above the form. Without a form there is nothing to press, so it is looked for again. */
  tell(words) {
    this.place.querySelector(":scope > [role=alert]")?.remove();
    const line = Object.assign(document.createElement("p"), { className: "notice", role: "alert", textContent: words });
    this.place.prepend(line);
    this.open();
    if (!this.hasForm) setTimeout(() => this.asked && this.lookAgain(), PAUSE);
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
  }
}

/** The sentence of an answer that is no form. */
function wordsOf(html) {
  const answer = document.createElement("template");
  answer.innerHTML = html;
  return answer.content.textContent.trim().replace(/\s+/g, " ");
}

customElements.define("session-dialog", SessionDialog);
