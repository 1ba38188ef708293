/** Which articles are open on a desk, and what else stands in its address. Pure. */

/** The ids of the articles that an address of the desk opens, in their order. */
export function readingIn(address) {
  const { searchParams } = new URL(address, "http://desk");
  return (searchParams.get("read") ?? "").split(",").filter(Boolean);
}

/**
 * The articles that are wanted after a link was pressed. The link was printed when `shown` were open, and leads to
 * `chosen`; other links may have been pressed since, so that `wanted` are on their way.
 */
export function afterChoice(wanted, shown, chosen) {
  const came = chosen.filter((id) => !shown.includes(id) && !wanted.includes(id));
  const went = shown.filter((id) => !chosen.includes(id));
  const isTurn = came.length === 1 && went.length === 1 && wanted.includes(went[0]);
  if (isTurn) return wanted.map((id) => (id === went[0] ? came[0] : id));
  return [...wanted.filter((id) => !went.includes(id)), ...came];
}

/** The query of an address of the desk: `values` in their order, without those that are empty. */
export function queryOf(values) {
  const parts = Object.entries(values).filter(([, value]) => value);
  // Commas stay as they are, as in the addresses that the server prints.
  return parts.length ? `?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&")}` : "";
}
