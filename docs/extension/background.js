// Sends the open page to the desk. This runs apart from the page, so that neither the page's content security
// policy forbids it, nor the page's scripts can read the token.

chrome.action.onClicked.addListener(sendPage);

async function sendPage(tab) {
  const { address, token, story } = await chrome.storage.local.get(["address", "token", "story"]);
  if (!address || !token) {
    chrome.runtime.openOptionsPage();
    return;
  }
  try {
    const html = await pageOf(tab.id);
    const article = { html, url: tab.url, ...(story ? { story } : {}) };
    await tell(tab.id, await post(`${address}/api/articles`, token, article));
  } catch (error) {
    await tell(tab.id, { refused: true, sentence: `The desk was not reached: ${error.message}` });
  }
}

/** Return the page as the person sees it: after its scripts have run. */
async function pageOf(tabId) {
  const read = () => `<!DOCTYPE html>${document.documentElement.outerHTML}`;
  const [frame] = await chrome.scripting.executeScript({ target: { tabId }, func: read });
  return frame.result;
}

/** Send an act once, and return what the desk says to it. */
async function post(address, token, body) {
  const headers = {
    Authorization: `Bearer ${token}`,
    "Content-Type": "application/json",
    "Idempotency-Key": crypto.randomUUID(),
  };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) return { refused: true, sentence: told.detail };
  return { refused: false, sentence: `“${told.title}” is ${told.status}.` };
}

/** Show on the button whether it is done, and in its title the sentence. */
async function tell(tabId, { refused, sentence }) {
  await chrome.action.setBadgeText({ tabId, text: refused ? "!" : "ok" });
  await chrome.action.setTitle({ tabId, title: sentence });
}
