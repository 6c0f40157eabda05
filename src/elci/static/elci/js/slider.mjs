// The year slider: the number follows at once, the register 150 ms after the last move.
import { announce } from "./announce.mjs";

const PAUSE = 150;
let waiting;

export function startSlider() {
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-slider]");
    if (form == null) return;
    const output = form.querySelector("output");
    if (output !== null) output.value = event.target.value;
    clearTimeout(waiting);
    waiting = setTimeout(() => form.requestSubmit(), PAUSE);
  });
  document.addEventListener("htmx:after:swap", () => {
    announce(document.getElementById("register")?.dataset.announce);
    keepFilters();
    followFilters();
  });
  document.addEventListener("htmx:response:error", () => {
    // The whole page says in words what went wrong; half a page would not.
    location.reload();
  });
}

// The slider stands outside #register: after a filter was followed it must carry that filter on.
function keepFilters() {
  const now = new URLSearchParams(location.search);
  for (const form of document.querySelectorAll("form[data-slider]")) {
    const range = form.querySelector("input[type=range]");
    for (const old of form.querySelectorAll("input[type=hidden]")) old.remove();
    for (const [name, value] of now) {
      if (name === range.name) continue;
      const hidden = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      form.prepend(hidden);
    }
  }
}

// The other language must open on the same view.
function followFilters() {
  for (const link of document.querySelectorAll("a[data-follows-filters]")) {
    link.search = location.search;
  }
}
