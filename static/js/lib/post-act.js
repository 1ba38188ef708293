/** Sending one act, and what came back. It changes nothing on the page. */

/** How long an answer may take, in milliseconds. */
const LONGEST_WAIT = 30_000;

/**
 * Send an act of `person`, and return the answer: its status (0 if there is none), whether it names the act, its HTML, the
 * highlight that it is about and the version that the act left of it, the lines that it wrote, events for the page, and when to try again.
 */
export async function postAct({ id, url, fields }, person, token) {
  const headers = { "HX-Request": "true", "Act-Id": id, "Act-Person": person, "X-CSRFToken": token };
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  try {
    const body = new URLSearchParams(fields);
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    return await read(response, id);
  } catch {
    return { status: 0, named: false };
  }
}

async function read(response, id) {
  const header = (name) => response.headers.get(name);
  return {
    status: response.status,
    named: header("Act-Id") === id,
    html: await response.text(),
    retryAfter: Number(header("Retry-After")) || 0,
    highlight: header("Highlight-Id"),
    version: Number(header("Version-Left")) || null,
    lines: (header("Act-Lines") ?? "").split(",").filter(Boolean).map(Number),
    events: [header("HX-Trigger"), header("HX-Trigger-After-Settle")].filter(Boolean),
  };
}
