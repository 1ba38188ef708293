/**
 * The address of the desk says what is open on it: the articles (`read`), the chosen passage (`h`), the tab of the rail
 * (`tab`) and the claim in it (`claim`), and on a narrow screen the pane (`#pane-…`). A reload and Back show the same again.
 */
import { queryOf, readingIn } from "newsroom/lib/reading.js";
import { keepPlace, restorePlace } from "newsroom/parts/reading-places.js";

export class DeskAddress {
  constructor(desk) {
    this.desk = desk;
    this.first = desk.opening.shown;
    this.named = new URLSearchParams(location.search);
    this.begun = false;
    desk.addEventListener("news:turned", () => this.note());
    addEventListener("popstate", () => this.restore());
    addEventListener("pagehide", () => desk.panes.panes.forEach(keepPlace));
  }

  /** After a reload or Back, texts are where they were; else at the passage that the address names. */
  begin() {
    const [{ type }] = performance.getEntriesByType("navigation");
    const isReturn = type === "reload" || type === "back_forward";
    for (const pane of this.desk.panes.panes) if (isReturn || !pane.querySelector("mark[data-lit]")) restorePlace(pane);
    this.begun = true;
    this.turnTo(this.named);
    this.note();
  }

  /** What the desk shows is the address now. */
  note() {
    const now = this.now;
    if (this.begun && now !== here()) history.replaceState(null, "", now);
  }

  /** Back leads to what is shown now. Call it before something else is shown. */
  step() {
    if (this.begun) history.pushState(null, "", here());
  }

  get now() {
    const { opening, panes, chosen, rail, claims } = this.desk;
    const values = { read: opening.wanted.join(","), h: chosen, tab: rail.tab, claim: claims.shown };
    const pane = panes.isNarrow && panes.shown?.id;
    return location.pathname + queryOf(values) + (pane ? `#${pane}` : "");
  }

  /** Show what the address says. */
  restore() {
    const { desk } = this;
    const named = new URLSearchParams(location.search);
    const inAddress = readingIn(location.href);
    const reading = inAddress.length ? inAddress : this.first;
    if (reading.join() !== desk.opening.wanted.join()) desk.opening.open(reading);
    const chosen = named.get("h");
    if (chosen && chosen !== desk.chosen) desk.choose(chosen);
    this.turnTo(named);
  }

  turnTo(named) {
    this.desk.claims.turnTo(named.get("claim") ?? "");
    this.desk.rail.turnTo(named.get("tab") ?? "card");
  }
}

function here() {
  return location.pathname + location.search + location.hash;
}
