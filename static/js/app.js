/** What every page needs: our custom elements, and errors told as sentences. */
import "newsroom/elements/news-prose.js";
import "newsroom/elements/selection-bar.js";
import "newsroom/elements/news-desk.js";
import "newsroom/elements/find-bar.js";
import "newsroom/elements/drop-zone.js";
import "newsroom/elements/matrix-grid.js";
import "newsroom/elements/review-queue.js";
import "newsroom/elements/contradiction-list.js";
import "newsroom/parts/drafts.js";
import "newsroom/parts/focus.js";

const alerts = document.getElementById("alerts");

alerts.addEventListener("click", (event) => {
  if (event.target.closest("[data-dismiss]")) event.target.closest(".alert").remove();
});

/** The network gave no answer at all: what was typed is still in the form. */
document.body.addEventListener("htmx:sendError", () => {
  const template = document.createElement("p");
  template.className = "alert";
  template.dataset.level = "error";
  template.textContent = "The server did not answer. What you wrote is still on this page: try again in a moment.";
  alerts.replaceChildren(template);
});

/** An answer that went well takes away the complaint about the one before. */
document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) alerts.replaceChildren();
});

/** What was said about the last act is over with the next. */
document.body.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.requestConfig.verb !== "get") document.getElementById("said").replaceChildren();
});
