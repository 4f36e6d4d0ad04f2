// Suggestions under a search box: a combobox as the ARIA authoring practices describe it. The words go nowhere but to
// this site's own search, and are kept nowhere.
const PAUSE_IN_MS = 150;

const suggest = (form) => {
  const input = form.querySelector("input[type=search]");
  const { suggest: url, suggestLabel, suggestCount, suggestNone } = form.dataset;
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let timer, request, shown = [], active = -1, typed = input.value;

  list.id = `${input.id}-suggestions`;
  list.className = "suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", suggestLabel);
  told.className = "sr";
  told.setAttribute("role", "status");
  form.append(list, told);
  const roles = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": list.id };
  for (const [name, value] of Object.entries({ ...roles, "aria-expanded": "false" })) input.setAttribute(name, value);

  const mark = (at) => {
    active = at;
    shown.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", shown[at].id);
      shown[at].scrollIntoView({ block: "nearest" });
    }
    input.value = at < 0 ? typed : shown[at].textContent;
  };

  const stop = () => {
    clearTimeout(timer);
    request?.abort();
  };

  const close = () => {
    stop();
    list.hidden = true;
    shown = [];
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    told.textContent = "";
  };

  const show = (found) => {
    shown = found.map(({ text }, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.className = "suggest__one";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = text;
      return option;
    });
    active = -1;
    list.replaceChildren(...shown);
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(Boolean(shown.length)));
    input.removeAttribute("aria-activedescendant");
    told.textContent = shown.length ? suggestCount.replace("{count}", shown.length) : suggestNone;
  };

  const ask = async () => {
    request = new AbortController();
    const { signal } = request;
    try {
      const answer = await fetch(`${url}?${new URLSearchParams({ q: typed })}`, { signal });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      if (!signal.aborted) show(suggestions);
    } catch {
      // asked again meanwhile, or no network: searching works all the same
    }
  };

  input.addEventListener("input", () => {
    stop();
    typed = input.value;
    if (typed.trim().length < 2) close();
    else timer = setTimeout(ask, PAUSE_IN_MS);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") mark(active + 1 < shown.length ? active + 1 : -1);
    else if (event.key === "ArrowUp") mark(active < 0 ? shown.length - 1 : active - 1);
    else if (event.key === "Escape") {
      input.value = typed;
      close();
    } else if (event.key === "Tab") return close();
    else return; // Enter sends the form with the words that stand in the box
    event.preventDefault();
  });

  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    input.value = option.textContent;
    close();
    form.requestSubmit();
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
};

for (const form of document.querySelectorAll("form[data-suggest]")) suggest(form);
