// Keeps today's plan on this device when its person allowed it here, and what they press without a connection.
// All of it lives in this browser alone; signing out clears it. Each press has a name of its own, so sending it twice does it once.
const ALLOWED = "handrail.allowed";
const TODAY = "handrail.today";
const QUEUE = "handrail.queue";

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
const write = (name, value) => localStorage.setItem(name, JSON.stringify(value));
const allowed = () => read(ALLOWED) === true;
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value;

async function forget() {
  for (const name of [ALLOWED, TODAY, QUEUE]) localStorage.removeItem(name);
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
}

async function keepToday() {
  const answer = await fetch("/api/v1/today/", { headers: { Accept: "application/json" } });
  if (answer.ok) write(TODAY, await answer.json());
}

async function sendQueue() {
  const waiting = read(QUEUE) ?? [];
  let sent = 0;
  for (const act of waiting) {
    const answer = await fetch(act.path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token(), "Idempotency-Key": act.id },
      body: JSON.stringify(act.body),
    });
    if (answer.status >= 500 || [401, 403, 429].includes(answer.status)) break;
    sent += 1;
  }
  write(QUEUE, waiting.slice(sent));
  return sent;
}

function press(path, body, marker) {
  const id = crypto.randomUUID();
  write(QUEUE, [...(read(QUEUE) ?? []), { id, path, body: body(id) }]);
  marker();
}

function showItem(list, pattern, item) {
  const line = pattern.content.cloneNode(true);
  const part = (name) => line.querySelector(`[data-${name}]`);
  const buttons = part("acts");
  part("title").textContent = item.title;
  part("time").textContent = new Date(item.due_at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  const kept = part("kept");
  const done = () => {
    buttons.hidden = true;
    kept.hidden = false;
  };
  const queued = (read(QUEUE) ?? []).some((act) => act.path.includes(item.id));
  if (item.state !== "planned" || queued) done();
  for (const button of buttons.querySelectorAll("button")) {
    button.append(Object.assign(document.createElement("span"), { className: "sr", textContent: `: ${item.title}` }));
    button.addEventListener("click", () => press(`/api/v1/today/${item.id}/${button.dataset.act}/`, () => ({}), done));
  }
  list.append(line);
}

function showOffline(page) {
  const kept = read(TODAY);
  if (!allowed() || !kept) return;
  page.querySelector("[data-none]").hidden = true;
  page.querySelector("[data-some]").hidden = false;
  const pattern = page.querySelector("template");
  for (const item of kept.items) showItem(page.querySelector("[data-list]"), pattern, item);
  const drunk = page.querySelector("[data-drunk]");
  const cup = page.querySelector("[data-cup]");
  cup.addEventListener("click", () => {
    press("/api/v1/water/", (id) => ({ ml: 250, source: id }), () => (drunk.hidden = false));
  });
}

function showChoice(panel) {
  const [on, off] = ["on", "off"].map((name) => panel.querySelector(`[data-turn="${name}"]`));
  const show = () => {
    panel.hidden = false;
    on.hidden = allowed();
    off.hidden = !allowed();
  };
  on.addEventListener("click", async () => {
    write(ALLOWED, true);
    await navigator.serviceWorker?.register("/sw.js");
    await keepToday();
    show();
  });
  off.querySelector("button").addEventListener("click", async () => {
    await forget();
    show();
  });
  show();
}

async function start() {
  const offline = document.querySelector("[data-offline]");
  if (offline) {
    showOffline(offline);
    addEventListener("online", () => location.assign("/today/"));
    return;
  }
  if (location.pathname === "/accounts/login/") return forget();
  const choice = document.querySelector("[data-device]");
  if (choice) showChoice(choice);
  if (!allowed() || location.pathname !== "/today/") return;
  await navigator.serviceWorker?.register("/sw.js");
  if ((await sendQueue()) > 0) return location.reload();
  await keepToday();
}

start().catch(() => {}); // without a connection, or without storage, the page is what it always was
