// Keeps today's plan on this device when its person allowed it here, and what they press without a connection.
// All of it lives in this browser alone; signing out clears it. Each press has a name of its own, so sending it twice does it once.
// What is kept belongs to one person: where somebody else is signed in, it is cleared and never sent.
const ALLOWED = "handrail.allowed";
const TODAY = "handrail.today";
const QUEUE = "handrail.queue";
const OWNER = "handrail.owner";
const HIGH = 7; // from here on, the page says when to get help, as Today does

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
const write = (name, value) => localStorage.setItem(name, JSON.stringify(value));
const allowed = () => read(ALLOWED) === true;
const owner = () => document.querySelector("[data-person]")?.dataset.person;
const waiting = (part) => (read(QUEUE) ?? []).filter((act) => act.path.includes(part));
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value;

async function forget() {
  for (const name of [ALLOWED, TODAY, QUEUE, OWNER]) localStorage.removeItem(name);
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
}

async function keepToday() {
  const answer = await fetch("/api/v1/today/", { headers: { Accept: "application/json" } });
  if (answer.ok) write(TODAY, await answer.json());
}

function post(act, body) {
  return fetch(act.path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token(), "Idempotency-Key": act.id },
    body: JSON.stringify(body),
  });
}

async function sendOne(act) {
  const { at, ...rest } = act.body;
  const answer = await post(act, act.body);
  // A clock that runs ahead: then it counts from now.
  return answer.status === 400 && at ? post(act, rest) : answer;
}

// One tab at a time, and each act leaves the queue by its name: what another tab adds meanwhile stays.
async function sendQueue() {
  let sent = 0;
  for (const act of read(QUEUE) ?? []) {
    const answer = await sendOne(act);
    if (answer.status >= 500 || [401, 403, 429].includes(answer.status)) break;
    write(QUEUE, (read(QUEUE) ?? []).filter((one) => one.id !== act.id));
    sent += 1;
  }
  return sent;
}

const alone = (work) => (navigator.locks ? navigator.locks.request("handrail.queue", work) : work());

function press(path, body) {
  const id = crypto.randomUUID();
  write(QUEUE, [...(read(QUEUE) ?? []), { id, path, body: body(id) }]);
}

function showWaiting(page) {
  const number = (read(QUEUE) ?? []).length;
  page.querySelector("[data-waiting]").hidden = number === 0;
  page.querySelector("[data-count]").textContent = number;
}

function showItem(page, item) {
  const list = page.querySelector("[data-list]");
  const pattern = page.querySelector("template");
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
  if (item.state !== "planned" || waiting(item.id).length > 0) done();
  for (const button of buttons.querySelectorAll("button")) {
    button.append(Object.assign(document.createElement("span"), { className: "sr", textContent: `: ${item.title}` }));
    button.addEventListener("click", () => {
      press(`/api/v1/today/${item.id}/${button.dataset.act}/`, () => ({}));
      done();
      showWaiting(page);
    });
  }
  list.append(line);
}

function showOffline(page) {
  const kept = read(TODAY);
  if (!allowed() || !kept) return;
  page.querySelector("[data-none]").hidden = true;
  page.querySelector("[data-some]").hidden = false;
  for (const item of kept.items) showItem(page, item);
  offerWater(page, kept.water);
  offerPain(page);
  showWaiting(page);
}

function offerWater(page, water) {
  const show = () => {
    const cups = waiting("/water/");
    const ml = cups.reduce((sum, act) => sum + act.body.ml, water.ml);
    page.querySelector("[data-drunk]").hidden = cups.length === 0;
    page.querySelector("[data-limit]").hidden = !(water.limited && ml >= water.aim_cups * water.cup_ml);
  };
  page.querySelector("[data-cup]").addEventListener("click", () => {
    press("/api/v1/water/", (id) => ({ ml: water.cup_ml, source: id }));
    show();
    showWaiting(page);
  });
  show();
}

function offerPain(page) {
  const form = page.querySelector("[data-pain]");
  const show = () => {
    const said = waiting("/diary/").at(-1)?.body.said.now;
    form.querySelector("[data-noted]").hidden = said === undefined;
    form.querySelector("[data-high]").hidden = !(said >= HIGH);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const number = new FormData(form).get("now");
    if (number === null) return;
    press("/api/v1/diary/", () => ({ said: { now: Number(number) }, at: new Date().toISOString() }));
    form.reset();
    show();
    showWaiting(page);
  });
  show();
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
    write(OWNER, owner());
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
  // Not every browser clears its storage when it is told to at the sign-out: the next page does, whichever it is.
  if (document.body.dataset.nobody !== undefined) return forget();
  if (owner() && allowed() && read(OWNER) !== owner()) await forget();
  const choice = document.querySelector("[data-device]");
  if (choice) showChoice(choice);
  if (!allowed() || location.pathname !== "/today/") return;
  await navigator.serviceWorker?.register("/sw.js");
  if ((await alone(sendQueue)) > 0) return location.reload();
  await keepToday();
}

start().catch(() => {}); // without a connection, or without storage, the page is what it always was
