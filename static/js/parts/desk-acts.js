/**
 * What a person did is on the desk before it is sent: the card of what was marked, or, where the rail is out of sight, one
 * line that says so and leads on.
 */

export class DeskActs {
  constructor(desk) {
    this.desk = desk;
    this.line = desk.querySelector(".marked");
    document.addEventListener("news:acted", (event) => this.acted(event.detail.act));
    document.addEventListener("news:refused", (event) => this.refused(event.detail.act));
    document.addEventListener("news:renamed", (event) => this.renamed(event.detail));
    this.line?.addEventListener("click", (event) => this.goOn(event.target.closest("[data-marked]")?.dataset.marked));
    document.addEventListener("selectionchange", () => document.getSelection().isCollapsed || this.hideLine());
  }

  acted({ drawn, fields, url }) {
    const { desk } = this;
    const { act } = Object.fromEntries(fields);
    this.hideLine();
    if (url.endsWith("/edges/")) desk.read();
    if (drawn || url.endsWith("/edges/")) desk.bar?.dismiss();
    if (!drawn) return;
    if (desk.mode === "linking") return desk.linking.end(drawn);
    desk.dataset.chosen = drawn;
    const needsCard = ["claim", "note", "link"].includes(act);
    const isOutOfSight = desk.panes?.isNarrow || desk.fold?.folded;
    desk.rail.pend(drawn, fields, { quiet: isOutOfSight && !needsCard });
    if (act === "link") desk.linking.begin(drawn);
    else if (needsCard) desk.rail.open(act);
    else if (this.line) this.line.hidden = !isOutOfSight;
    desk.light();
  }

  /** Words that are not marked after all have no card. */
  refused({ drawn }) {
    const { desk } = this;
    if (drawn && desk.rail.shown === drawn) desk.rail.refuse();
    if (drawn && desk.chosen === drawn) delete desk.dataset.chosen;
    this.hideLine();
  }

  renamed({ from, to }) {
    const { desk } = this;
    for (const name of ["chosen", "source", "target"]) if (desk.dataset[name] === from) desk.dataset[name] = to;
    if (desk.mode === "reading" && !desk.rail.shown) desk.choose(to);
  }

  /** From the line to what it offers: `tag`, `note`, `undo`, or `card`. */
  goOn(to) {
    if (!to) return;
    this.hideLine();
    if (to === "undo") return this.desk.querySelector('[data-act="undo"]').click();
    this.desk.fold?.unfold();
    this.desk.rail.tabs.show("card");
    if (to !== "card") this.desk.rail.open(to);
  }

  hideLine() {
    if (this.line) this.line.hidden = true;
  }
}
