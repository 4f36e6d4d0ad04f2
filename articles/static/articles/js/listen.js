// The browser reads the guide aloud, piece by piece, and marks the piece it is at. The voice is the device's own.
const box = document.querySelector("[data-listen]");
const article = document.querySelector(".reading");

if (box && article && "speechSynthesis" in window) {
  const voice = window.speechSynthesis;
  const [play, next, stop] = ["play", "next", "stop"].map((name) => box.querySelector(`[data-listen-${name}]`));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const pieces = [...article.querySelectorAll("h1, h2, h3, p, li, caption, th, td, summary")].filter(
    (piece) => !piece.closest(".no-print, .only-print, aside, nav, form") && !piece.querySelector("p, li, h3") && piece.textContent.trim(),
  );
  let at = -1; // the piece being read; -1 while silent
  let turn = 0; // what an older piece reports after a stop or a jump is not listened to

  const show = () => {
    const silent = at < 0;
    play.textContent = silent ? play.dataset.play : voice.paused ? play.dataset.goOn : play.dataset.pause;
    next.hidden = stop.hidden = silent;
    for (const piece of pieces) piece.classList.toggle("is-spoken", piece === pieces[at]);
  };

  const folded = (piece) => piece?.closest(".fit__body")?.getClientRects().length === 0;

  const read = (place) => {
    while (folded(pieces[place])) place += 1; // not for the reader's situation
    const mine = ++turn;
    voice.cancel();
    at = place < pieces.length ? place : -1;
    show();
    if (at < 0) return;
    const piece = pieces[at];
    const said = piece.cloneNode(true);
    for (const meaning of said.querySelectorAll("[popover]")) meaning.remove(); // words explained are read at their end
    const words = new SpeechSynthesisUtterance(said.textContent.replace(/\s+/g, " ").trim());
    words.lang = article.lang;
    const onward = () => mine === turn && read(at + 1);
    words.addEventListener("end", onward);
    words.addEventListener("error", () => mine === turn && read(pieces.length)); // no voice for it: fall silent
    if (!calm.matches) piece.scrollIntoView({ block: "nearest", behavior: "smooth" });
    voice.speak(words);
  };

  play.addEventListener("click", () => {
    if (at < 0) {
      read(0);
    } else {
      const paused = play.textContent === play.dataset.goOn;
      if (paused) voice.resume();
      else voice.pause();
      play.textContent = paused ? play.dataset.pause : play.dataset.goOn;
    }
  });
  next.addEventListener("click", () => {
    const heading = pieces.findIndex((piece, place) => place > at && piece.matches("h2, h3"));
    voice.resume();
    read(heading < 0 ? pieces.length : heading);
  });
  stop.addEventListener("click", () => {
    voice.resume();
    read(pieces.length);
    play.focus();
  });
  addEventListener("pagehide", () => voice.cancel());

  // Some browsers know the words but have no voice, and some learn of their voices late.
  const offer = () => {
    box.hidden = voice.getVoices().length === 0;
  };
  voice.addEventListener?.("voiceschanged", offer);
  offer();
}
