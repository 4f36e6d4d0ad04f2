// Share through the device, or copy. No other site is asked, and nothing is counted.
const copy = async (words) => {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
};

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share && !navigator.clipboard) continue;
  const told = document.querySelector("[data-share-told]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { share: url, subject, copied } = button.dataset;
    if (navigator.share) {
      await navigator.share({ title: subject, url }).catch(() => {}); // closed without sharing
    } else if (told) {
      told.textContent = (await copy(url)) ? copied : url;
    }
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (await copy(source.textContent.trim())) button.querySelector("span").textContent = button.dataset.copied;
  });
}
