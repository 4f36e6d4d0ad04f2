// Counts an exercise down on the page itself: it needs no network once the page is there. The end is said aloud by the
// live region; nothing is marked as done by itself.
const SECOND = 1000;

function clock(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const running = new WeakMap(); // by timer, what counts it down

function begin(timer) {
  const left = timer.querySelector("[data-timer-left]");
  const over = timer.querySelector("[data-timer-over]");
  const end = Date.now() + Number(timer.dataset.timer) * 60 * SECOND;
  clearInterval(running.get(timer));
  over.textContent = "";
  left.textContent = clock(end - Date.now());
  const counting = setInterval(() => {
    left.textContent = clock(end - Date.now());
    if (Date.now() < end) return;
    clearInterval(counting);
    over.textContent = over.dataset.timerOver;
  }, SECOND);
  running.set(timer, counting);
}

// Without a length it is for nothing: on the page without a connection, each is filled in later or stays away.
for (const timer of document.querySelectorAll('[data-timer]:not([data-timer=""])')) timer.hidden = false;
document.addEventListener("click", (event) => {
  const timer = event.target.closest("[data-timer] button")?.closest("[data-timer]");
  if (timer) begin(timer);
});
