/** What every page needs: our custom elements, and errors told as sentences. */
import "newsroom/elements/news-prose.js";
import "newsroom/elements/selection-bar.js";
import "newsroom/elements/session-dialog.js";
import "newsroom/elements/act-outbox.js";
import "newsroom/elements/news-desk.js";
import "newsroom/elements/find-bar.js";
import "newsroom/elements/drop-zone.js";
import "newsroom/elements/passage-list.js";
import "newsroom/elements/matrix-grid.js";
import "newsroom/elements/review-queue.js";
import "newsroom/elements/contradiction-list.js";
import "newsroom/elements/decision-keys.js";
import "newsroom/parts/drafts.js";
import "newsroom/parts/focus.js";
import "newsroom/parts/save-key.js";

const alerts = document.getElementById("alerts");

alerts.addEventListener("click", (event) => {
  if (event.target.closest("[data-dismiss]")) event.target.closest(".alert").remove();
});

/** The network gave no answer at all: what was typed is still in the form. */
document.body.addEventListener("htmx:sendError", () => {
  complain("The server did not answer. What you wrote is still on this page: try again in a moment.");
});

function complain(words) {
  const alert = document.createElement("p");
  alert.className = "alert";
  alert.dataset.level = "error";
  alert.textContent = words;
  alerts.replaceChildren(alert);
}

/** An answer that went well takes away the complaint about the one before. */
document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) alerts.replaceChildren();
});

/** A whole page is never put into a part of this one: it comes from something that does not know of parts. */
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!/<html[\s>]/iu.test(detail.xhr.responseText)) return;
  detail.shouldSwap = false;
  complain("The server did not answer as expected. What you wrote is still on this page: try again in a moment.");
});
