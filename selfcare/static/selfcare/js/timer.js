// Counts an exercise down on the page itself: it needs no network once the page is there. The end is said aloud by the
// live region; nothing is marked as done by itself.
const SECOND = 1000;

function clock(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

for (const timer of document.querySelectorAll("[data-timer]")) {
  const button = timer.querySelector("button");
  const left = timer.querySelector("[data-timer-left]");
  const over = timer.querySelector("[data-timer-over]");
  let running = 0;

  timer.hidden = false;
  button.addEventListener("click", () => {
    clearInterval(running);
    const end = Date.now() + Number(timer.dataset.timer) * 60 * SECOND;
    over.textContent = "";
    left.textContent = clock(end - Date.now());
    running = setInterval(() => {
      left.textContent = clock(end - Date.now());
      if (Date.now() < end) return;
      clearInterval(running);
      over.textContent = over.dataset.timerOver;
    }, SECOND);
  });
}
