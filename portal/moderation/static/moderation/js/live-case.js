// Whether this case is still as it was when it was opened: if somebody took or decided it meanwhile, that is said at
// once. Nothing that was typed is touched.
const EVERY = 10000;
const note = document.querySelector("[data-case-now]");

const look = async () => {
  const tag = note.dataset.tag ? { "If-None-Match": note.dataset.tag } : {};
  const answer = await fetch(note.dataset.caseNow, { headers: tag, cache: "no-store", credentials: "same-origin" });
  if (answer.status !== 200 || answer.redirected) return;
  note.dataset.tag = answer.headers.get("ETag") || "";
  const state = await answer.json();
  const changed = String(state.version) !== note.dataset.version;
  note.hidden = !changed;
  if (changed) note.querySelector("[data-says]").textContent = state.says;
};

if (note) {
  setInterval(() => {
    if (document.visibilityState === "visible") look().catch(() => {});
  }, EVERY);
}
