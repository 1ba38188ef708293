/** Words, sentences and paragraphs of a text. Pure; offsets are UTF-16 units, as strings have them. */

const WORDS = new Intl.Segmenter(undefined, { granularity: "word" });
const SENTENCES = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** Where the word begins inside which `at` stands; `at` itself if it stands at the edge of a word, or in none. */
export function wordStart(text, at) {
  const word = wordAround(text, at);
  return word ? word.index : at;
}

/** Where the word ends inside which `at` stands; `at` itself if it stands at the edge of a word, or in none. */
export function wordEnd(text, at) {
  const word = wordAround(text, at);
  return word ? word.index + word.segment.length : at;
}

function wordAround(text, at) {
  const segment = WORDS.segment(text).containing(at);
  return segment?.isWordLike && segment.index < at ? segment : null;
}

/**
 * The next edge of a `unit` (`sentence` or `paragraph`) from `at`: forward (`by` 1) where one ends, backward (-1) where one
 * begins. Null if the text has none left.
 */
export function edgeFrom(text, at, unit, by) {
  const edges = unit === "sentence" ? sentences(text) : [{ start: 0, end: text.length }];
  const found = by > 0 ? edges.find(({ end }) => end > at)?.end : edges.findLast(({ start }) => start < at)?.start;
  return found ?? null;
}

function sentences(text) {
  return [...SENTENCES.segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.trimEnd().length }));
}
