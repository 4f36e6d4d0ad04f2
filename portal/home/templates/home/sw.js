// Keeps one page that is about nobody, and the files it needs. Pages of people are never kept here.
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
