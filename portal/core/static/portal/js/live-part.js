// A part of a page that something works at: asked for again every two seconds until it says that it is done. Without
// this the page loads itself again. Hidden pages do not ask.
const PAUSE_IN_MS = 2000;

const renew = async (part) => {
  if (!document.hidden) {
    try {
      const answer = await fetch(part.dataset.livePart, { headers: { "X-Live-Part": "1" } });
      if (answer.redirected || answer.status === 403 || answer.status === 404) return;
      if (answer.ok) part.innerHTML = await answer.text();
    } catch {
      // the network is away: the next turn asks again
    }
  }
  if (part.querySelector("[data-at-work]")) setTimeout(renew, PAUSE_IN_MS, part);
};

for (const part of document.querySelectorAll("[data-live-part]")) {
  if (part.querySelector("[data-at-work]")) setTimeout(renew, PAUSE_IN_MS, part);
}
