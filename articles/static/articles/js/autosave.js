// Keeps what is typed at an article, so that a closed tab loses nothing. The draft itself waits for "Save".
const EVERY = 20_000;
const SMALL = 60_000; // bytes that a browser still sends while a page goes away

const status = document.querySelector("[data-autosave]");
const form = status?.closest("form");

if (form && !status.dataset.waiting) {
  let known = null; // what the server or the page has already; nothing until somebody touches the form
  let leaving = false;
  let flight = null;

  const words = () => {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken" && !name.includes("__prefix__")) typed.append(name, value);
    }
    return typed.toString();
  };

  const keep = async () => {
    if (known === null || leaving) return;
    const body = words();
    if (body === known) return;
    known = body;
    flight = new AbortController();
    try {
      const answer = await fetch(status.dataset.autosave, {
        method: "POST",
        body,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        keepalive: body.length < SMALL,
        signal: flight.signal,
      });
      if (!answer.ok) known = "";
      const { said } = await answer.json();
      status.textContent = said;
    } catch {
      known = ""; // tried again in a while
    }
  };

  const start = () => {
    known ??= "mended" in status.dataset ? "" : words();
  };

  for (const touch of ["pointerdown", "keydown", "focusin"]) form.addEventListener(touch, start, { capture: true });
  if ("mended" in status.dataset) start();
  form.addEventListener("submit", () => {
    leaving = true;
    flight?.abort();
  });
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  setInterval(keep, EVERY);
}
