// Rows of the article editor: add one, move one up. Without this file the two spare rows and "Save and continue" do.
const words = (name) => document.documentElement.dataset[name] || { add: "Add a row", up: "Move up" }[name];

function renumber(editor) {
  editor.querySelectorAll("[data-row]").forEach((row, place) => {
    for (const control of row.querySelectorAll("[name]")) {
      control.name = control.name.replace(/-\d+-(\w+)$/, `-${place}-$1`);
      if (control.id) control.id = `id_${control.name}`;
    }
    row.querySelectorAll("label").forEach((label) => {
      label.htmlFor = label.parentElement.querySelector("[name]").id;
    });
    const legend = row.querySelector("legend");
    legend.textContent = legend.textContent.replace(/\d+$/, place + 1);
  });
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button rows-editor__button";
  made.textContent = text;
  made.dataset.rowsAct = act;
  return made;
}

function prepare(editor) {
  if (editor.dataset.rows === "ready" || editor.closest(".empty-form")) return;
  editor.dataset.rows = "ready";
  editor.querySelectorAll("[data-row]").forEach((row) => row.append(button(words("up"), "up")));
  editor.append(button(words("add"), "add"));
}

function act(event) {
  const pressed = event.target.closest("[data-rows-act]");
  if (!pressed) return;
  const editor = pressed.closest("[data-rows]");
  if (pressed.dataset.rowsAct === "add") {
    const last = [...editor.querySelectorAll("[data-row]")].pop();
    const copy = last.cloneNode(true);
    copy.querySelectorAll("[name]").forEach((control) => (control.value = ""));
    last.after(copy);
    renumber(editor);
    copy.querySelector("input:not([type=hidden]), textarea, select").focus();
  } else {
    const row = pressed.closest("[data-row]");
    row.previousElementSibling?.before(row);
    renumber(editor);
    pressed.focus();
  }
}

const prepareAll = () => document.querySelectorAll("[data-rows]").forEach(prepare);
document.addEventListener("click", act);
document.addEventListener("formset:added", () => prepareAll());
prepareAll();
