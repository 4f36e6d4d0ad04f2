// Keeps today's plan on this device when its person allowed it here, and what they press without a connection.
// All of it lives in this browser alone; signing out clears it. Each press has a name of its own, so sending it twice does it once.
// What is kept belongs to one person: where somebody else is signed in, it is cleared and never sent.
const ALLOWED = "handrail.allowed";
const TODAY = "handrail.today";
const QUEUE = "handrail.queue";
const OWNER = "handrail.owner";
const HOW = "handrail.how";
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
  for (const name of [ALLOWED, TODAY, HOW, QUEUE, OWNER]) localStorage.removeItem(name);
  const shows = localStorage.getItem("handrail.push") !== null; // push.js: then the worker still shows messages
  for (const worker of (!shows && (await navigator.serviceWorker?.getRegistrations())) || []) await worker.unregister();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
}

const told = (path) => fetch(path, { headers: { Accept: "application/json" } });

async function keepToday() {
  const [day, how] = await Promise.all(["/api/v1/today/", "/api/v1/today/how/"].map(told));
  if (day.ok) write(TODAY, await day.json());
  if (how.ok) write(HOW, await how.json());
}

function post(act, body) {
  return fetch(act.path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token(), "Idempotency-Key": act.id },
    body: JSON.stringify(body),
  });
}

// Whether this device's clock runs ahead of the server's, so that something seems to be said before its time.
const isAhead = (at, answer) => at && new Date(at) > new Date(answer.headers.get("Date") ?? at);

async function sendOne(act) {
  const { at, ...rest } = act.body;
  const answer = await post(act, act.body);
  return answer.status === 400 && isAhead(at, answer) ? post(act, rest) : answer;
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

// Older browsers have no randomUUID; this has its form.
function newName() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function press(path, body) {
  const id = newName();
  write(QUEUE, [...(read(QUEUE) ?? []), { id, path, body: { ...body(id), at: new Date().toISOString() } }]);
}

function showWaiting(page) {
  const number = (read(QUEUE) ?? []).length;
  page.querySelector("[data-waiting]").hidden = number === 0;
  page.querySelector("[data-count]").textContent = number;
}

function showHow(part, item) {
  part("talk").hidden = item.kind !== "exercise";
  if (item.kind === "exercise" && item.minutes) {
    part("timer").dataset.timer = item.minutes;
    part("timer").hidden = false;
    part("minutes").textContent = item.minutes;
  }
  const how = (read(HOW) ?? []).find((one) => one.activity === item.activity);
  const steps = how?.steps ?? [];
  part("text").textContent = item.text;
  const each = (name, words) => Object.assign(document.createElement(name), { textContent: words });
  part("steps").append(...steps.map((words) => each("li", words)));
  part("steps").hidden = steps.length === 0;
  part("stop").append(...(how?.stop ?? "").split("\n\n").map((words) => each("p", words)));
  part("stop").hidden = !how?.stop;
  part("how").hidden = !item.text && steps.length === 0 && !how?.stop;
}

// Only what is of today can be answered: on a day that is over there is no button to press for it.
function showItem(page, item, isToday) {
  const list = page.querySelector("[data-list]");
  const pattern = page.querySelector("template");
  const line = pattern.content.cloneNode(true);
  const part = (name) => line.querySelector(`[data-${name}]`);
  const buttons = part("acts");
  part("title").textContent = item.ml ? `${item.title}, ${item.ml} ml` : item.title;
  part("time").textContent = new Date(item.due_at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  const kept = part("kept");
  const done = () => {
    buttons.hidden = true;
    kept.hidden = false;
  };
  if (isToday) showHow(part, item);
  if (item.state !== "planned" || waiting(item.id).length > 0) done();
  if (!isToday) buttons.hidden = true;
  for (const button of buttons.querySelectorAll("button")) {
    button.append(Object.assign(document.createElement("span"), { className: "sr", textContent: `: ${item.title}` }));
    button.addEventListener("click", () => {
      press(`/api/v1/today/${item.id}/${button.dataset.act}/`, () => ({}));
      done();
      showWaiting(page);
      page.dispatchEvent(new Event("pressed"));
    });
  }
  list.append(line);
}

function showOffline(page) {
  const kept = read(TODAY);
  if (!allowed() || !kept) return;
  const ends = new Date(kept.ends_at ?? 0);
  const isToday = Date.now() < ends;
  const [year, month, day] = kept.day.split("-").map(Number);
  const words = new Date(year, month - 1, day).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
  for (const place of page.querySelectorAll("[data-day]")) place.textContent = words;
  page.querySelector("[data-none]").hidden = true;
  page.querySelector("[data-some]").hidden = false;
  page.querySelector("[data-over]").hidden = isToday;
  for (const item of kept.items) showItem(page, item, isToday);
  offerWater(page, kept, isToday ? 0 : ends);
  offerPain(page);
  showWaiting(page);
}

// `since`: when the day began to which none of what is kept belongs; 0 on the day of what is kept.
// A drink of the plan that was marked here counts towards a limit as a cup does.
const marked = (items) =>
  items.filter((item) => item.ml && waiting(`${item.id}/done/`).length > 0).reduce((sum, item) => sum + item.ml, 0);

function offerWater(page, { water, items }, since) {
  const show = () => {
    const cups = waiting("/water/").filter((act) => new Date(act.body.at ?? Date.now()) >= since);
    const ml = cups.reduce((sum, act) => sum + act.body.ml, since ? 0 : water.ml + marked(items));
    page.querySelector("[data-drunk]").hidden = cups.length === 0;
    page.querySelector("[data-limit]").hidden = !(water.limited && ml >= water.aim_ml);
  };
  page.querySelector("[data-cup]").addEventListener("click", () => {
    press("/api/v1/water/", (id) => ({ ml: water.cup_ml, source: id }));
    show();
    showWaiting(page);
  });
  page.addEventListener("pressed", show);
  show();
}

function offerPain(page) {
  const form = page.querySelector("[data-pain]");
  const show = () => {
    const said = waiting("/diary/").slice(-1)[0]?.body.said.now;
    form.querySelector("[data-noted]").hidden = said === undefined;
    form.querySelector("[data-high]").hidden = !(said >= HIGH);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const number = new FormData(form).get("now");
    if (number === null) return;
    press("/api/v1/diary/", () => ({ said: { now: Number(number) } }));
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
  // The button that was pressed goes: focus goes to the one that stands in its place.
  on.addEventListener("click", async () => {
    try {
      write(ALLOWED, true);
      write(OWNER, owner());
      await navigator.serviceWorker?.register("/sw.js");
      await keepToday();
    } catch {
      await forget().catch(() => {});
      panel.querySelector("[data-turn-failed]").hidden = false;
      return;
    }
    panel.querySelector("[data-turn-failed]").hidden = true;
    show();
    off.querySelector("button").focus();
  });
  off.querySelector("button").addEventListener("click", async () => {
    await forget();
    show();
    on.focus();
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
