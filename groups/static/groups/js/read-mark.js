// Moves the reader's mark as they read, so that next time the thread opens where they stopped: to the last of the new
// posts that stood on the screen, one after the other, for a moment each. Without this file a button does it.
const STANDS_IN_MS = 1000;
const PAUSE_IN_MS = 1500;

const follow = (form) => {
  const standing = new Map();
  const seen = new Set();
  let mark = Number(form.dataset.read) - 1;
  let sent = mark;
  let timer;

  const send = () => {
    clearTimeout(timer);
    if (mark <= sent) return;
    const body = new FormData(form);
    body.set("up_to", String(mark));
    sent = mark;
    fetch(form.action, { method: "POST", body, keepalive: true, headers: { "X-Part": "read" } }).catch(() => {
      sent = 0; // the next post that is read sends it again
    });
  };

  const stood = (number) => {
    seen.add(number);
    while (seen.has(mark + 1)) mark += 1;
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE_IN_MS);
  };

  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
      const shown = isIntersecting && (intersectionRatio >= 0.6 || intersectionRect.height >= innerHeight / 2);
      if (shown && !standing.has(target)) {
        standing.set(target, setTimeout(() => { watch.unobserve(target); stood(target.value); }, STANDS_IN_MS));
      } else if (!shown) {
        clearTimeout(standing.get(target));
        standing.delete(target);
      }
    }
  }, { threshold: [0, 0.3, 0.6, 1] });

  for (const post of document.querySelectorAll(".posts > .post")) if (post.value > mark) watch.observe(post);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") send(); });
};

for (const form of document.querySelectorAll("form[data-read]")) follow(form);
