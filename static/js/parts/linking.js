/**
 * Linking two passages: choosing the source, then the other end, then the relation on a form of the server. Passages that
 * were marked just now are waited for, because the server has to have them before it can show the form.
 */
const CHOOSE = "Linking: choose the other passage in another article. Esc cancels.";
const WAIT = "The form of the link opens as soon as both passages are saved. Esc cancels.";

export class Linking {
  constructor(desk) {
    this.desk = desk;
  }

  /** Take `source` as the first end. */
  begin(source) {
    const { desk } = this;
    desk.enter("linking", CHOOSE);
    desk.dataset.source = source;
    return this.whenSaved([source], () => desk.rail.load(desk.dataset.linkUrl, { source: desk.dataset.source }));
  }

  /** Take `target` as the other end, and open the form. */
  end(target) {
    const { desk } = this;
    desk.enter("linked", WAIT);
    desk.dataset.target = target;
    return this.whenSaved([desk.dataset.source, target], () => {
      const ends = { source: desk.dataset.source, target: desk.dataset.target };
      desk.read();
      return desk.rail.load(desk.dataset.linkUrl, ends);
    });
  }

  /** Find elsewhere what was marked just now. */
  find(url, source) {
    const { desk } = this;
    const read = desk.querySelector("#reading").value;
    return this.whenSaved([source], () => desk.rail.load(url, { h: desk.chosen ?? source, read }));
  }

  /** Do `next` as soon as the server has these highlights, unless the person does something else by then. */
  async whenSaved(ids, next) {
    const { mode, chosen } = this.desk;
    const isSaved = await document.querySelector("act-outbox").saved(...ids);
    const { mode: now, chosen: chosenNow } = this.desk;
    if (now !== mode || (mode === "reading" && chosenNow !== chosen)) return undefined;
    return isSaved ? next() : this.desk.read();
  }
}
