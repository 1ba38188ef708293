/** The token that shows the server that a form is one of ours. It stands on the body, where htmx finds it too. */
const HEADER = "X-CSRFToken";

export function token() {
  return JSON.parse(document.body.getAttribute("hx-headers"))[HEADER];
}

/** Use the token of a new session, also in the forms that are on the page. */
export function setToken(now) {
  document.body.setAttribute("hx-headers", JSON.stringify({ [HEADER]: now }));
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = now;
}
