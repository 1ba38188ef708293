/** The tags that a person used last, as dots in the bar: at most four, filled up with those that have digits. */
import { valueOf } from "newsroom/lib/acts.js";

const MOST = 4;
const KEPT = 12;

export class LastTags {
  constructor(bar) {
    this.bar = bar;
    this.memory = `newsroom:last-tags:${document.querySelector("act-outbox").dataset.person}`;
    document.addEventListener("news:acted", ({ detail }) => this.used(detail.act));
    document.addEventListener("news:painted", () => this.show());
    this.show();
  }

  /** The paths, the last one first. */
  get paths() {
    return JSON.parse(localStorage.getItem(this.memory) ?? "[]");
  }

  used({ drawn, fields }) {
    const act = valueOf(fields, "act");
    const [, id] = act?.match(/^tag:(.+)$/u) ?? [];
    const path = act === "path" ? valueOf(fields, "path") : id && this.bar.querySelector(`#tag-options [data-tag="${CSS.escape(id)}"]`)?.dataset.path;
    if (!drawn || !path) return;
    const others = this.paths.filter((other) => other !== path);
    localStorage.setItem(this.memory, JSON.stringify([path, ...others].slice(0, KEPT)));
    this.show();
  }

  show() {
    const place = this.bar.querySelector(".bar-tags");
    for (const copy of place.querySelectorAll("[data-copy]")) copy.remove();
    const withDigits = [...place.querySelectorAll("[data-path]")].sort((a, b) => a.dataset.key - b.dataset.key);
    for (const dot of withDigits) dot.removeAttribute("data-shown");
    const wanted = new Set([...this.paths, ...withDigits.map(({ dataset }) => dataset.path)]);
    const dots = [...wanted].map((path) => this.dotOf(withDigits, path)).filter(Boolean).slice(0, MOST);
    for (const dot of dots) {
      dot.setAttribute("data-shown", "");
      place.append(dot);
    }
  }

  /** The button of a tag with a digit; for another tag of the codebook, a new one. */
  dotOf(withDigits, path) {
    const dot = withDigits.find(({ dataset }) => dataset.path === path);
    const option = this.bar.querySelector(`#tag-options [data-path="${CSS.escape(path)}"]`);
    return dot ?? (option && this.copy(option));
  }

  copy(option) {
    const dot = this.bar.querySelector("template.tag-dot").content.firstElementChild.cloneNode(true);
    const { path, tag } = option.dataset;
    dot.value = `tag:${tag}`;
    dot.dataset.tag = tag;
    dot.dataset.path = path;
    dot.dataset.hue = option.querySelector("[data-hue]").dataset.hue;
    dot.title = `${dot.title} ${path}`;
    dot.setAttribute("aria-label", dot.title);
    return dot;
  }
}
