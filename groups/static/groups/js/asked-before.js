// Threads and guides on a title, while it is written. The words go by POST, so that they stand in no address and no
// log; what comes back is the same part that the page shows without JavaScript.
const PAUSE_IN_MS = 600;
const SHORTEST = 6;

const ask = (form) => {
  const title = form.querySelector("[name=title]");
  const place = form.querySelector("[data-asked]");
  let timer, request, last = "";

  const look = async () => {
    const words = title.value.trim();
    if (words === last) return;
    last = words;
    request?.abort();
    if (words.length < SHORTEST) return place.replaceChildren();
    request = new AbortController();
    const { signal } = request;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("then", "asked");
    body.set("title", words);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Part": "asked" }, signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!signal.aborted) place.replaceChildren(...page.body.children);
    } catch {
      // asked again meanwhile, or no network: writing goes on all the same
    }
  };

  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_IN_MS);
  });
  title.addEventListener("change", look);
};

for (const form of document.querySelectorAll("form[data-asks]")) ask(form);
