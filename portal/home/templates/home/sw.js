// Keeps one page that is about nobody, and the files it needs. Pages of people are never kept here.{% if push %}
// Shows messages that came for this device, and sends what is pressed in them by their signed links alone.{% endif %}
const SHELL = "handrail{% for file in kept %} {{ file|escapejs }}{% endfor %}";
const OFFLINE = "/offline/";

async function keepShell() {
  const cache = await caches.open(SHELL);
  const page = await fetch(OFFLINE, { credentials: "omit", cache: "reload" });
  if (!page.ok) throw new Error("no page to keep");
  const files = [...(await page.clone().text()).matchAll(/(?:href|src)="(\/static\/[^"#]+)/g)].map((found) => found[1]);
  await cache.put(OFFLINE, page);
  for (const file of new Set(files)) {
    const answer = await fetch(file, { credentials: "omit" });
    if (!answer.ok) continue;
    await cache.put(file, answer.clone());
    if (!file.endsWith(".css")) continue;
    for (const part of (await answer.text()).matchAll(/@import url\("?([^")]+)"?\)/g)) {
      const address = new URL(part[1], new URL(file, self.location)).pathname;
      const sheet = await fetch(address, { credentials: "omit" });
      if (sheet.ok) await cache.put(address, sheet);
    }
  }
}

async function forgetOlder() {
  for (const name of await caches.keys()) if (name !== SHELL) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  } else if (address.pathname.startsWith("/static/")) {
    event.respondWith(fetch(request).catch(() => caches.match(address.pathname)));
  }
});
{% if push %}
async function show(data) {
  const said = data?.json() ?? {};
  const acts = said.actions ?? [];
  await self.registration.showNotification(said.title ?? "Handrail", {
    body: said.body ?? "",
    lang: said.lang ?? "",
    dir: said.dir ?? "auto",
    icon: "{{ icon|escapejs }}",
    ...(said.tag ? { tag: said.tag, renotify: true } : {}),
    actions: acts.map((one, place) => ({ action: String(place), title: one.title })),
    data: { url: said.url, acts: acts.map((one) => one.url) },
  });
}

async function lead(path) {
  const address = new URL(path ?? "/", self.location.origin);
  if (address.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = pages.find((page) => new URL(page.url).pathname === address.pathname);
  await (there ? there.focus() : self.clients.openWindow(address.href));
}

// A press is a person's own: it is sent, as the button on the page would. Where that does not work, the page opens.
async function press(path) {
  const address = new URL(path, self.location.origin);
  if (address.origin !== self.location.origin) return;
  const answer = await fetch(address, { method: "POST", credentials: "omit" }).catch(() => null);
  if (!answer?.ok) await lead(path);
}

self.addEventListener("push", (event) => event.waitUntil(show(event.data)));
self.addEventListener("notificationclick", (event) => {
  const { url, acts } = event.notification.data ?? {};
  event.notification.close();
  event.waitUntil(event.action ? press(acts[Number(event.action)]) : lead(url));
});
{% endif %}
