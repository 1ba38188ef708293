/**
 * `<row-finder>`: a row among many, found by typing. A combobox with a list (ARIA Authoring Practices) over the answers
 * of the panel's autocomplete address; the hidden input carries the id. What is shown is always what will be sent.
 */
class RowFinder extends HTMLElement {
  connectedCallback() {
    this.id_ = this.querySelector("input[type=hidden]");
    this.field = this.querySelector("[role=combobox]");
    this.list = this.querySelector("[role=listbox]");
    this.status = this.querySelector("[role=status]");
    this.shown = this.field.value;
    this.field.addEventListener("input", () => this.look(200));
    this.field.addEventListener("click", () => this.list.hidden && this.look(0));
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.settle());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  disconnectedCallback() {
    this.forget();
  }

  get options() {
    return [...this.list.children];
  }

  get active() {
    return this.list.querySelector("[aria-selected=true]");
  }

  /** Ask for what is typed, once typing has rested for `wait` milliseconds; an older question is dropped. */
  look(wait) {
    this.forget();
    this.asking = new AbortController();
    this.timer = setTimeout(() => this.ask(this.asking.signal), wait);
  }

  forget() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  async ask(signal) {
    const { url, appLabel, modelName, fieldName } = this.dataset;
    const term = this.field.value === this.shown ? "" : this.field.value.trim();
    const asked = new URLSearchParams({ term, app_label: appLabel, model_name: modelName, field_name: fieldName });
    try {
      const answer = await fetch(`${url}?${asked}`, { signal });
      if (!answer.ok) throw new TypeError(`answered ${answer.status}`);
      this.offer(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") this.say("The server did not answer. Try again in a moment.");
    }
  }

  offer({ results, pagination }) {
    this.list.replaceChildren(
      ...results.map(({ id, text }, position) => {
        const option = document.createElement("li");
        option.id = `${this.list.id}-${position}`;
        option.role = "option";
        option.dataset.value = id;
        option.textContent = text;
        return option;
      }),
    );
    this.open(results.length > 0);
    this.say(results.length ? (pagination.more ? "More: type on to narrow them." : "") : "Nothing found.");
  }

  open(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", open);
    this.mark(null);
  }

  mark(option) {
    this.active?.removeAttribute("aria-selected");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && this.list.hidden) this.look(0);
    else if (step) {
      const at = this.options.indexOf(this.active) + step;
      this.mark(this.options.at(at === this.options.length ? 0 : at < -1 ? -1 : at));
    } else if (key === "Enter" && !this.list.hidden) this.choose(this.active ?? this.options[0]);
    else if (key === "Escape" && !this.list.hidden) this.settle();
    else return;
    event.preventDefault();
  }

  choose(option) {
    if (!option) return;
    this.id_.value = option.dataset.value;
    this.shown = this.field.value = option.textContent;
    this.settle();
  }

  /** Close; an emptied field means no row, and words that chose none are taken back. */
  settle() {
    this.forget();
    if (!this.field.value.trim()) this.id_.value = this.shown = "";
    this.field.value = this.shown;
    this.say("");
    this.open(false);
  }

  say(words) {
    this.status.textContent = words;
  }
}

customElements.define("row-finder", RowFinder);
