/** Searching a text for words, as a person means them. Pure. */

const SYNTAX = /[.*+?^${}()|[\]\\/]/g;

/**
 * Where `words` stand in `text`: `[start, end]` in UTF-16 units, at most `most` of them. Case, the kind of white space and
 * the style of quotation marks do not matter.
 */
export function placesOf(text, words, most = 1000) {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (!parts.length) return [];
  const source = parts.map((part) => part.replace(SYNTAX, "\\$&")).join("\\s+");
  const pattern = new RegExp(source.replace(/['‘’]/gu, "['‘’]").replace(/["“”„]/gu, '["“”„]'), "giu");
  const found = [];
  for (const match of text.matchAll(pattern)) {
    if (found.push([match.index, match.index + match[0].length]) >= most) break;
  }
  return found;
}
