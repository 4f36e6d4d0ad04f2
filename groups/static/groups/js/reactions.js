// Reactions without leaving the place. The answer is the same part of the page, drawn by the server; whatever goes
// wrong, the form is sent as it would be without this file.
const send = async (form, button) => {
  const body = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Part": "reactions" } });
  if (!answer.ok || answer.redirected) throw new Error("not the part");
  const part = document.createElement("template");
  part.innerHTML = await answer.text();
  const fresh = part.content.querySelector("[data-reactions]");
  form.replaceWith(fresh);
  fresh.querySelector(`button[value="${button.value}"]`)?.focus();
};

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-reactions]");
  const button = event.submitter;
  if (!form || !button || form.dataset.plain) return;
  event.preventDefault();
  send(form, button).catch(() => {
    form.dataset.plain = "yes";
    form.requestSubmit(button);
  });
});
