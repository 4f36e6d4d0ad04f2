// Larger or smaller words on guides, remembered on this device only. The setting of the account stands until then.
const KEY = "handrail.text";
const SIZES = ["standard", "large", "larger"];
const root = document.documentElement;

const stored = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: the size lasts as long as the page
  }
};
const size = () => Math.max(0, SIZES.indexOf(root.dataset.text));

const controls = document.querySelector("[data-text-size]");
if (controls) {
  if (SIZES.includes(stored())) root.dataset.text = stored();
  const buttons = [...controls.querySelectorAll("[data-step]")];
  const ends = () => {
    for (const button of buttons) {
      button.setAttribute("aria-disabled", String(!SIZES[size() + Number(button.dataset.step)]));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const next = SIZES[size() + Number(button.dataset.step)];
      if (!next) return;
      root.dataset.text = next;
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // see above
      }
      ends();
    });
  }
  ends();
  controls.hidden = false;
}
