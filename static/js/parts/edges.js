/** New edges for a highlight: while they are chosen, the form of the selection bar moves them instead of drawing. */

const CHOOSE = "Editing edges: select the passage again in its article, then save. Esc cancels.";
const ELSEWHERE = "These words stand in another article than the passage: select them in its own. Esc cancels.";

export class Edges {
  constructor(desk) {
    this.desk = desk;
    desk.addEventListener("news:acting", (event) => this.retarget(event));
  }

  /** Choose new edges for the open highlight: the bar then offers to save the selection as such. */
  edit(button) {
    this.desk.enter("editing", CHOOSE);
    const { url, version } = button.dataset;
    this.edited = { url, version, article: button.closest("[data-article]").dataset.article };
    this.desk.bar.edit(true);
  }

  /** The act that the bar asks for moves the edges, if that is what its button says. */
  retarget(event) {
    const { act } = event.detail;
    const values = Object.fromEntries(act.fields);
    if (values.act !== "edges") return;
    const { url, version, article } = this.edited;
    // The card may show a newer version than the one the editing began on, because a note was saved meanwhile.
    const now = this.desk.querySelector(`[data-url="${url}"]`)?.dataset.version ?? version;
    act.url = url;
    act.drawn = null;
    act.fields = [...["start", "end", "quote", "story"].map((name) => [name, values[name]]), ["version", now]];
    if (this.desk.bar.passage?.article === article) return;
    event.preventDefault();
    this.desk.enter("editing", ELSEWHERE);
  }
}
