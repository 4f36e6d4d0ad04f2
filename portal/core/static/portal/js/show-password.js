// The button beside a password, hidden without script, shows what is typed and hides it again.
for (const button of document.querySelectorAll("[data-show-password]")) {
  const field = document.getElementById(button.dataset.showPassword);
  if (!field) continue;
  const { show, hide } = button.dataset;

  button.hidden = false;
  button.addEventListener("click", () => {
    const showing = field.type === "password";
    field.type = showing ? "text" : "password";
    button.textContent = showing ? hide : show;
  });
  field.form?.addEventListener("submit", () => {
    field.type = "password"; // so that the browser still offers to save it
  });
}
