/** What a desk does with the pulse of its story. Pure. */

/** How often a desk in sight asks, in milliseconds: what others do is to be seen within two seconds. */
const PAUSE = 1_800;
/** How often one that nobody looks at asks. */
const PAUSE_HIDDEN = 30_000;
/** How often a desk in sight says that it is open, in milliseconds. */
export const BEAT = 9_000;
/** How long an answer may take, in milliseconds, before it is given up and asked for again. */
export const LONGEST_WAIT = 15_000;
const LONGEST_PAUSE = 30_000;

/** Milliseconds until the next question, after so many that were not answered. */
export function pauseAfter(failures, isHidden) {
  const pause = isHidden ? PAUSE_HIDDEN : PAUSE;
  return failures ? Math.min(pause * 2 ** failures, Math.max(LONGEST_PAUSE, pause)) : pause;
}

/**
 * What has to be asked for after a pulse: `{lines}` that the desk does not know, `{after}` a line if so much has
 * happened that the pulse does not reach back to it, or null. `upTo` is the largest id the desk has heard of.
 */
export function unknown({ lines, first }, known, upTo) {
  if (first > upTo + 1) return { after: upTo };
  const fresh = lines.filter((line) => !known.has(line));
  return fresh.length ? { lines: fresh } : null;
}

/** Who else is here, in words: three names and how many more. */
export function hereInWords(others) {
  if (!others.length) return "";
  const named = others.slice(0, 3).join(", ");
  return `Also here: ${named}${others.length > 3 ? ` and ${others.length - 3} more` : ""}`;
}
