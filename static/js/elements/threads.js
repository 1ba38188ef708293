/** Threads between linked passages of the visible panes, on a canvas. The list of links in the rail says the same in words. */
import { DASHES, curve, end, strength } from "newsroom/lib/threads.js";

export class Threads {
  /** `panes` holds the panes and the canvas; `links()` gives elements with data-source, data-target, data-relation. */
  constructor(panes, links) {
    this.panes = panes;
    this.links = links;
    this.canvas = panes.querySelector("canvas.threads");
    this.scheduled = false;
    const redraw = () => this.schedule();
    panes.addEventListener("scroll", redraw, { capture: true, passive: true });
    new ResizeObserver(redraw).observe(panes);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
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
    const frame = this.panes.getBoundingClientRect();
    const scale = devicePixelRatio;
    this.canvas.width = frame.width * scale;
    this.canvas.height = frame.height * scale;
    const pen = this.canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.translate(-frame.left, -frame.top);
    for (const link of this.links()) {
      const ends = [this.passage(link.dataset.source), this.passage(link.dataset.target)];
      // The colour comes from the word in the list: there the style sheet has settled light and dark.
      const word = link.querySelector(".relation");
      if (ends[0] && ends[1]) this.thread(pen, ends, link.dataset, getComputedStyle(word).color);
    }
  }

  passage(id) {
    const mark = this.panes.querySelector(`.pane mark[data-h~="${CSS.escape(id)}"]`);
    const view = mark?.closest("news-prose").getBoundingClientRect();
    return view?.width ? { mark: mark.getBoundingClientRect(), view } : null;
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
