// Lets this device show messages when its person pressed the button: the browser is asked then, and never before.
// What is remembered here says only that this device is on, for whom, and since which sign-in. Signing out clears it.
const FLAG = "handrail.push"; // device.js knows it: the worker stays while it is set
const ALLOWED = "handrail.allowed";
const place = document.querySelector("[data-push-key]");
const { pushKey, pushBound, pushHere } = place.dataset;
const person = document.querySelector("[data-person]")?.dataset.person;

const remembered = () => JSON.parse(localStorage.getItem(FLAG) ?? "null");
const able = () => "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "="));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

const madeFor = (subscription) => {
  const key = subscription.options?.applicationServerKey;
  return key ? btoa(String.fromCharCode(...new Uint8Array(key))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") : pushKey;
};

async function worker() {
  await navigator.serviceWorker.register("/sw.js");
  return navigator.serviceWorker.ready;
}

async function subscribed() {
  const { pushManager } = await worker();
  const earlier = await pushManager.getSubscription();
  if (earlier && madeFor(earlier) === pushKey) return earlier;
  await earlier?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(pushKey) });
}

function send(method, path, body) {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token, "Idempotency-Key": crypto.randomUUID() };
  return fetch(path, { method, headers, body: body && JSON.stringify(body) });
}

async function tell(subscription, more) {
  const { endpoint, keys } = subscription.toJSON();
  const answer = await send("POST", "/api/v1/devices/", { endpoint, keys, ...more });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.title ?? "");
  localStorage.setItem(FLAG, JSON.stringify({ id: said.id, bound: said.bound, endpoint, person }));
}

async function forget() {
  localStorage.removeItem(FLAG);
  const registration = await navigator.serviceWorker?.getRegistration("/");
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  if (localStorage.getItem(ALLOWED) !== "true") await registration?.unregister();
}

// On each visit: what the browser or the sign-in changed meanwhile is put right; what its person removed stays removed.
async function keepUp() {
  const kept = remembered();
  if (!kept) return;
  if (kept.person !== person || pushHere === "no" || Notification.permission === "denied") return forget();
  const { pushManager } = await worker();
  const now = await pushManager.getSubscription();
  const same = now?.endpoint === kept.endpoint && madeFor(now) === pushKey;
  if (same && kept.bound === pushBound) return;
  const answer = same ? tell(now, { again: true }) : tell(await subscribed(), { instead_of: kept.id });
  await answer.catch(forget);
}

function show(name, why = "") {
  for (const part of place.querySelectorAll("[data-push-show]")) part.hidden = part.dataset.pushShow !== name;
  place.querySelector("[data-push-why]").textContent = why;
  if (name === "failed") place.querySelector('[data-push-show="ask"]').hidden = false;
}

// The page as the site has it now, at the place where the person was.
function again() {
  location.hash = "messages";
  location.reload();
}

async function turnOn() {
  const answer = await Notification.requestPermission();
  if (answer === "denied") {
    show("denied");
    return place.querySelector('[data-push-show="denied"]').focus(); // the button that had it is gone
  }
  if (answer !== "granted") return show("ask");
  try {
    await tell(await subscribed(), {});
  } catch (error) {
    await forget();
    return show("failed", error instanceof DOMException ? "" : error.message);
  }
  again();
}

async function turnOff() {
  const kept = remembered();
  await send("DELETE", `/api/v1/devices/${kept.id}/`);
  await forget();
  again();
}

async function start() {
  if (able()) await keepUp();
  if (!place.querySelector("[data-push-show]")) return; // a page that only keeps it up
  place.hidden = false;
  if (!able()) return show("cannot");
  place.querySelector("[data-push-on]").addEventListener("click", turnOn);
  place.querySelector("[data-push-off]").addEventListener("click", turnOff);
  show(remembered() ? "on" : Notification.permission === "denied" ? "denied" : "ask");
}

start().catch(() => {}); // without a connection, or without storage, nothing changes
