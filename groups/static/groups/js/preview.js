// "Preview" without leaving the page: the server draws the same part as it does for a whole page. Whatever goes wrong,
// the form is sent as it would be without this file.
const look = async (form, button) => {
  const body = new FormData(form, button);
  body.delete("picture"); // it is not in the preview, and stays chosen in the form
  const answer = await fetch(form.action, { method: "POST", body });
  if (!answer.ok || answer.redirected) throw new Error("not the page");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("form[data-writing] [data-preview]");
  if (!fresh?.firstElementChild) throw new Error("no preview");
  const place = form.querySelector("[data-preview]");
  place.replaceChildren(...fresh.children);
  place.firstElementChild.focus();
};

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-writing]");
  const button = event.submitter;
  if (!form || button?.value !== "preview" || form.dataset.plain) return;
  event.preventDefault();
  look(form, button).catch(() => {
    form.dataset.plain = "yes";
    form.requestSubmit(button);
  });
});
