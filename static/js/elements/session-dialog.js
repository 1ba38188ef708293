/** <session-dialog>: asks to sign in again when the session has ended, so that the page can go on where it was. */

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
    this.look(() => fetch(this.dataset.url, { headers: { "HX-Request": "true" } }));
    return this.asked;
  }

  submitted(event) {
    event.preventDefault();
    if (event.target.matches("[data-reload]")) return location.reload();
    const body = new URLSearchParams([...new FormData(event.target)]);
    return this.look(() => fetch(this.dataset.url, { method: "POST", headers: { "HX-Request": "true" }, body }));
  }

  /** Show what the server says: the form, or that somebody is signed in, or that it does not answer. */
  async look(ask) {
    try {
      const response = await ask();
      const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
      if (isJson) return this.signedIn(await response.json());
      this.show(await response.text());
    } catch {
      this.tell("The server does not answer. Try again in a moment.");
    }
    return undefined;
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

  tell(words) {
    const line = Object.assign(document.createElement("p"), { className: "notice", role: "alert", textContent: words });
    this.place.prepend(line);
    this.open();
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
  }
}

customElements.define("session-dialog", SessionDialog);
