// Keeps what is being written as a draft, a moment after the last key, on this site alone. Nothing is kept in the browser.
const PAUSE_IN_MS = 2000;

const keep = (form) => {
  const said = form.querySelector("[data-kept]");
  const button = form.querySelector("button[name=then][value=draft]");
  if (!button) return;
  let timer, request, sent = false;

  const save = async (keepalive = false) => {
    clearTimeout(timer);
    timer = undefined;
    request?.abort();
    request = new AbortController();
    const body = new FormData(form, button);
    body.delete("picture"); // a picture goes once, when somebody presses a button
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, keepalive, signal: request.signal, headers: { "X-Part": "draft" },
      });
      if (answer.headers.get("Content-Type")?.includes("json")) said.textContent = (await answer.json()).said;
    } catch {
      // typed on meanwhile, or no network: the words are still in the box
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_IN_MS);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "preview") return;
    sent = true;
    clearTimeout(timer);
    request?.abort(); // a draft that arrives after the post would bring the words back
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer && !sent) save(true);
  });
  addEventListener("pageshow", () => { sent = false; });
};

for (const form of document.querySelectorAll("form[data-writing]")) keep(form);
