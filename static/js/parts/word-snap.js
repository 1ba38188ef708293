/** A selection that was made by dragging is widened to whole words, so that no part of a word becomes evidence. */
import { length, toUnits } from "newsroom/lib/codepoints.js";
import { offsetOf, pointAt } from "newsroom/lib/places.js";
import { wordEnd, wordStart } from "newsroom/lib/text-units.js";

export function snapToWords(prose) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!prose.contains(anchorNode) || !prose.contains(focusNode)) return;
  const ends = [offsetOf(anchorNode, anchorOffset, prose), offsetOf(focusNode, focusOffset, prose)];
  if (ends.includes(null)) return;
  const isForward = ends[0] <= ends[1];
  const [start, end] = isForward ? ends : [ends[1], ends[0]];
  const wider = [snapped(prose, start, wordStart), snapped(prose, end, wordEnd)];
  if (wider[0] === start && wider[1] === end) return;
  const points = [pointAt(prose, wider[0], false), pointAt(prose, wider[1], true)];
  if (points.includes(null)) return;
  const [anchor, focus] = isForward ? points : points.toReversed();
  selection.setBaseAndExtent(...anchor, ...focus);
}

/** `offset` (code points) moved to the edge of its word by `edge`. */
function snapped(prose, offset, edge) {
  for (const block of prose.querySelectorAll(".block")) {
    const from = Number(block.dataset.start);
    const text = block.textContent;
    if (offset <= from || offset >= from + length(text)) continue;
    return from + length(text.slice(0, edge(text, toUnits(text, offset - from))));
  }
  return offset;
}
