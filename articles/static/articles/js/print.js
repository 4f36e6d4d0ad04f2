// A button that prints this page. Without script the browser's own menu does, and words say so.
for (const place of document.querySelectorAll("[data-print]")) {
  place.hidden = false;
  const button = place.matches("button") ? place : place.querySelector("button");
  button?.addEventListener("click", () => window.print());
}
