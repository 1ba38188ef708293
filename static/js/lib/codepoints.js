/**
 * Offsets. The server counts Unicode code points, JavaScript counts UTF-16 units: this is the edge where they meet.
 */

/** How many code points `text` has. */
export function length(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The UTF-16 index at which code point number `offset` of `text` begins. */
export function toUnits(text, offset) {
  let units = 0;
  let seen = 0;
  for (const character of text) {
    if (seen === offset) break;
    seen += 1;
    units += character.length;
  }
  return units;
}

/** The code points `start` (inclusive) to `end` (exclusive) of `text`. */
export function slice(text, start, end) {
  return text.slice(toUnits(text, start), toUnits(text, end));
}
