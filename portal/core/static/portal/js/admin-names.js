// The admin's own scripts build controls without a name: lists with search (select2) and rich text. Give each the words
// of its label, so that a screen reader says what is asked.
const labelOf = (control) => control?.closest(".form-row, td, .rows-editor__cell")?.querySelector("label")?.textContent.trim();

function name(root) {
  for (const box of root.querySelectorAll(".select2-selection")) {
    const select = box.closest(".select2-container")?.previousElementSibling;
    const words = document.querySelector(`label[for="${select?.id}"]`)?.textContent.trim() || labelOf(box);
    if (!words) continue;
    box.setAttribute("aria-label", words);
    box.querySelector("[role=textbox]")?.setAttribute("aria-label", words);
  }
  for (const text of root.querySelectorAll(".prose-editor [contenteditable]")) {
    text.setAttribute("aria-label", labelOf(text) || "");
  }
}

name(document);
new MutationObserver((changes) => {
  const made = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === 1);
  for (const node of made) if (node.parentElement) name(node.parentElement);
}).observe(document.body, { childList: true, subtree: true });
