/** <news-prose>: an article's text. Choosing a highlight by click (again: the next of several), lighting the chosen one. */
import { Caret } from "newsroom/parts/caret.js";
import { keepDragInside } from "newsroom/parts/drags.js";
import { watchTitle } from "newsroom/parts/title-sight.js";
import { steadily } from "newsroom/lib/frames.js";

class NewsProse extends HTMLElement {
  connectedCallback() {
    if (this.caret) return;
    this.caret = new Caret(this);
    keepDragInside(this);
    watchTitle(this);
    this.addEventListener("click", this);
    this.addEventListener("pointerover", this);
    this.addEventListener("pointerleave", this);
  }

  handleEvent(event) {
    if (event.type === "click") this.choose(event);
    else this.hover(event.type === "pointerover" ? event.target.closest("mark[data-h]") : null);
  }

  choose(event) {
    const mark = event.target.closest("mark[data-h]");
    if (mark && !event.target.closest("a") && document.getSelection().isCollapsed) this.chooseOn(mark);
  }

  /** Choose the highlight in which the keyboard's caret stands; false where it stands in none. */
  chooseAtCaret() {
    const { mark } = this.caret;
    if (mark) this.chooseOn(mark);
    return Boolean(mark);
  }

  chooseOn(mark) {
    const ids = mark.dataset.h.split(" ").reverse();
    const chosen = this.closest("news-desk")?.dataset.chosen;
    const id = ids[(ids.indexOf(chosen) + 1) % ids.length];
    this.dispatchEvent(new CustomEvent("news:choose", { bubbles: true, detail: { id } }));
  }

  /** The words of the highlight under the pointer, as far as they reach, and no others. */
  hover(mark) {
    const id = mark ? mark.dataset.h.split(" ").at(-1) : null;
    if (id === this.hovered) return;
    this.hovered = id;
    for (const lit of this.querySelectorAll("[data-hover]")) lit.removeAttribute("data-hover");
    if (id) for (const part of this.marks(id)) part.setAttribute("data-hover", "");
  }

  /** The painted highlights in reading order: the id of each, and the code point at which it starts. */
  get order() {
    const marks = [...this.querySelectorAll("mark[data-opens]")];
    return marks.flatMap((mark) => mark.dataset.opens.split(" ").map((id) => ({ id, start: Number(mark.dataset.start) })));
  }

  marks(id) {
    return this.querySelectorAll(`mark[data-h~="${CSS.escape(id)}"]`);
  }

  /** Light highlight `id` (or none), and bring it into view where asked: `scroll` is "nearest" or "center". */
  light(id, { scroll } = {}) {
    for (const lit of this.querySelectorAll("mark[data-lit]")) lit.removeAttribute("data-lit");
    const marks = id ? [...this.marks(id)] : [];
    for (const mark of marks) mark.setAttribute("data-lit", "");
    if (scroll && marks.length) steadily(() => marks[0].scrollIntoView({ block: scroll }));
    return marks.length > 0;
  }
}

customElements.define("news-prose", NewsProse);
