// "Copy the link": the address of the view, with its filters.
import { announce } from "./announce.mjs";

async function copy(button) {
  const address = new URL(button.dataset.copy || location.href, location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    say(button, button.dataset.copied);
  } catch {
    say(button, button.dataset.failed);
  }
}

function say(button, sentence) {
  const before = button.textContent;
  button.textContent = sentence;
  announce(sentence);
  setTimeout(() => {
    button.textContent = before;
  }, 2500);
}

export function startCopying() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button != null) copy(button);
  });
}
