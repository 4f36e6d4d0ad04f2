// Buttons above the box on which people write: bold, italic, list, quote and link, put into the words as Markdown. One
// stop for the Tab key, arrows inside; Ctrl or Cmd with B and I as well. Undoing works, as the words are put in as typed.
const WRAP = { bold: "**", italic: "*" };
const LINES = { list: "- ", quote: "> " };

const put = (box, start, end, words, from, to) => {
  box.focus();
  box.setSelectionRange(start, end);
  if (!document.execCommand?.("insertText", false, words)) box.setRangeText(words, start, end, "end");
  box.setSelectionRange(from, to);
  box.dispatchEvent(new Event("input", { bubbles: true }));
};

const wrap = (box, sign) => {
  const { selectionStart: start, selectionEnd: end, value } = box;
  const words = value.slice(start, end);
  const around = value.slice(start - sign.length, start) === sign && value.slice(end, end + sign.length) === sign;
  if (around && words) return put(box, start - sign.length, end + sign.length, words, start - sign.length, end - sign.length);
  put(box, start, end, `${sign}${words}${sign}`, start + sign.length, end + sign.length);
};

const lines = (box, sign) => {
  const { selectionStart, selectionEnd, value } = box;
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const next = value.indexOf("\n", selectionEnd);
  const end = next < 0 ? value.length : next;
  const all = value.slice(start, end).split("\n");
  const marked = all.every((line) => line.startsWith(sign));
  const words = all.map((line) => (marked ? line.slice(sign.length) : sign + line)).join("\n");
  const gap = start > 0 && !marked && value[start - 2] !== "\n" ? "\n" : ""; // Markdown wants an empty line before
  put(box, start, end, gap + words, start + gap.length + words.length, start + gap.length + words.length);
};

const link = (box, otherwise) => {
  const { selectionStart: start, selectionEnd: end, value } = box;
  const words = value.slice(start, end) || otherwise;
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const text = isAddress ? `[${otherwise}](${words})` : `[${words}](https://)`;
  const from = isAddress ? start + 1 : start + text.length - 1;
  put(box, start, end, text, from, isAddress ? from + otherwise.length : from);
};

const act = (box, { mark, words }) => {
  if (WRAP[mark]) wrap(box, WRAP[mark]);
  else if (LINES[mark]) lines(box, LINES[mark]);
  else link(box, words);
};

const equip = (form, template) => {
  const box = form.querySelector("textarea[name=body]");
  if (!box) return;
  const bar = template.content.cloneNode(true).firstElementChild;
  const buttons = [...bar.querySelectorAll("button")];
  bar.setAttribute("aria-controls", box.id);
  box.before(bar);
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) act(box, button.dataset);
  });
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const back = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const step = { [back]: -1, [back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: 1 }[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : at + step;
    if (Number.isNaN(to)) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
  });
  box.addEventListener("keydown", (event) => {
    const mark = { b: "bold", i: "italic" }[event.key.toLowerCase()];
    if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    act(box, { mark });
  });
};

const template = document.querySelector("template[data-toolbar]");
if (template) for (const form of document.querySelectorAll("form[data-writing]")) equip(form, template);
