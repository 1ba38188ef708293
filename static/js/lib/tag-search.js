/** Finding tags by a few letters. Pure. */

/**
 * Those of `paths` that contain each word that is `typed`, and whether what is typed could be a new tag. Paths that begin
 * with it come first, then those with a level that does, then the rest, each in the order in which they came.
 */
export function matching(typed, paths) {
  const wanted = typed.toLowerCase().trim();
  const words = wanted.split(/\s+/u);
  const rank = (path) => [path === wanted, path.startsWith(wanted), path.split("/").some((level) => level.startsWith(wanted)), true].indexOf(true);
  const found = paths.filter((path) => words.every((word) => path.toLowerCase().includes(word)));
  found.sort((a, b) => rank(a.toLowerCase()) - rank(b.toLowerCase()));
  return { paths: found, isNew: Boolean(wanted) && !paths.some((path) => path.toLowerCase() === wanted) };
}
