// Offers to move the plan when this device goes by another clock. Zones whose clocks agree, today and half a year on,
// are the same to a plan. What was answered once on this device is not asked again for a month.
const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
const HALF_A_YEAR = 182 * 24 * 3600 * 1000;
const cookie = document.cookie.split("; ").find((part) => part.startsWith("zone_asked=")) ?? "";
const asked = decodeURIComponent(cookie.slice("zone_asked=".length)).replaceAll('"', "");

// What the clocks there say; nothing for a zone that this browser does not know.
function clocks(zone) {
  try {
    const style = { timeZone: zone, dateStyle: "short", timeStyle: "short" };
    const format = new Intl.DateTimeFormat("en-GB", style);
    return [Date.now(), Date.now() + HALF_A_YEAR].map((moment) => format.format(moment)).join();
  } catch {
    return "";
  }
}

for (const offer of document.querySelectorAll("[data-zone-offer]")) {
  const here = device && clocks(device);
  const home = clocks(offer.dataset.zoneOffer);
  if (here && home && here !== home && clocks(asked) !== here) {
    offer.elements.zone.value = device;
    offer.hidden = false;
  }
}
