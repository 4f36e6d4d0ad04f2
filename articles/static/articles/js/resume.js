// Go on where you stopped: the last heading of a guide, kept on this device only. One switch turns it off and forgets.
const KEY = "handrail.stopped";
const OFF = "handrail.stopped.off";
const MOST = 20;
const NEAR_TOP = 120; // pixels: the part one is in is the one whose heading has reached the top

let store = null;
try {
  store = window.localStorage;
  store.getItem(KEY);
} catch {
  store = null; // storage is switched off: nothing is offered
}

const places = () => {
  try {
    return JSON.parse(store.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};

const remember = (anchor) => {
  const { [location.pathname]: _old, ...others } = places();
  const kept = Object.entries(others).slice(-MOST + 1);
  if (anchor) kept.push([location.pathname, anchor]);
  store.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
};

const offer = (headings) => {
  const box = document.querySelector("[data-resume]");
  const at = headings.find((heading) => heading.id === places()[location.pathname]);
  if (!box || !at || location.hash) return;
  box.querySelector("[data-resume-heading]").textContent = at.textContent.trim();
  box.querySelector("[data-resume-link]").href = `#${at.id}`;
  box.hidden = false;
};

const watch = (headings) => {
  let waiting;
  const look = () => {
    if (store.getItem(OFF)) return;
    const passed = headings.filter(
      (heading) => heading.getClientRects().length && heading.getBoundingClientRect().top < NEAR_TOP,
    );
    const ended = innerHeight + scrollY > document.documentElement.scrollHeight - 200;
    if (scrollY > innerHeight / 2) remember(ended ? "" : passed.at(-1)?.id);
  };
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 400);
  }, { passive: true });
};

const button = document.querySelector("[data-resume-switch]");
if (store && button) {
  const headings = [...document.querySelectorAll(".reading h2[id]")].filter((heading) => !heading.closest(".no-print, aside"));
  const say = () => {
    button.textContent = store.getItem(OFF) ? button.dataset.off : button.dataset.on;
  };
  button.addEventListener("click", () => {
    if (store.getItem(OFF)) {
      store.removeItem(OFF);
    } else {
      store.setItem(OFF, "1");
      store.removeItem(KEY);
      document.querySelector("[data-resume]")?.setAttribute("hidden", "");
    }
    say();
  });
  say();
  button.hidden = false;
  if (!store.getItem(OFF)) offer(headings);
  watch(headings);
}
