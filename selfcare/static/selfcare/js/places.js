// The drawing shows which places have a number. Without script it still leads to their lines in the list.
for (const places of document.querySelectorAll("[data-places]")) {
  const mark = (select) => {
    const part = places.querySelector(`a[data-site="${select.dataset.site}"]`);
    if (part) part.toggleAttribute("data-on", select.value !== "");
  };
  for (const select of places.querySelectorAll("select")) mark(select);
  places.addEventListener("change", (event) => mark(event.target));
}
