/**
 * The choice of a tag for the selected words: what is typed narrows the list, Enter takes the tag that stands out. While
 * somebody types, the browser has no other selection, so the words are painted as such, and selected again afterwards.
 */
import { rangeOf } from "newsroom/lib/places.js";
import { matching } from "newsroom/lib/tag-search.js";

export class TagChoice {
  constructor(bar) {
    this.bar = bar;
    this.box = bar.querySelector(".tag-choice");
    this.field = this.box.querySelector("[role=combobox]");
    this.locks = this.box.querySelector("[data-locks]");
    this.opener = bar.querySelector('[data-command="tag"]');
    this.opener.addEventListener("click", () => (this.box.hidden ? this.open() : this.close()));
    this.field.addEventListener("input", () => this.narrow());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    this.box.addEventListener("click", (event) => this.clicked(event));
    this.box.addEventListener("focusout", ({ relatedTarget }) => this.left(relatedTarget));
    document.addEventListener("news:painted", () => this.box.hidden || this.narrow());
  }

  /** The options that are shown; the last one makes a new tag. */
  get options() {
    return [...this.box.querySelectorAll("[role=option]:not([hidden])")];
  }

  get active() {
    return this.box.querySelector('[role=option][aria-selected="true"]');
  }

  open() {
    const { passage } = this.bar;
    if (!passage) return;
    this.words = passage;
    CSS.highlights.set("held", new Highlight(passage.range.cloneRange()));
    this.bar.held = true;
    this.box.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.field.value = "";
    this.locks.checked = false;
    this.narrow();
    this.field.focus({ preventScroll: true });
    this.bar.place(passage.range);
  }

  /** Back to the bar, with the words selected as before. */
  close() {
    const { revision, start, end } = this.words;
    this.end();
    const prose = document.querySelector(`.pane[data-revision="${CSS.escape(revision)}"] news-prose`);
    const range = prose && rangeOf(prose, start, end);
    if (!range) return;
    prose.focus({ preventScroll: true });
    document.getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }

  /** Whoever goes on elsewhere on the page has left the choice; whoever goes to another window has not. */
  left(to) {
    if (document.hasFocus() && !this.box.contains(to)) this.end();
  }

  end() {
    if (this.box.hidden) return;
    this.box.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    this.field.value = "";
    this.bar.held = false;
    CSS.highlights.delete("held");
  }

  /** Show the tags that match what is typed, and as the last choice a new tag, unless the tag is there. */
  narrow() {
    const typed = this.field.value.trim();
    const rows = [...this.box.querySelectorAll("[data-path]")];
    const { paths, isNew } = matching(typed, rows.map(({ dataset }) => dataset.path));
    for (const row of rows) row.hidden = !paths.includes(row.dataset.path);
    const fresh = this.box.querySelector(".new-tag");
    fresh.hidden = !isNew;
    fresh.querySelector("b").textContent = typed;
    // Those that begin with what is typed come first.
    rows.filter((row) => !row.hidden).sort((a, b) => paths.indexOf(a.dataset.path) - paths.indexOf(b.dataset.path)).forEach((row) => fresh.before(row));
    this.point(this.options[0]);
  }

  point(option) {
    this.active?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    // Such keys are for the input method, which writes the letters of many languages.
    if (event.isComposing) return;
    const { options, active } = this;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && options.length) this.point(options[(options.indexOf(active) + by + options.length) % options.length]);
    else if (event.key === "Enter") this.take(active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  clicked(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.take(option);
  }

  /** Mark the words with the tag of `option`; a new tag is called as typed. */
  take(option) {
    const tag = { id: option?.dataset.tag, path: option?.dataset.path ?? this.field.value.trim() };
    if (!tag.path) return;
    if (this.locks.checked) this.bar.closest("news-desk").lock.set(tag);
    this.bar.markAs(tag);
  }
}
