// Keeps the address of the desk and the token in this browser.

const form = document.querySelector("form");
const kept = await chrome.storage.local.get(["address", "token", "story"]);
for (const name of ["address", "token", "story"]) form.elements[name].value = kept[name] ?? "";

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const values = Object.fromEntries(new FormData(form));
  values.address = new URL(values.address).origin;
  // The browser asks the person for the permission to reach this one site.
  const granted = await chrome.permissions.request({ origins: [`${values.address}/*`] });
  if (granted) await chrome.storage.local.set(values);
  form.querySelector("output").value = granted ? "Saved." : "Not saved: the desk cannot be reached without this.";
});
