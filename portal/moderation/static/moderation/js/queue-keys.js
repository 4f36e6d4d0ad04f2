// j and k go through the queue, c takes the case that has the focus, p passes on the one that is open. They can be turned off, and are never active while
// somebody types.
const KEPT = "queue-keys";
const button = document.querySelector("[data-queue-keys]");
const kept = () => {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
};
let on = kept();

const show = () => {
  button.hidden = false;
  button.setAttribute("aria-pressed", String(on));
};

const move = (by) => {
  const links = [...document.querySelectorAll("[data-queue] li > a")].filter((link) => link.offsetParent);
  if (!links.length) return;
  const open = links.findIndex((link) => link.hasAttribute("aria-current"));
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (open < 0 ? (by > 0 ? 0 : links.length - 1) : open + by) : at + by;
  links[Math.min(Math.max(next, 0), links.length - 1)].focus();
};

const take = () => {
  const row = document.activeElement.closest("[data-queue] li");
  (row || document).querySelector("form[data-take]")?.requestSubmit();
};

if (button) {
  show();
  button.addEventListener("click", () => {
    on = !on;
    try {
      localStorage.setItem(KEPT, on ? "on" : "off");
    } catch {
      // private window: it holds for this page
    }
    show();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (!on || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "c") take();
    else if (event.key === "p") document.querySelector("a[data-pass]")?.click();
    else return;
    event.preventDefault();
  });
}
