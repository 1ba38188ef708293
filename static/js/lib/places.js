/**
 * From the page to the text and back. Blocks (`.block[data-start]`) and their runs (`[data-start]` inside) are the
 * ruler: `data-start` says at which code point of the revision's text each begins. Between two blocks stands one blank line.
 */
import { length, slice, toUnits } from "newsroom/lib/codepoints.js";

const BLOCK = ".block";
const RUN = ".block [data-start]";

/** The span (code points) a DOM range covers inside `prose`, with its words; null where it covers none. */
export function spanOf(range, prose) {
  if (!range || range.collapsed || !range.intersectsNode(prose)) return null;
  const inside = clamp(range, prose);
  if (!inside) return null;
  const start = offsetOf(inside.startContainer, inside.startOffset, prose);
  const end = offsetOf(inside.endContainer, inside.endOffset, prose);
  if (start === null || end === null || start >= end) return null;
  return trimmed(start, end, quoteOf(prose, start, end));
}

/** The words of `start..end`, read off the page. */
export function quoteOf(prose, start, end) {
  const parts = [];
  for (const block of prose.querySelectorAll(BLOCK)) {
    const from = Number(block.dataset.start);
    const text = block.textContent;
    const to = from + length(text);
    if (to < start || from > end) continue;
    parts.push(slice(text, Math.max(0, start - from), Math.min(to, end) - from));
  }
  return parts.join("\n\n");
}

/** A DOM range over `start..end`; null where `prose` does not hold it. */
export function rangeOf(prose, start, end) {
  const from = pointAt(prose, start, false);
  const to = pointAt(prose, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

function trimmed(start, end, quote) {
  const leading = length(quote) - length(quote.trimStart());
  const trailing = length(quote) - length(quote.trimEnd());
  const words = quote.trim();
  return words ? { start: start + leading, end: end - trailing, quote: words } : null;
}

function clamp(range, prose) {
  const whole = document.createRange();
  whole.selectNodeContents(prose);
  const inside = range.cloneRange();
  if (inside.compareBoundaryPoints(Range.START_TO_START, whole) < 0) inside.setStart(prose, 0);
  if (inside.compareBoundaryPoints(Range.END_TO_END, whole) > 0) inside.setEnd(prose, prose.childNodes.length);
  return inside.collapsed ? null : inside;
}

/** The code point at a DOM point: that of its run plus what stands between the run's start and the point. */
export function offsetOf(node, offset, prose) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const run = element.closest(RUN);
  if (run) return Number(run.dataset.start) + lengthBetween(run, node, offset);
  // Between runs or blocks: the next run's start, or the end of the last run before the point.
  const point = document.createRange();
  point.setStart(node, offset);
  let before = null;
  for (const candidate of prose.querySelectorAll(RUN)) {
    if (point.comparePoint(candidate, 0) >= 0) {
      const atBlockEnd = before && !element.matches("news-prose") && element.contains(before) && !element.contains(candidate);
      return atBlockEnd ? endOf(before) : Number(candidate.dataset.start);
    }
    before = candidate;
  }
  return before ? endOf(before) : null;
}

function endOf(run) {
  return Number(run.dataset.start) + length(run.textContent);
}

function lengthBetween(run, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(run);
  range.setEnd(node, offset);
  return length(range.toString());
}

export function pointAt(prose, offset, atEnd) {
  for (const run of prose.querySelectorAll(RUN)) {
    const from = Number(run.dataset.start);
    const to = endOf(run);
    if (offset < from || offset > to || (offset === to && !atEnd)) continue;
    let left = offset - from;
    const texts = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const here = length(text.data);
      if (left <= here) return [text, toUnits(text.data, left)];
      left -= here;
    }
  }
  return null;
}
