// The queue as it is now, without a reload. Asked for every fifteen seconds while the page is looked at; the server
// says "as before" by its tag. Whoever has the focus in the list keeps it.
const EVERY = 15000;

const refresh = async (part) => {
  if (part.querySelector("input:checked")) return; // somebody is choosing
  const headers = part.dataset.tag ? { "If-None-Match": part.dataset.tag } : {};
  const answer = await fetch(part.dataset.live, { headers, cache: "no-store", credentials: "same-origin" });
  if (answer.status !== 200 || answer.redirected) return;
  part.dataset.tag = answer.headers.get("ETag") || "";
  const held = part.contains(document.activeElement) ? document.activeElement.closest("li")?.dataset.case : null;
  part.innerHTML = await answer.text();
  if (held) part.querySelector(`li[data-case="${held}"] a`)?.focus();
};

for (const part of document.querySelectorAll("[data-live]")) {
  setInterval(() => {
    if (document.visibilityState === "visible") refresh(part).catch(() => {});
  }, EVERY);
}
