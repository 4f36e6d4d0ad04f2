// "Show for my situation" works without this. It only remembers the choice on this device, when asked to.
const KEY = "handrail.situation";
const box = document.querySelector("[data-situation]");
const keep = box?.querySelector("[data-situation-keep]");

let store = null;
try {
  store = window.localStorage;
  store.getItem(KEY);
} catch {
  store = null; // storage is switched off: nothing is offered
}

if (store && keep) {
  const choices = [...box.querySelectorAll(".chip input")];
  const asked = keep.querySelector("input");
  const stored = store.getItem(KEY);

  if (stored !== null) {
    const known = stored.split(" ");
    for (const choice of choices) choice.checked = known.includes(choice.id);
    asked.checked = true;
    box.open = choices.some((choice) => choice.checked);
  }
  box.addEventListener("change", () => {
    if (asked.checked) {
      store.setItem(KEY, choices.filter((choice) => choice.checked).map((choice) => choice.id).join(" "));
    } else {
      store.removeItem(KEY);
    }
  });
  keep.hidden = false;
}
