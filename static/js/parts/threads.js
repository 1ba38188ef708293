/** Threads between linked passages of the visible panes, on a canvas. The list of links in the rail says the same in words. */
import { DASHES, curve, end, strength } from "newsroom/lib/threads.js";

/** The colour comes from the word in the list, because there the style sheet has settled light and dark. */
const colourOf = (link) => getComputedStyle(link.querySelector(".relation")).color;

export class Threads {
  /** `panes` holds the panes, and the canvas lies over it; `links()` gives elements with data-source, data-target, data-relation. */
  constructor(panes, links) {
    this.panes = panes;
    this.links = links;
    this.canvas = panes.parentElement.querySelector("canvas.threads");
    this.scheduled = false;
    this.found = null;
    const redraw = () => this.schedule();
    panes.addEventListener("scroll", redraw, { capture: true, passive: true });
    new ResizeObserver(redraw).observe(panes);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.refresh());
  }

  /** What the threads join may have changed: look for it again, and draw. */
  refresh() {
    this.found = null;
    this.schedule();
  }

  schedule() {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.draw();
    });
  }

  draw() {
    this.found ??= this.find();
    const frame = this.panes.getBoundingClientRect();
    const pen = this.blank(frame);
    pen.translate(-frame.left, -frame.top);
    const views = new Map();
    for (const prose of new Set(this.found.flatMap(({ from, to }) => [from.prose, to.prose]))) {
      views.set(prose, prose.getBoundingClientRect());
    }
    const place = ({ mark, prose }) => ({ mark: mark.getBoundingClientRect(), view: views.get(prose) });
    for (const { from, to, link, colour } of this.found) {
      if (views.get(from.prose).width && views.get(to.prose).width) this.thread(pen, [place(from), place(to)], link, colour);
    }
  }

  /** The canvas as large as the panes, and empty. Giving it a size, even the one it has, makes the browser start again. */
  blank({ width, height }) {
    const scale = devicePixelRatio;
    const size = [Math.round(width * scale), Math.round(height * scale)];
    if (this.canvas.width !== size[0]) this.canvas.width = size[0];
    if (this.canvas.height !== size[1]) this.canvas.height = size[1];
    const pen = this.canvas.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    return pen;
  }

  /** The links both of whose passages stand in the panes, with where each begins. Goes through the marks once. */
  find() {
    const links = [...this.links()];
    const wanted = new Set(links.flatMap(({ dataset }) => [dataset.source, dataset.target]));
    const places = new Map();
    for (const mark of wanted.size ? this.panes.querySelectorAll(".pane mark[data-opens]") : []) {
      for (const id of mark.dataset.opens.split(" ")) {
        if (wanted.has(id) && !places.has(id)) places.set(id, { mark, prose: mark.closest("news-prose") });
      }
    }
    const found = links.map((link) => {
      const { source, target, relation } = link.dataset;
      const [from, to] = [places.get(source), places.get(target)];
      return from && to && { from, to, link: { source, target, relation }, colour: colourOf(link) };
    });
    return found.filter(Boolean);
  }

  thread(pen, [from, to], { source, target, relation }, colour) {
    const a = end(from.mark, from.view, (to.view.left + to.view.right) / 2);
    const b = end(to.mark, to.view, (from.view.left + from.view.right) / 2);
    const [x0, y0, ...rest] = curve(a, b);
    const chosen = [source, target].includes(this.panes.closest("news-desk").dataset.chosen);
    pen.globalAlpha = strength(a, b, chosen);
    if (!pen.globalAlpha) return;
    pen.strokeStyle = pen.fillStyle = colour;
    pen.lineWidth = chosen ? 3 : 1.75;
    pen.setLineDash(DASHES[relation] ?? []);
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.bezierCurveTo(...rest);
    pen.stroke();
    pen.setLineDash([]);
    for (const { x, y, faint } of [a, b]) {
      if (faint) continue;
      pen.beginPath();
      pen.arc(x, y, 3, 0, 2 * Math.PI);
      pen.fill();
    }
  }
}
