// Names under the box while one writes an @: arrows choose, Enter or Tab puts the name in, Escape closes the list. Until
// one has chosen with the arrows, every key does what it always does. Without this file a name is typed out.
const PAUSE_IN_MS = 150;
const BEGUN = /(?:^|[^\p{L}\p{N}_@./])@([\p{L}\p{N}_][^\n@]{0,43})$/u;
const MOST_WORDS = 3;

const begunAt = (box) => {
  if (box.selectionStart !== box.selectionEnd) return null;
  const found = BEGUN.exec(box.value.slice(0, box.selectionStart));
  return found && found[1].split(" ").length <= MOST_WORDS ? found[1] : null;
};

const equip = (form) => {
  const box = form.querySelector("textarea[name=body]");
  if (!box) return;
  const { names: url, namesLabel, namesCount } = form.dataset;
  const place = document.createElement("div");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let timer, request, shown = [], active = -1, begun = null;

  place.className = "names";
  list.className = "suggest";
  list.id = `${box.id}-names`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", namesLabel);
  told.className = "sr";
  told.setAttribute("role", "status");
  place.append(list, told);
  box.after(place);
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);

  const mark = (at) => {
    active = at;
    shown.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (at < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", shown[at].id);
    shown[at].scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    told.textContent = "";
    shown = [];
    mark(-1);
  };

  const put = (name) => {
    const end = box.selectionStart;
    const words = `${name} `;
    box.setSelectionRange(end - begun.length, end);
    if (!document.execCommand?.("insertText", false, words)) {
      box.setRangeText(words, end - begun.length, end, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    close();
  };

  const show = (names) => {
    shown = names.map((name, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.className = "suggest__one";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = name;
      return option;
    });
    list.replaceChildren(...shown);
    list.hidden = !shown.length;
    told.textContent = shown.length ? namesCount.replace("{count}", shown.length) : "";
    mark(-1);
  };

  const ask = async () => {
    request = new AbortController();
    const { signal } = request;
    try {
      const answer = await fetch(`${url}?${new URLSearchParams({ q: begun })}`, { signal });
      if (!answer.ok || answer.redirected) return close();
      const { names } = await answer.json();
      if (!signal.aborted) show(names);
    } catch {
      // typed on meanwhile, or no network: the name can be typed out
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    request?.abort();
    begun = begunAt(box);
    if (begun === null) close();
    else timer = setTimeout(ask, PAUSE_IN_MS);
  });

  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") mark(active + 1 < shown.length ? active + 1 : 0);
    else if (event.key === "ArrowUp") mark(active > 0 ? active - 1 : shown.length - 1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) put(shown[active].textContent);
    else return;
    event.preventDefault();
  });

  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) put(option.textContent);
  });
  box.addEventListener("blur", close);
};

for (const form of document.querySelectorAll("form[data-names]")) equip(form);
